import type { Credentials } from '../auth';
import type { Connection } from '../connections/connection';
import type { RequestValues } from '../operation';
import type { Problem } from '../problems/problem';
import type { DynamicValues } from '../requests/references/dynamicVariables';
import { type Resolved, refersToCredentials } from '../requests/references/references';
import { resolveWritten } from '../requests/references/resolveWritten';
import { type Masker, maskerOf } from '../secrets/masker';
import { maskIssues } from '../secrets/maskIssues';
import { secretCredentials } from '../secrets/secretCredentials';
import { secretsOfRequest } from '../secrets/secretValues';
import { sortSecrets } from '../secrets/sortSecrets';
import type { SendPorts } from './ports';
import { rewritePrepared } from './rewriting/rewritePrepared';
import type { RewrittenRecipient } from './rewriting/rewrittenRecipient';
import type { Secret } from './run';
import type { RunOrigin } from './runOrigin';
import type { Target } from './target';

/** Checks values once their references are resolved, and gives back what is to be sent. */
export type ValueCheck = (values: RequestValues) => RequestValues | Problem;

export interface Prepared {
  readonly values: RequestValues;
  readonly credentials: Credentials;
  /** Of the connection, that the credentials were given for: see CredentialsOutcome. */
  readonly authority?: string | undefined;
  readonly secrets: readonly Secret[];
  /** The text that the values come from: see RequestFile. */
  readonly written: string | undefined;
  /** Who was replaced among the values. */
  readonly recipients: readonly RewrittenRecipient[];
}

/** Finds the credentials and resolves what the values refer to. */
export async function prepare(
  ports: SendPorts,
  target: Target,
  values: RequestValues,
  options: PrepareOptions,
): Promise<Prepared | { problem: Problem }> {
  const { operation, connection } = target;
  const refers = !options.isLiteral && refersToCredentials(values);
  const needsCredentials = (operation.authorization ?? 'token') !== 'none' || refers;
  const found = needsCredentials ? await ports.credentials(target) : undefined;
  if (found?.kind === 'missing') return { problem: missingCredentials(connection, found.names) };
  if (found?.kind === 'malformed') {
    return { problem: { kind: 'malformedCredential', name: found.name, reason: found.reason } };
  }
  if (found?.kind === 'unconfirmed') {
    return { problem: { kind: 'unconfirmedOrigin', connection: connection.title, origin: found.origin } };
  }
  const prepared = prepareWith(target, values, found?.credentials ?? {}, options);
  return 'problem' in prepared ? prepared : { ...prepared, authority: found?.authority };
}

/** As far as it goes while the credentials are still to be entered: references to them stay, and are not checked. */
export function prepareWithoutCredentials(
  target: Target,
  values: RequestValues,
  options: PrepareOptions,
): Prepared | { problem: Problem } {
  const { check, isLiteral } = options;
  const isOpen = !isLiteral && refersToCredentials(values);
  return prepareWith(target, values, undefined, { ...options, check: isOpen ? undefined : check });
}

function prepareWith(
  target: Target,
  values: RequestValues,
  entered: Credentials | undefined,
  { check, isForced, isLiteral, origin, written, dynamic }: PrepareOptions,
): Prepared | { problem: Problem } {
  const { provider, operation, connection } = target;
  const resolved: Resolved = isLiteral
    ? { kind: 'resolved', values }
    : resolveWritten(target, values, { credentials: entered, isForced, dynamic });
  if (resolved.kind === 'failed') return { problem: nameCredential(connection, resolved.problem) };
  const credentials = entered ?? {};
  const checked = check ? check(resolved.values) : resolved.values;
  const known = secretCredentials(provider, credentials);
  if ('kind' in checked) {
    // What is said of a value may quote it.
    const carried = sortSecrets([...known, ...secretsOfRequest(operation, resolved.values)]);
    return { problem: maskProblem(checked, maskerOf(carried, operation)) };
  }
  const rewritten = rewritePrepared(target, { values: checked, written, origin, credentials });
  if ('problem' in rewritten) return rewritten;
  // A number that was left out may be needed.
  const again = check && rewritten.recipients.some(({ to }) => to === undefined) ? check(rewritten.values) : undefined;
  if (again !== undefined && 'kind' in again) return { problem: needed(rewritten.recipients, connection) };
  const secrets = [...known, ...secretsOfRequest(operation, rewritten.values)];
  return { ...rewritten, credentials, secrets };
}

function needed(recipients: readonly RewrittenRecipient[], connection: Connection): Problem {
  const recipient = recipients.find(({ to }) => to === undefined)?.from ?? '';
  return { kind: 'notRewritten', connection: connection.title, recipient, reason: 'phone' };
}

function maskProblem(problem: Problem, masker: Masker): Problem {
  return problem.kind === 'invalidRequest'
    ? { ...problem, issues: maskIssues(problem.issues, masker) }
    : masker.value(problem);
}

export interface PrepareOptions {
  readonly origin: RunOrigin;
  /** The text that the values come from: see RequestFile. */
  readonly written?: string | undefined;
  readonly check?: ValueCheck | undefined;
  /** Values that come from replies: what looks like a reference among them is none. */
  readonly isLiteral?: boolean | undefined;
  /** Variables that nobody knows are sent as they stand. */
  readonly isForced?: boolean | undefined;
  /** Of the run: what a person is asked about is what is sent. */
  readonly dynamic?: DynamicValues | undefined;
}

function missingCredentials(connection: Connection, names: readonly string[]): Problem {
  return { kind: 'missingCredentials', provider: connection.provider, connection: connection.title, names };
}

/** A credential that the chosen kind lacks is entered like any other, not added as a variable. */
function nameCredential(connection: Connection, problem: Problem): Problem {
  const name = problem.kind === 'unknownVariable' ? /^credentials\.(.+)$/.exec(problem.name)?.[1] : undefined;
  return name === undefined ? problem : missingCredentials(connection, [name]);
}
