import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ServerReach } from '../../../node/emulator/serverReach';
import { type CommandArguments, UsageError } from '../../surroundings';

/** From where the emulators are reached, as the options say it. */
export async function readReach(
  cwd: string,
  { host, port, 'public-url': publicUrl, cert, key }: CommandArguments['values'],
  { allowedHosts, deliverTo }: { readonly allowedHosts: readonly string[]; readonly deliverTo: readonly string[] },
): Promise<ServerReach> {
  if (publicUrl !== undefined && port === undefined)
    throw new UsageError('--public-url is one address, so it needs one port: add --port N.');
  if ((cert === undefined) !== (key === undefined)) throw new UsageError('--cert and --key belong together.');
  const { destinationProblem, reachProblem } = await import('../../../node/emulator/serverReach');
  const tls =
    cert !== undefined && key !== undefined
      ? { cert: readPem(cwd, '--cert', cert), key: readPem(cwd, '--key', key) }
      : undefined;
  const problems = {
    '--host': reachProblem({ host }),
    '--public-url': reachProblem({ publicUrl }),
    '--allow-host': reachProblem({ allowedHosts }),
    '--cert and --key': reachProblem({ tls }),
    '--deliver-to': destinationProblem(deliverTo),
  };
  for (const [option, problem] of Object.entries(problems)) {
    if (problem !== undefined) throw new UsageError(`${option}: ${problem}`);
  }
  return { host, allowedHosts, publicUrl, tls };
}

function readPem(cwd: string, option: string, file: string): string {
  const text = contentOf(cwd, option, file);
  if (!text.includes('-----BEGIN ')) throw new UsageError(`${option} ${file} is no PEM file.`);
  return text;
}

function contentOf(cwd: string, option: string, file: string): string {
  try {
    return readFileSync(resolve(cwd, file), 'utf8');
  } catch (error: unknown) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`${option} ${file} cannot be read (${code}).`);
  }
}
