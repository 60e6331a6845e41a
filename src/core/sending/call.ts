import { loadFiles } from '../attachments/loadFiles';
import type { Credentials, Token } from '../auth';
import type { Connection } from '../connections/connection';
import { dropWhole, type Headers, replyJson } from '../http';
import type { Call, Operation, RequestValues } from '../operation';
import type { Problem } from '../problems/problem';
import type { Provider } from '../provider';
import { DynamicValues } from '../requests/references/dynamicVariables';
import { permit } from './asking/permit';
import type { Question } from './asking/question';
import { CallFailed } from './callFailed';
import { loadTls } from './network/loadTls';
import type { CredentialsLack, SendPorts } from './ports';
import { type Prepared, type PrepareOptions, prepare, prepareWithoutCredentials } from './prepare';
import type { Secret } from './run';
import { notSent, type SendResult } from './sendResult';
import type { Target } from './target';
import { authorize } from './tokens/authorization';
import { orProblem } from './tokens/orProblem';
import { type FilesLoaded, transmit } from './transmit';

/** Sends the provider's own reading operations on a connection and returns the JSON of successful replies. */
export function createCall(ports: SendPorts, provider: Provider, connection: Connection, signal?: AbortSignal): Call {
  // Nobody clicked: what would need an answer is refused.
  const { ask: _ask, enterCredentials: _enterCredentials, limits, ...others } = ports;
  // Half a reply is none: what is read here is read whole or not at all.
  const { larger: _larger, ...whole } = limits;
  const quiet = { ...others, limits: whole };
  return async (operationId, values, credentials) => {
    const operation = findOperation(provider, operationId);
    const entered = credentials === undefined ? quiet : withCredentials(quiet, credentials);
    const { outcome, secrets } = await sendValues(entered, { provider, operation, connection }, values, {
      signal,
      origin: { cause: 'reading' },
      isLiteral: credentials === undefined,
    });
    if (outcome.kind === 'failed' || outcome.reading.failed) throw new CallFailed(operationId, outcome, secrets);
    return replyJson(outcome.reply);
  };
}

export interface SendValuesOptions extends PrepareOptions {
  readonly signal?: AbortSignal | undefined;
  /** Nothing is left to ask: the request leaves now. */
  readonly onLeave?: (() => void) | undefined;
}

/**
 * Turns values into a request, asks whether it may be sent, sends it, and reads the reply. A token that is refused is
 * renewed once. Whatever leaves the product comes through here.
 */
export async function sendValues(
  ports: SendPorts,
  target: Target,
  values: RequestValues,
  given: SendValuesOptions,
): Promise<SendResult> {
  const options = { dynamic: new DynamicValues({ now: () => ports.now(), random: Math.random }), ...given };
  const prepared = await prepare(ports, target, values, options);
  if (!('problem' in prepared)) return sendPrepared(ports, target, prepared, options);
  const lack = credentialsLack(prepared.problem);
  if (lack === undefined || ports.enterCredentials === undefined) return notSent(prepared.problem);
  // The question comes first: who does not want it sent is asked for no credentials.
  const foreseen = prepareWithoutCredentials(target, values, options);
  if ('problem' in foreseen) return notSent(foreseen.problem);
  const permitted = await permitLoaded(ports, target, foreseen, options);
  if ('problem' in permitted) return notSent(permitted.problem, foreseen.secrets);
  const credentials = await ports.enterCredentials(target, lack);
  if (credentials === undefined) return notSent(prepared.problem);
  const entered = withCredentials(ports, credentials);
  const complete = await prepare(entered, target, values, options);
  if ('problem' in complete) return notSent(complete.problem);
  return sendPrepared(entered, target, complete, options, permitted.agreed);
}

/** Gets what an operation would be authorized with, and sends nothing else. What kept it from coming, and its secrets. */
export async function tryAuthorization(
  ports: SendPorts,
  target: Target,
  signal: AbortSignal | undefined,
): Promise<{ readonly problem: Problem | undefined; readonly secrets: readonly Secret[] }> {
  const prepared = await prepare(ports, target, {}, { origin: { cause: 'reading' } });
  if ('problem' in prepared) return { problem: prepared.problem, secrets: [] };
  const authorization = await authorizeOrFail(ports, target, prepared, signal);
  return { problem: 'problem' in authorization ? authorization.problem : undefined, secrets: prepared.secrets };
}

