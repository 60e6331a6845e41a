import path from 'node:path';
import process from 'node:process';
import { type Connection, customEnvironmentId } from '../core/connections/connection';
import { validateRequest } from '../core/forms/checks/validateRequest';
import type { Problem } from '../core/problems/problem';
import type { Provider } from '../core/provider';
import { shortened } from '../core/quoting/shortened';
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
import { named } from './atCaller';
import { problemResult, resultOf } from './callResult';
import { environmentOf } from './connectionEnvironment';
import { checkGiven, GivenProblem } from './givenOptions';
import { callNames, checkConnections, clientNames } from './optionNames';
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
  checkConnections('createClient', connections, packageRegistry.ids);
  checkGiven('createClient', options, clientNames);
  const ports = portsOf(
    new SendSession(headlessMachine({ env: process.env, cwd: process.cwd() })),
    connections,
    options,
  );
  const send = async (operation: string, values: object = {}): Promise<CallResult<unknown>> => {
    const text = textOf(operation, values);
    if (typeof text !== 'string') return problemResult(text);
    const run = await sendRequest(ports, text, { cause: 'commandLine' }, { isLiteral: true });
    const result = resultOf(run, await packageRegistry.provider(run.provider));
    return result.kind === 'failed'
      ? result
      : { ...result, remarks: [...(await undocumentedIn(text)), ...result.remarks] };
  };
  return {
    send,
    call: async (operation, values) => {
      const result = await send(operation, values);
      if (result.kind === 'succeeded') {
        for (const remark of await undocumentedIn(textOf(operation, values ?? {})))
          process.emitWarning(remark, 'EsignCall');
        return result.body;
      }
      throw new FailedCall(operation, result);
    },
  };
}

/** Names of the values that nobody documents: they are sent, as a new one may be right. */
async function undocumentedIn(text: string | Problem): Promise<readonly string[]> {
  const { operation: id, path: ids, query, body } = JSON.parse(typeof text === 'string' ? text : '{}');
  const found = await packageRegistry.operation(String(id));
  if (found === undefined) return [];
  const { issues } = validateRequest(found.operation, { path: ids, query, body }, undefined, { references: 'refused' });
  const unknown = issues.filter(({ code }) => code === 'unknown_key' || code === 'unexpected_section');
  return unknown.map(({ pointer, message }) => `${id} ${pointer}: ${message}`);
}

/** As a request file has them: `undefined` is left out, a date is its ISO 8601 text. */
function textOf(operation: string, values: CallValues): string | Problem {
  try {
    checkGiven(shortened(operation), values, callNames);
    const { path: ids, query, body } = values;
    return JSON.stringify({ operation, connection: customEnvironmentId, path: ids, query, body });
  } catch (error: unknown) {
    const isNamed = error instanceof GivenProblem;
    const detail = isNamed
      ? error.message
      : 'The values hold what JSON cannot: a bigint, or an object that holds itself.';
    return { kind: 'unreadableRequest', detail };
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
  static {
    named('CallError', FailedCall);
  }
  override readonly name = 'CallError';
  declare readonly result: CallError['result'];

  constructor(operation: string, result: CallError['result']) {
    super(`${operation}: ${failureText(result)}`);
    // The message says it in words: whoever prints the error is not shown all headers and the body as well.
    Object.defineProperty(this, 'result', { value: result });
  }
}

function failureText(result: CallError['result']): string {
  if (result.kind === 'failed') return `${result.title}. ${result.cause}\n${result.nextStep}`;
  const known = result.explanations.map(({ message, meaning, nextStep }) => `\n${message}: ${meaning} ${nextStep}`);
  return `Answered with ${result.status}.${known.join('')}`;
}
