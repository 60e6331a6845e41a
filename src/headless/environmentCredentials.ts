import type { CredentialKind, Credentials } from '../core/auth';
import { readCredential } from '../core/connections/credentialText';
import type { Operation } from '../core/operation';
import type { Provider } from '../core/provider';
import type { CredentialsOutcome, MalformedCredential, SendPorts } from '../core/sending/ports';
import { type EnvironmentVariables, environmentName } from './environmentName';

/** What the environment holds, looked up once for whoever sends many calls. */
export function credentialsFrom(env: EnvironmentVariables): SendPorts['credentials'] {
  const known = new Map<Operation, CredentialsOutcome | MalformedCredential>();
  return async ({ provider, operation }) => {
    const found = known.get(operation) ?? environmentCredentials(provider, operation, env);
    known.set(operation, found);
    return found;
  };
}

/**
 * The credentials that the environment holds for a call: of a kind whose fields are all there, a ready token first.
 * A call that fetches tokens needs what tokens are fetched with.
 */
export function environmentCredentials(
  provider: Provider,
  operation: Operation,
  env: EnvironmentVariables,
): CredentialsOutcome | MalformedCredential {
  const usesToken = (operation.authorization ?? 'token') === 'token';
  const kinds = usesToken ? [...provider.auth.kinds] : provider.auth.kinds.filter((kind) => !isReadyToken(kind));
  const offers = kinds.map((kind) => offerOf(provider, kind, env)).sort(byPreference);
  const complete = offers.find(({ missing }) => missing.length === 0);
  if (complete?.fault !== undefined) return { kind: 'malformed', ...complete.fault };
  if (complete !== undefined) return { kind: 'found', credentials: complete.credentials };
  const [nearest] = offers;
  return { kind: 'missing', names: nearest?.missing ?? [] };
}

/** The variables of every kind, for help with missing ones. */
export function credentialVariables(provider: Provider): readonly (readonly string[])[] {
  return provider.auth.kinds.map((kind) => requiredFields(kind).map((field) => environmentName(provider.id, field)));
}

interface Offer {
  readonly kind: CredentialKind;
  readonly credentials: Credentials;
  /** Names of the variables that are not set. */
  readonly missing: readonly string[];
  /** The first variable that holds what cannot be meant. */
  readonly fault: { readonly name: string; readonly reason: string } | undefined;
}

function offerOf(provider: Provider, kind: CredentialKind, env: EnvironmentVariables): Offer {
  const given = Object.keys(kind.fields.shape).flatMap((field) => {
    const name = environmentName(provider.id, field);
    const { value, fault } = readCredential(field, env[name] ?? '');
    return value === '' ? [] : [{ field, name, value, fault }];
  });
  const credentials = Object.fromEntries(given.map(({ field, value }) => [field, value]));
  const missing = requiredFields(kind).filter((field) => !Object.hasOwn(credentials, field));
  const [fault] = given.flatMap(({ name, fault: reason }) => (reason === undefined ? [] : [{ name, reason }]));
  return { kind, credentials, missing: missing.map((field) => environmentName(provider.id, field)), fault };
}

const required = new WeakMap<CredentialKind, readonly string[]>();

function requiredFields(kind: CredentialKind): readonly string[] {
  const known = required.get(kind) ?? requiredNames(kind);
  required.set(kind, known);
  return known;
}

function requiredNames({ fields }: CredentialKind): readonly string[] {
  return Object.entries(fields.shape).flatMap(([name, schema]) => (schema.safeParse(undefined).success ? [] : [name]));
}

/** A kind of one field, `token`: nothing has to be fetched with it. */
function isReadyToken({ fields }: CredentialKind): boolean {
  const names = Object.keys(fields.shape);
  return names.length === 1 && (names[0] === 'token' || names[0] === 'accessToken');
}

/** Complete ones, then a ready token, then the one with most fields; of incomplete ones, the most nearly complete. */
function byPreference(one: Offer, other: Offer): number {
  const isComplete = ({ missing }: Offer) => Number(missing.length === 0);
  const present = ({ credentials }: Offer) => Object.keys(credentials).length;
  const both = isComplete(one) === 1 && isComplete(other) === 1;
  return (
    isComplete(other) - isComplete(one) ||
    (both ? Number(isReadyToken(other.kind)) - Number(isReadyToken(one.kind)) : 0) ||
    present(other) - present(one)
  );
}
