import { type Attachment, shownAttachment } from '../attachments/attachment';
import { type FilesOutcome, loadFiles } from '../attachments/loadFiles';
import type { Credentials } from '../auth';
import { type Connection, originsOf } from '../connections/connection';
import { type HttpRequest, replyJson } from '../http';
import type { Call, Operation, RequestValues } from '../operation';
import type { Problem } from '../problem';
import type { Provider } from '../provider';
import { prepareReplyBody } from '../replies/body/replyBody';
import { buildRequest } from '../requests/buildRequest';
import { type Masker, maskerOf } from '../secrets/masker';
import { maskRequest } from '../secrets/maskRequest';
import { sortSecrets } from '../secrets/sortSecrets';
import { permit } from './asking/permit';
import type { Question } from './asking/question';
import { CallFailed } from './callFailed';
import type { CredentialsLack, SendPorts } from './ports';
import { type Prepared, type PrepareOptions, prepare, prepareWithoutCredentials } from './prepare';
import { readReply } from './readReply';
import { sendFollowing } from './redirects';
import type { Secret, SendOutcome } from './run';
import type { RunOrigin } from './runOrigin';
import { noReply, tokenProblem } from './sendProblems';
import type { Target } from './target';
import { authorize } from './tokens/authorization';
import { UnusableToken } from './tokens/readToken';

