import path from 'node:path';
import process from 'node:process';
import { type Connection, customEnvironmentId } from '../core/connections/connection';
import type { Problem } from '../core/problems/problem';
import type { Provider } from '../core/provider';
import { readAllowList } from '../core/sending/asking/allowList';
import { describeQuestion, type Question } from '../core/sending/asking/question';
import type { DoorPorts } from '../core/sending/ports';
import { sendRequest } from '../core/sending/sendRequest';
import { SendSession } from '../core/sending/sendSession';
import { attachmentReader } from '../headless/attachments';
import { chooseConnection } from '../headless/chooseConnection';
import { environmentCredentials } from '../headless/environmentCredentials';
import type { EnvironmentVariables } from '../headless/environmentName';
import { environmentPassphrase } from '../headless/network/environmentTls';
import { headlessMachine } from '../headless/network/headlessMachine';
import { problemResult, resultOf } from './callResult';
import { environmentOf } from './connectionEnvironment';
import { packageRegistry } from './packageRegistry';
import type {
  CallError,
  CallResult,
  Client,
  ClientConnection,
  ClientConnections,
  ClientOptions,
  ConfirmQuestion,
} from './types/client.js';

/** A client whose calls go through the same door as every other request of the product. */
export function openClient(connections: ClientConnections, options: ClientOptions = {}): Client {
  const ports = portsOf(
    new SendSession(headlessMachine({ env: process.env, cwd: process.cwd() })),
    connections,
    options,
  );
  const send = async (operation: string, values: object = {}): Promise<CallResult<unknown>> => {
    const text = textOf(operation, values);
    if (typeof text !== 'string') return problemResult(text);
    const run = await sendRequest(ports, text, { cause: 'commandLine' }, { isLiteral: true });
    return resultOf(run, await packageRegistry.provider(run.provider));
  };
  return {
    send,
    call: async (operation, values) => {
      const result = await send(operation, values);
      if (result.kind === 'succeeded') return result.body;
      throw new FailedCall(operation, result);
    },
  };
}

/** As a request file has them: `undefined` is left out, a date is its ISO 8601 text. */
function textOf(operation: string, { path: ids, query, body }: CallValues): string | Problem {
  try {
    return JSON.stringify({ operation, connection: customEnvironmentId, path: ids, query, body });
  } catch {
    return {
      kind: 'unreadableRequest',
      detail: 'The values hold what JSON cannot: a bigint, or an object that holds itself.',
    };
  }
}

interface CallValues {
  readonly path?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

function portsOf(
  session: SendSession,
  connections: ClientConnections,
  { confirm, allowedRecipients = [], folder = '.' }: ClientOptions,
): DoorPorts {
  const environmentAt = (provider: Provider) => {
    const connection = connections[provider.id];
    return connection === undefined ? process.env : environmentOf(provider, connection, process.env);
  };
  return {
    ...session.ports({
      allowedRecipients: readAllowList(allowedRecipients),
      credentials: async ({ provider, operation }) =>
        environmentCredentials(provider, operation, environmentAt(provider)),
      ...(confirm !== undefined && { ask: async (question) => confirm(describedFor(question)) }),
      ...environmentPassphrase(process.env),
      readFile: attachmentReader(path.join(folder, 'request'), process.cwd()),
    }),
    operation: (id) => packageRegistry.operation(id),
    nearestOperations: (id) => packageRegistry.nearestOperations(id),
    connection: async (provider) => connectionFor(provider, connections[provider.id], environmentAt(provider)),
  };
}

/** One that was not given has no connection, whatever the environment says: nothing is sent where nobody meant it. */
function connectionFor(
  provider: Provider,
  connection: ClientConnection | undefined,
  env: EnvironmentVariables,
): Connection | Problem {
  if (connection === undefined) return { kind: 'unknownConnection', provider: provider.id, connection: provider.id };
  const id = 'environment' in connection ? connection.environment : customEnvironmentId;
  return chooseConnection(provider, { id, baseUrl: undefined }, env);
}

function describedFor(question: Question): ConfirmQuestion {
  const { title, detail } = describeQuestion(question);
  return { title, detail };
}

/** `call` rejects with what `send` would have told. */
class FailedCall extends Error implements CallError {
  override readonly name = 'CallError';
  readonly result: CallError['result'];

  constructor(operation: string, result: CallError['result']) {
    super(`${operation}: ${failureText(result)}`);
    this.result = result;
  }
}

function failureText(result: CallError['result']): string {
  if (result.kind === 'failed') return `${result.title}. ${result.cause}\n${result.nextStep}`;
  const known = result.explanations.map(({ message, meaning, nextStep }) => `\n${message}: ${meaning} ${nextStep}`);
  return `Answered with ${result.status}.${known.join('')}`;
}