async function sendPrepared(
  ports: SendPorts,
  target: Target,
  prepared: Prepared,
  options: SendValuesOptions,
  agreed?: Question,
): Promise<SendResult> {
  const permitted = await permitLoaded(ports, target, prepared, options, agreed);
  if ('problem' in permitted) return notSent(permitted.problem, prepared.secrets);
  const { loaded } = permitted;
  options.onLeave?.();
  const first = await sendOnce(ports, target, prepared, loaded, options);
  if (!isTokenRefused(target, first.result)) return first.result;
  if (first.result.outcome.kind === 'replied') await dropWhole(ports.limits, first.result.outcome.reply);
  ports.tokens.expire(target.connection, (token) => isUsed(token, first.headers));
  return (await sendOnce(ports, target, prepared, loaded, options)).result;
}

interface Permitted {
  readonly loaded: FilesLoaded;
  readonly agreed: Question | undefined;
}

/** Files come before the question: nobody should answer one for a request that then cannot be sent. */
async function permitLoaded(
  ports: SendPorts,
  target: Target,
  { values, written, recipients, authority }: Prepared,
  { origin }: Pick<SendValuesOptions, 'origin'>,
  agreed?: Question,
): Promise<Permitted | { problem: Problem }> {
  const loaded = await loadFiles(target.operation, values, ports.readFile);
  if (loaded.kind === 'failed') return { problem: loaded.problem };
  const certificates = await loadTls(ports, target, authority);
  if ('problem' in certificates) return certificates;
  const permission = await permit(ports, target, { values, origin, written, recipients, agreed });
  return permission.kind === 'refused'
    ? { problem: permission.problem }
    : { loaded: { ...loaded, tls: certificates.material }, agreed: permission.agreed };
}

/** Credentials that a person can give, for want of which nothing can be sent. */
function credentialsLack(problem: Problem): CredentialsLack | undefined {
  if (problem.kind === 'missingCredentials') return { kind: 'missing', names: problem.names };
  return problem.kind === 'unconfirmedOrigin' ? { kind: 'unconfirmed', origin: problem.origin } : undefined;
}

export function withCredentials(ports: SendPorts, credentials: Credentials, authority?: string): SendPorts {
  return { ...ports, credentials: async () => ({ kind: 'found', credentials, authority }) };
}

async function sendOnce(
  ports: SendPorts,
  target: Target,
  prepared: Prepared,
  loaded: FilesLoaded,
  { signal }: Pick<SendValuesOptions, 'signal'>,
): Promise<SentOnce> {
  const authorization = await authorizeOrFail(ports, target, prepared, signal);
  if ('problem' in authorization) return { result: notSent(authorization.problem, prepared.secrets), headers: {} };
  const { headers } = authorization;
  return { result: await transmit(ports, target, prepared, { loaded, headers, signal }), headers };
}

interface SentOnce {
  readonly result: SendResult;
  /** Those of its authorization. */
  readonly headers: Headers;
}

function isUsed({ accessToken }: Token, headers: Headers): boolean {
  return Object.values(headers).some((value) => value.includes(accessToken));
}

async function authorizeOrFail(
  ports: SendPorts,
  { provider, operation, connection }: Target,
  { credentials, authority }: Pick<Prepared, 'credentials' | 'authority'>,
  signal: AbortSignal | undefined,
): Promise<{ headers: Headers } | { problem: Problem }> {
  const { tokens, now } = ports;
  const call = createCall(withCredentials(ports, credentials, authority), provider, connection, signal);
  const context = { auth: provider.auth, connection, credentials, tokens, call, now };
  return orProblem(provider, async () => ({ headers: await authorize(operation.authorization ?? 'token', context) }));
}

function isTokenRefused({ provider, operation }: Target, { outcome }: SendResult): boolean {
  const usesToken = (operation.authorization ?? 'token') === 'token' && provider.auth.acquire !== undefined;
  return usesToken && outcome.kind === 'replied' && provider.auth.isTokenRejected(outcome.reply);
}

function findOperation(provider: Provider, id: string): Operation {
  const operation = provider.operations.find((candidate) => candidate.id === id);
  if (operation === undefined) throw new Error(`${provider.id} calls "${id}", which is none of its operations.`);
  return operation;
}