/** Sends the provider's own reading operations on a connection and returns the JSON of successful replies. */
export function createCall(ports: SendPorts, provider: Provider, connection: Connection, signal?: AbortSignal): Call {
  // Nobody clicked: what would need an answer is refused.
  const { ask: _ask, enterCredentials: _enterCredentials, ...quiet } = ports;
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

export interface SendResult {
  /** Masked; undefined when nothing was sent. */
  readonly sent: HttpRequest | undefined;
  /** What the file fields took; absent when nothing was sent. */
  readonly attachments?: readonly Attachment[];
  readonly outcome: SendOutcome;
  readonly secrets: readonly Secret[];
}

export interface SendValuesOptions extends PrepareOptions {
  readonly origin: RunOrigin;
  readonly signal?: AbortSignal | undefined;
  /** The text that the values come from: see RequestFile. */
  readonly written?: string | undefined;
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
  options: SendValuesOptions,
): Promise<SendResult> {
  const prepared = await prepare(ports, target, values, options);
  if (!('problem' in prepared)) return sendPrepared(ports, target, prepared, options);
  const lack = credentialsLack(prepared.problem);
  if (lack === undefined || ports.enterCredentials === undefined) return failed(prepared.problem);
  // The question comes first: who does not want it sent is asked for no credentials.
  const foreseen = prepareWithoutCredentials(target, values, options);
  if ('problem' in foreseen) return failed(foreseen.problem);
  const permitted = await permitLoaded(ports, target, foreseen, options);
  if ('problem' in permitted) return failed(permitted.problem, foreseen.secrets);
  const credentials = await ports.enterCredentials(target, lack);
  if (credentials === undefined) return failed(prepared.problem);
  const entered = withCredentials(ports, credentials);
  const complete = await prepare(entered, target, values, options);
  if ('problem' in complete) return failed(complete.problem);
  return sendPrepared(entered, target, complete, options, permitted.agreed);
}

async function sendPrepared(
  ports: SendPorts,
  target: Target,
  prepared: Prepared,
  options: SendValuesOptions,
  agreed?: Question,
): Promise<SendResult> {
  const permitted = await permitLoaded(ports, target, prepared, options, agreed);
  if ('problem' in permitted) return failed(permitted.problem, prepared.secrets);
  const { loaded } = permitted;
  options.onLeave?.();
  const first = await sendOnce(ports, target, prepared, loaded, options);
  if (!isTokenRefused(target, first)) return first;
  ports.tokens.delete(target.connection);
  return sendOnce(ports, target, prepared, loaded, options);
}

interface Permitted {
  readonly loaded: Extract<FilesOutcome, { kind: 'loaded' }>;
  readonly agreed: Question | undefined;
}

/** Files come before the question: nobody should answer one for a request that then cannot be sent. */
async function permitLoaded(
  ports: SendPorts,
  target: Target,
  { values }: Pick<Prepared, 'values'>,
  { origin, written }: Pick<SendValuesOptions, 'origin' | 'written'>,
  agreed?: Question,
): Promise<Permitted | { problem: Problem }> {
  const loaded = await loadFiles(target.operation, values, ports.readFile);
  if (loaded.kind === 'failed') return { problem: loaded.problem };
  const permission = await permit(ports, target, { values, origin, written, agreed });
  return permission.kind === 'refused' ? { problem: permission.problem } : { loaded, agreed: permission.agreed };
}

/** Credentials that a person can give, for want of which nothing can be sent. */
function credentialsLack(problem: Problem): CredentialsLack | undefined {
  if (problem.kind === 'missingCredentials') return { kind: 'missing', names: problem.names };
  return problem.kind === 'unconfirmedOrigin' ? { kind: 'unconfirmed', origin: problem.origin } : undefined;
}

function withCredentials(ports: SendPorts, credentials: Credentials): SendPorts {
  return { ...ports, credentials: async () => ({ kind: 'found', credentials }) };
}

async function sendOnce(
  ports: SendPorts,
  target: Target,
  { values, credentials, secrets }: Prepared,
  loaded: Extract<FilesOutcome, { kind: 'loaded' }>,
  { signal, written }: Pick<SendValuesOptions, 'signal' | 'written'>,
): Promise<SendResult> {
  const { provider, operation, connection } = target;
  const authorization = await authorizeOrFail(ports, target, credentials, signal);
  if ('problem' in authorization) return failed(authorization.problem, secrets);
  const request = buildRequest(provider, operation, connection, {
    values: loaded.values,
    files: loaded.files,
    authorization: authorization.headers,
    boundary: `----esign-${ports.newId()}`,
    written,
    // A member that a later one replaces is masked by nobody.
    repeats: secrets.some(({ name }) => name.startsWith('/body')) ? 'dropped' : 'kept',
  });
  if ('kind' in request) return failed(request, secrets);
  const carried = [...secrets, ...secretsOfHeaders(authorization.headers)];
  const origins = originsOf(connection);
  const isTokenCall = operation.authorization === 'client';
  const followed = await sendFollowing(ports.http, request, { origins, isTokenCall, limits: ports.limits, signal });
  if (followed.kind === 'foreign') {
    const { origin } = followed;
    return failed({ kind: 'foreignOrigin', connection: connection.id, origin, confirmed: origins }, carried);
  }
  const { outcome, remarks } = followed;
  if (outcome.kind === 'failed') {
    const all = sortSecrets(carried);
    const masker = maskerOf(all, operation);
    const sent = maskRequest(request, operation, masker);
    const attachments = maskAttachments(loaded.attachments, masker);
    const problem = noReply(target, sent.url, masker.value(outcome.failure));
    return { sent, attachments, outcome: { kind: 'failed', problem }, secrets: all };
  }
  if (ports.pause !== undefined) await prepareReplyBody(outcome.reply, ports.pause);
  const context = { ...target, values, now: ports.now(), secrets: carried, remarks };
  const { reading, secrets: all } = readReply(outcome.reply, context);
  const masker = maskerOf(all, operation);
  return {
    sent: maskRequest(request, operation, masker),
    attachments: maskAttachments(loaded.attachments, masker),
    outcome: { kind: 'replied', reply: outcome.reply, reading },
    secrets: all,
  };
}

async function authorizeOrFail(
  ports: SendPorts,
  { provider, operation, connection }: Target,
  credentials: Credentials,
  signal: AbortSignal | undefined,
): Promise<{ headers: Readonly<Record<string, string>> } | { problem: Problem }> {
  const { tokens, now } = ports;
  const call = createCall(withCredentials(ports, credentials), provider, connection, signal);
  try {
    const context = { auth: provider.auth, connection, credentials, tokens, call, now };
    return { headers: await authorize(operation.authorization ?? 'token', context) };
  } catch (error: unknown) {
    if (error instanceof UnusableToken) {
      return { problem: { kind: 'unusableToken', provider: provider.id, detail: error.message } };
    }
    if (!(error instanceof CallFailed)) throw error;
    return { problem: tokenProblem(provider, error) };
  }
}

function maskAttachments(attachments: readonly Attachment[], masker: Masker): readonly Attachment[] {
  return attachments.map((attachment) => shownAttachment(attachment, (text) => masker.text(text)));
}

function isTokenRefused({ provider, operation }: Target, { outcome }: SendResult): boolean {
  const usesToken = (operation.authorization ?? 'token') === 'token' && provider.auth.acquire !== undefined;
  return usesToken && outcome.kind === 'replied' && provider.auth.isTokenRejected(outcome.reply);
}

function failed(problem: Problem, secrets: readonly Secret[] = []): SendResult {
  const all = sortSecrets(secrets);
  const masked = all.length === 0 ? problem : maskerOf(all, undefined).value(problem);
  return { sent: undefined, outcome: { kind: 'failed', problem: masked }, secrets: all };
}

/** The whole value, and the part behind its scheme: that is the token itself. */
function secretsOfHeaders(headers: Readonly<Record<string, string>>): readonly Secret[] {
  return Object.entries(headers).flatMap(([name, value]) => [
    { name, value },
    { name, value: value.replace(/^\S+ /, '') },
  ]);
}

function findOperation(provider: Provider, id: string): Operation {
  const operation = provider.operations.find((candidate) => candidate.id === id);
  if (operation === undefined) throw new Error(`${provider.id} calls "${id}", which is none of its operations.`);
  return operation;
}
