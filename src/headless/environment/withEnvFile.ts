import { statSync } from 'node:fs';
import path from 'node:path';
import { type EnvFault, type EnvFile, readEnvFile } from '../../node/environment/envFile';
import { gitIgnored } from '../../node/environment/gitIgnored';
import { type EnvironmentVariables, environmentName } from '../environmentName';
import { readRequestText } from '../readRequestText';
import type { Workplace } from '../workplace';

/** What every folder may have without being asked for it. */
export const envFileName = '.env';

export type EnvironmentOutcome =
  | {
      readonly kind: 'read';
      readonly env: EnvironmentVariables;
      /** All that the file says, also what is none of our environment. */
      readonly variables: Readonly<Record<string, string>>;
      readonly warnings: readonly string[];
    }
  /** Nothing is sent: sentences that name file and line. */
  | { readonly kind: 'refused'; readonly message: string };

/**
 * The environment and, for what it does not say, the file that a person names, otherwise `.env` of the working directory
 * if there is one. What the environment says always counts.
 */
export async function withEnvFile(workplace: Workplace, file: string | undefined): Promise<EnvironmentOutcome> {
  return file === undefined ? ofFolder(workplace) : ofNamedFile(workplace, file);
}

async function ofNamedFile({ env, cwd, registry }: Workplace, file: string): Promise<EnvironmentOutcome> {
  const text = readRequestText(cwd, file);
  if (text.kind === 'unreadable') return refused([`${file}: ${text.detail}`]);
  const { variables, faults } = readEnvFile(text.text);
  if (faults.length > 0) return refused(faults.map((fault) => faultLine(file, fault)));
  const warnings = await exposure(path.resolve(cwd, file), file, variables, registry.ids);
  return { kind: 'read', env: { ...variables, ...env }, variables, warnings };
}

/** It is never required, and whose folder it is nobody knows: only what is named as ours counts. */
async function ofFolder({ env, cwd, registry }: Workplace): Promise<EnvironmentOutcome> {
  const place = path.join(cwd, envFileName);
  if (!isFile(place)) return { kind: 'read', env, variables: {}, warnings: [] };
  const text = readRequestText(cwd, envFileName);
  if (text.kind === 'unreadable') {
    return { kind: 'read', env, variables: {}, warnings: [`${envFileName} was not read. ${text.detail}`] };
  }
  const { variables, faults } = readEnvFile(text.text);
  const ownFaults = faults.filter(({ name }) => name?.startsWith(ownPrefix));
  if (ownFaults.length > 0) return refused(ownFaults.map((fault) => faultLine(envFileName, fault)));
  const own = Object.fromEntries(Object.entries(variables).filter(([name]) => name.startsWith(ownPrefix)));
  const stray = strayAddress(own, env, registry.ids);
  if (stray !== undefined) return refused([stray]);
  const warnings = [
    ...faults.map((fault) => faultLine(envFileName, fault)),
    ...(await exposure(place, envFileName, own, registry.ids)),
  ];
  return { kind: 'read', env: { ...own, ...env }, variables, warnings };
}

/** A folder of that name is somebody's virtual environment. */
function isFile(place: string): boolean {
  try {
    return statSync(place).isFile();
  } catch {
    return false;
  }
}

function refused(lines: readonly string[]): EnvironmentOutcome {
  return { kind: 'refused', message: lines.join('\n') };
}

const ownPrefix = 'ESIGN_';

function faultLine(name: string, { line, message }: EnvFault): string {
  return `${name}, line ${line}: ${message}`;
}

type Variables = EnvFile['variables'];

/** A folder's address must not get credentials that were set elsewhere: they were given for another one. */
function strayAddress(own: Variables, env: EnvironmentVariables, providers: readonly string[]): string | undefined {
  for (const provider of providers) {
    const decisive = decidingFields
      .map((field) => environmentName(provider, field))
      .find((name) => own[name] && env[name] === undefined);
    if (decisive === undefined) continue;
    const credential = Object.keys(env).find((name) => env[name] && providerOf(name, providers) === provider);
    if (credential === undefined) continue;
    return (
      `${envFileName} says ${decisive}, but ${credential} comes from the environment and may be meant for another ` +
      `address. Name the file with --env-file ${envFileName} if both are meant, or set ${decisive} in the environment.`
    );
  }
  return undefined;
}

/** They decide who gets credentials: where they are sent, and who is believed there. */
const decidingFields = ['baseUrl', 'caFile', 'checkCertificates'];

/** Whose credential a variable is; undefined for what is none. One provider's name may begin with another's. */
function providerOf(name: string, providers: readonly string[]): string | undefined {
  if (/_(?:BASE_URL|PATH_PREFIX|(?:CA|CERTIFICATE|KEY|PKCS12)_FILE|CHECK_CERTIFICATES)$/.test(name)) return undefined;
  const owners = providers.filter((provider) => name.startsWith(environmentName(provider, '')));
  return owners.sort((one, other) => other.length - one.length)[0];
}

/** Only a file that holds credentials is worth a word. */
async function exposure(
  place: string,
  shown: string,
  variables: Variables,
  providers: readonly string[],
): Promise<readonly string[]> {
  if (!Object.keys(variables).some((name) => variables[name] && providerOf(name, providers))) return [];
  const warning = `${shown} holds credentials and is not ignored by git: add it to .gitignore before it is committed.`;
  return (await gitIgnored(place)) === false ? [warning] : [];
}
