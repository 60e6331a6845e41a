import {
  type Caller,
  type EmulatedReply,
  type EmulatedRequest,
  type EmulatorDefinition,
  type EmulatorTools,
  type HandlerContext,
  isRejection,
  type Rejection,
} from '../core/emulation';
import { moreIssuesCode } from '../core/forms/checks/moreIssues';
import { ruleIssues, validateRequest } from '../core/forms/checks/validateRequest';
import type { Operation, RequestValues } from '../core/operation';
import type { Provider } from '../core/provider';
import type { Issue } from '../protocol/form';
import { decodeBody } from './bodies/decodeBody';
import { type Arrived, readValues, type Tolerance } from './bodies/readValues';
import { mostIssues } from './limits';
import type { RouteMatch } from './router';

export interface Emulation {
  readonly provider: Provider;
  readonly definition: EmulatorDefinition;
  readonly tools: EmulatorTools;
  /** Ids of the failures: an issue with such a code is answered as the provider answers that failure. */
  readonly failures: ReadonlySet<string>;
}

/**
 * Answers one call the way the vendors' servers work through it: who calls, is the request well formed, do the
 * documents exist, do the rules hold, and only then what was asked for.
 */
export function answerOperation(
  emulation: Emulation,
  state: unknown,
  { operations, parameters }: RouteMatch,
  request: EmulatedRequest,
): EmulatedReply {
  const { definition, tools } = emulation;
  const known = callerOfAll(emulation, operations, request, state);
  if (known !== undefined && isRejection(known)) return definition.reject(known, []);
  const arrived = { parameters, query: request.query, body: once(() => decodeBody(request)) };
  const operation = chooseOperation(operations, arrived, definition);
  const caller = known ?? callerOf(emulation, operation, request, state);
  if (isRejection(caller)) return definition.reject(caller, []);
  const read = readValues(operation, arrived, definition);
  if (read.kind === 'unreadable') return definition.rejectInvalid(operation, [read.issue]);
  const { baseUrl, headers } = request;
  const context = { state, caller, tools, baseUrl, headers };
  const checked = check(emulation, operation, read.values, context);
  if ('refusal' in checked) return checked.refusal;
  const reply = handlerOf(definition, operation)({ ...context, values: checked.values as never });
  return isRejection(reply) ? definition.reject(reply, []) : reply;
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

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** Calls that share a route are told apart by what they carry: the first whose schemas accept the request. */
function chooseOperation(operations: readonly Operation[], arrived: Arrived, tolerance: Tolerance): Operation {
  const [first, ...others] = operations;
  if (first === undefined) throw new Error('A route without operations was matched.');
  if (others.length === 0) return first;
  const accepts = (operation: Operation) => {
    const read = readValues(operation, arrived, tolerance);
    return (
      read.kind === 'read' &&
      errorsOf(validateRequest(operation, read.values, undefined, onTheWire).issues).length === 0
    );
  };
  return operations.find(accepts) ?? first;
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

/** References `{{name}}` are for request files. */
const onTheWire = { references: 'refused', pasted: 'ignored', mostIssues } as const;

type Checked = { readonly values: RequestValues } | { readonly refusal: EmulatedReply };

/** Schemas first: facts are asked for well formed values only. Then the rules, with the facts. */
function check(
  { definition, failures }: Emulation,
  operation: Operation,
  values: RequestValues,
  context: Omit<HandlerContext<unknown>, 'values'>,
): Checked {
  const first = validateRequest(operation, values, undefined, onTheWire);
  const malformed = errorsOf(first.issues).filter(({ code }) => !failures.has(code));
  if (malformed.length > 0) return { refusal: definition.rejectInvalid(operation, malformed.slice(0, mostIssues)) };
  const facts = definition.facts?.[operation.id]?.({ ...context, values: first.values });
  if (typeof facts === 'object' && facts !== null && isRejection(facts)) {
    return { refusal: definition.reject(facts, []) };
  }
  const issues = facts === undefined ? first.issues : ruleIssues(operation, first.values, facts);
  const unmet = errorsOf(issues);
  const [rule] = unmet;
  if (rule !== undefined) return { refusal: definition.reject({ failure: rule.code }, unmet.slice(0, mostIssues)) };
  return { values: first.values };
}

/** Warnings are rules without a source: no server is known to refuse for them. */
function errorsOf(issues: readonly Issue[]): readonly Issue[] {
  return issues.filter(({ severity, code }) => severity === 'error' && code !== moreIssuesCode);
}

function handlerOf(definition: EmulatorDefinition, operation: Operation) {
  const handler = definition.handlers[operation.id];
  if (handler === undefined) throw new Error(`The emulator has no handler for ${operation.id}.`);
  return handler;
}
