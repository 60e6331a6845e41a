import { randomUUID } from 'node:crypto';
import { defaultLimits } from '../core/http';
import { readAllowList } from '../core/sending/allowList';
import { Confirmations } from '../core/sending/mayBeSent';
import type { DoorPorts } from '../core/sending/ports';
import type { Run } from '../core/sending/run';
import { sendRequest } from '../core/sending/sendRequest';
import { TokenCache } from '../core/sending/tokenCache';
import { environmentCredentials } from '../headless/environmentCredentials';
import { createHttpClient } from '../node/httpClient';
import { chooseConnection } from './chooseConnection';
import { paintFor } from './paint';
import { printReport } from './printReport';
import { readRequestText } from './readRequest';
import { readVariables } from './readVariables';
import { requestFileReader } from './requestFiles';
import { exitCodeOf, type SendResult } from './sendReport';
import { sendText } from './sendText';
import type { CommandArguments, Surroundings } from './surroundings';
import { unusedProxy } from './unusedProxy';

/** Sends the request of a file, prints what came of it, and returns the exit code. */
export async function send(surroundings: Surroundings, args: CommandArguments, file: string): Promise<number> {
  const result = await sendFile(surroundings, args, file);
  if (args.flags.has('json')) {
    surroundings.out(printReport(file, result));
  } else {
    const { result: text, notes } = sendText(paintFor(surroundings), result);
    if (notes !== '') surroundings.err(notes);
    if (text !== '') surroundings.out(text);
  }
  return exitCodeOf(result);
}

async function sendFile(surroundings: Surroundings, args: CommandArguments, file: string): Promise<SendResult> {
  const read = readRequestText(surroundings.cwd, file);
  if (read.kind === 'unreadable') {
    const problem = { kind: 'unreadableRequest', detail: read.detail } as const;
    return { provider: undefined, operation: undefined, run: undefined, problem };
  }
  const run = await runOf(surroundings, args, file, read.text);
  const known = await surroundings.registry.operation(run.request.operation);
  const { outcome } = run;
  const problem = outcome.kind === 'failed' ? outcome.problem : undefined;
  return {
    provider: known?.provider,
    operation: known?.operation,
    run,
    problem,
    unusedProxy: unusedProxy(problem, surroundings.env),
  };
}

function runOf(surroundings: Surroundings, args: CommandArguments, file: string, text: string): Promise<Run> {
  const { signal } = surroundings;
  return sendRequest(
    portsFor(surroundings, args, file),
    text,
    { cause: 'commandLine' },
    { signal, force: args.flags.has('force') },
  );
}

function portsFor(
  { registry, cwd, env }: Surroundings,
  { flags, values, lists }: CommandArguments,
  file: string,
): DoorPorts {
  const variables = readVariables(lists['var']);
  return {
    http: createHttpClient(),
    limits: defaultLimits,
    tokens: new TokenCache(),
    policy: {
      allowedRecipients: readAllowList(env['ESIGN_ALLOWED_RECIPIENTS']),
      confirmations: new Confirmations(),
    },
    operation: (id) => registry.operation(id),
    nearestOperations: (id) => registry.nearestOperations(id),
    connection: async (provider, id) =>
      chooseConnection(provider, { id: values['connection'] ?? id, baseUrl: values['base-url'], variables }, env),
    credentials: async ({ provider, operation }) => environmentCredentials(provider, operation, env),
    // Nobody is there to be asked: who starts the command says beforehand that it is meant.
    ...(flags.has('yes') && { ask: async () => true }),
    readFile: requestFileReader(file, cwd),
    now: Date.now,
    newId: randomUUID,
  };
}
