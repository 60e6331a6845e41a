import {
  type Caller,
  type EmulatedReply,
  type EmulatedRequest,
  type EmulatorDefinition,
  type EmulatorTools,
  type HandlerContext,
  isRejection,
  type RefusedReply,
  type Rejection,
} from '../../core/emulation';
import { moreIssuesCode } from '../../core/forms/checks/moreIssues';
import { ruleIssues, type Validation } from '../../core/forms/checks/validateRequest';
import type { Operation } from '../../core/operation';
import type { Provider } from '../../core/provider';
import { illustrativeHeaders } from '../../core/replies/illustration';
import type { ServedRoute } from '../../core/routing/routes';
import { once } from '../../core/typing/once';
import type { Issue } from '../../protocol/form';
import { type DecodedBody, decodeBody } from '../bodies/decodeBody';
import { undocumentedNames } from '../bodies/undocumentedNames';
import type { Answer } from '../disclosure/answer';
import { mostIssues, type TooMuch } from '../limits';
import { chooseCall } from './chooseCall';
import { errorsOf } from './errorsOf';

export interface Emulation {
  readonly provider: Provider;
  readonly definition: EmulatorDefinition;
  readonly tools: EmulatorTools;
  /** Ids of the failures: an issue with such a code is answered as the provider answers that failure. */
  readonly failures: ReadonlySet<string>;
  /** Whether names that nobody documents, and what sources disagree on, are refused. */
  isStrict(): boolean;
}

/**
 * Answers one call the way the vendors' servers work through it: who calls, is the request well formed, do the
 * documents exist, do the rules hold, and only then what was asked for.
 */
export function answerOperation(
  emulation: Emulation,
  state: unknown,
  { operations, parameters, dialect }: ServedRoute,
  asked: EmulatedRequest,
): Answer {
  const { definition, tools } = emulation;
  const request = dialect === undefined ? asked : { ...asked, dialect };
  const known = callerOfAll(emulation, operations, request, state);
  if (known !== undefined && isRejection(known)) return definition.reject(known, []);
  const arrived = { parameters, query: request.query, body: once(() => decodeBody(request)) };
  const { operation, check } = chooseCall(operations, arrived, definition);
  const caller = known ?? callerOf(emulation, operation, request, state);
  if (isRejection(caller)) return definition.reject(caller, []);
  const first = check();
  if (first.kind === 'tooMuch') return tooLarge(first);
  if (first.kind === 'unreadable') return definition.rejectInvalid(operation, [first.issue]);
  const { baseUrl, headers } = request;
  const uploads = (name: string) => uploadsIn(arrived.body(), name);
  const upload = (name: string) => uploads(name).at(-1);
  const { values } = first.validation;
  const context = { state, values: values as never, caller, tools, baseUrl, headers, dialect, upload, uploads };
  const refusal = refusalOf(emulation, operation, first.validation, context);
  if (refusal !== undefined) return refusal;
  const reply = handlerOf(definition, operation)(context);
  return isRejection(reply) ? definition.reject(reply, []) : answerOf(reply, operation);
}

/** Nearly every reply has a status and a body: a copy of any other takes longer. */
function answerOf(reply: EmulatedReply, operation: Operation): Answer {
  const { status, headers, body, delayMs } = reply;
  if (headers === undefined && delayMs === undefined && body !== undefined) return { status, body, operation };
  return { ...reply, operation };
}

/** As if the token of the caller had expired. One that never does is taken for none that is known. */
export function answerExpired(
  emulation: Emulation,
  state: unknown,
  { operations }: ServedRoute,
  request: EmulatedRequest,
): Answer {
  const { definition, tools } = emulation;
  const [operation] = operations;
  if (operation === undefined) throw new Error('A route without operations was matched.');
  const later = { ...tools, now: () => tools.now() + hundredYears };
  const after = callerOf({ ...emulation, tools: later }, operation, request, state);
  if (isRejection(after)) return definition.reject(after, []);
  const headers = { ...request.headers, authorization: 'Bearer expired' };
  const unknown = callerOf(emulation, operation, { ...request, headers }, state);
  return isRejection(unknown) ? definition.reject(unknown, []) : { status: 401, body: { message: 'Unauthorized' } };
}

const hundredYears = 100 * 365 * 24 * 60 * 60_000;

function uploadsIn(body: DecodedBody, name: string): readonly Uint8Array[] {
  return (body.kind === 'fields' && body.files?.get(name)) || [];
}

/** In no API's words: the limit is this emulator's own. */
function tooLarge({ detail }: TooMuch): EmulatedReply {
  const headers = { 'content-type': 'text/plain; charset=utf-8', ...illustrativeHeaders(['status', 'message']) };
  return { status: 413, headers, body: `The request is larger than the emulator takes. ${detail}` };
}

/** Who calls, where the calls that share a route want to know it alike: found out before the body is read for them. */
function callerOfAll(
  emulation: Emulation,
  operations: readonly Operation[],
  request: EmulatedRequest,
  state: unknown,
): Caller | Rejection | undefined {
  const [first, ...others] = operations;
  const isAlike = first !== undefined && others.every(({ authorization }) => authorization === first.authorization);
  return isAlike ? callerOf(emulation, first, request, state) : undefined;
}

function callerOf(
  { definition, tools }: Emulation,
  operation: Operation,
  request: EmulatedRequest,
  state: unknown,
): ReturnType<EmulatorDefinition['authenticate']> {
  if (operation.authorization === 'none') return nobody;
  return definition.authenticate(request, operation, state, tools);
}

const nobody: Caller = { account: '' };

/** Schemas first: facts are asked for well formed values only. Then the rules, with the facts. */
function refusalOf(
  { definition, failures, isStrict }: Emulation,
  operation: Operation,
  first: Validation,
  context: HandlerContext<unknown>,
): Answer | undefined {
  const refused = isStrict() ? all : errorsOf;
  const unknown = isStrict() && first.holdsUnknownKeys ? undocumentedNames(operation, first.values) : [];
  const malformed = [...unknown, ...refused(first.issues).filter(({ code }) => !failures.has(code))];
  if (malformed.length > 0) {
    const reply = definition.rejectInvalid(operation, malformed.slice(0, mostIssues));
    return unknown.length === 0 ? reply : strictly(reply, unknown, malformed.length > unknown.length);
  }
  const facts = definition.facts?.[operation.id]?.(context);
  if (typeof facts === 'object' && facts !== null && isRejection(facts)) return definition.reject(facts, []);
  const issues = facts === undefined ? first.issues : ruleIssues(operation, first.values, facts);
  const unmet = refused(issues);
  const [rule] = unmet;
  return rule && definition.reject({ failure: rule.code }, unmet.slice(0, mostIssues));
}

/** No server is known to refuse for a name: of the documented failures it is none. */
function strictly(reply: RefusedReply, unknown: readonly Issue[], isOtherwiseMalformed: boolean): Answer {
  const undocumented = unknown.map(({ pointer }) => pointer);
  return isOtherwiseMalformed ? { ...reply, undocumented } : { ...reply, undocumented, failures: [] };
}

/** Also what no source, or not every source, forbids. */
function all(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ code }) => code !== moreIssuesCode);
}

function handlerOf(definition: EmulatorDefinition, operation: Operation) {
  const handler = definition.handlers[operation.id];
  if (handler === undefined) throw new Error(`The emulator has no handler for ${operation.id}.`);
  return handler;
}
