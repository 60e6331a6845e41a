import { randomUUID } from 'node:crypto';
import { defaultLimits } from '../core/http';
import type { Problem } from '../core/problem';
import type { Provider } from '../core/provider';
import type { RequestFile } from '../core/requests/requestFile';
import type { SendPorts } from '../core/sending/ports';
import type { Target } from '../core/sending/prepare';
import type { Run } from '../core/sending/run';
import { sendOperation } from '../core/sending/sendOperation';
import { TokenCache } from '../core/sending/tokenCache';
import { createHttpClient } from '../node/httpClient';
import { chooseConnection } from './chooseConnection';
import { environmentCredentials } from './environmentCredentials';
import { paintFor } from './paint';
import { readRequest } from './readRequest';
import { requestFileReader } from './requestFiles';
import { exitCodeOf, type Sending, sendReport } from './sendReport';
import { sendText } from './sendText';
import type { CommandArguments, Surroundings } from './surroundings';

/** Sends the request of a file, prints what came of it, and returns the exit code. */
export async function send(surroundings: Surroundings, args: CommandArguments, file: string): Promise<number> {
  const sending = await sendFile(surroundings, args, file);
  if (args.flags.has('json')) {
    surroundings.out(`${JSON.stringify(sendReport(file, sending), undefined, 2)}\n`);
  } else {
    const { result, notes } = sendText(paintFor(surroundings), sending);
    if (notes !== '') surroundings.err(notes);
    if (result !== '') surroundings.out(result);
  }
  return exitCodeOf(sending);
}

async function sendFile(surroundings: Surroundings, args: CommandArguments, file: string): Promise<Sending> {
  const read = readRequest(surroundings.cwd, file);
  if (read.kind === 'unreadable') return unsent({ kind: 'unreadableRequest', detail: read.detail });
  const { request } = read;
  const known = await surroundings.registry.operation(request.operation);
  if (known === undefined) return unsent({ kind: 'unknownOperation', operation: request.operation });
  const wish = { id: args.values['connection'] ?? request.connection, baseUrl: args.values['base-url'] };
  const connection = chooseConnection(known.provider, wish, surroundings.env);
  if ('kind' in connection) return unsent(connection, known.provider);
  const run = await runOf(surroundings, file, { ...known, connection }, request);
  return { provider: known.provider, operation: known.operation, run, problem: problemOf(run) };
}

function runOf(surroundings: Surroundings, file: string, target: Target, request: RequestFile): Promise<Run> {
  const { cwd, env, signal } = surroundings;
  const ports: SendPorts = {
    http: createHttpClient(),
    limits: defaultLimits,
    tokens: new TokenCache(),
    credentials: async () => environmentCredentials(target.provider, target.operation, env),
    readFile: requestFileReader(file, cwd),
    now: Date.now,
    newId: randomUUID,
  };
  return sendOperation(ports, target, request, { signal });
}

function unsent(problem: Problem, provider?: Provider): Sending {
  return { provider, operation: undefined, run: undefined, problem };
}

function problemOf({ outcome }: Run): Problem | undefined {
  return outcome.kind === 'failed' ? outcome.problem : undefined;
}
