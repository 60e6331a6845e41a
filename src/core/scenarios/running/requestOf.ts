import type { JsonObject, JsonValue } from '../../../protocol/json';
import { ConstantRequest } from '../../forms/checks/constantRequest';
import { validateRequest } from '../../forms/checks/validateRequest';
import type { Operation, RequestValues } from '../../operation';
import { setAt } from '../../requests/pointer';
import { referencesIn } from '../../requests/references/references';
import { fillAll } from '../document/fillable';
import type { Parameter, StepBody } from '../document/scenario';
import type { Filled } from '../expressions/evaluate';
import { isJson } from '../expressions/evaluate';
import type { Scope } from '../expressions/scope';
import type { LinkedStep, StepTarget } from '../linking/linkedScenario';

export type Built<Value> =
  | { readonly kind: 'built'; readonly value: Value }
  /** The expression that has no value. */
  | { readonly kind: 'nothing'; readonly text: string };

type WrittenRequest = Pick<LinkedStep, 'parameters' | 'body'>;

/** What a step sends whatever happened before it; undefined where that decides. */
export function constantOf(step: WrittenRequest): ConstantRequest | undefined {
  const { parameters, body } = step;
  const parts = [
    ...parameters.map(({ value }) => value),
    ...(body?.payload === undefined ? [] : [body.payload]),
    ...(body?.replacements ?? []).map(({ value }) => value),
  ];
  if (parts.some(({ kind }) => kind !== 'literal')) return undefined;
  const built = requestOf(step, nothing);
  // What looks like a reference is told before anything runs, and checked when it is sent.
  const isPlain = built.kind === 'built' && referencesIn(built.value).length === 0;
  return isPlain ? new ConstantRequest(built.value) : undefined;
}

const nothing: Scope = { inputs: {}, outputs: {}, steps: new Map(), workflows: new Map(), exchange: undefined };

/** The values that a step sends. */
export function requestOf({ parameters, body }: WrittenRequest, scope: Scope): Built<RequestValues> {
  const path = parameterValues(
    parameters.filter((one) => one.in === 'path'),
    scope,
  );
  if (path.kind === 'nothing') return path;
  const query = parameterValues(
    parameters.filter((one) => one.in === 'query'),
    scope,
  );
  if (query.kind === 'nothing') return query;
  const filled = body === undefined ? undefined : bodyOf(body, scope);
  if (filled?.kind === 'nothing') return filled;
  const value = {
    ...(hasMembers(path.value) && { path: path.value }),
    ...(hasMembers(query.value) && { query: query.value }),
    ...(filled !== undefined && { body: filled.value }),
  };
  return { kind: 'built', value };
}

/** The values of parameters by their names. */
export function parameterValues(parameters: readonly Parameter[], scope: Scope): Built<JsonObject> {
  const values: [string, JsonValue][] = [];
  for (const { name, value } of parameters) {
    const filled = fillAll(value, scope);
    if (filled.kind === 'nothing') return filled;
    values.push([name, filled.value]);
  }
  return { kind: 'built', value: Object.fromEntries(values) };
}

function bodyOf({ payload, replacements }: StepBody, scope: Scope): Filled {
  let body: Filled = payload === undefined ? { kind: 'value', value: {} } : fillAll(payload, scope);
  for (const { target, value } of replacements) {
    const filled = fillAll(value, scope);
    if (filled.kind === 'nothing' || body.kind === 'nothing') return filled.kind === 'nothing' ? filled : body;
    const replaced: unknown = setAt(body.value, target, filled.value);
    if (isJson(replaced)) body = { kind: 'value', value: replaced };
  }
  return body;
}

function hasMembers(object: JsonObject): boolean {
  return Object.keys(object).length > 0;
}

/** Of several operations at one address the one that the values are for. */
export function operationFor(
  { operations, provider }: Extract<StepTarget, { kind: 'operation' }>,
  values: RequestValues,
): Operation {
  const [first, ...others] = operations;
  if (others.length === 0) return first;
  const isRight = (operation: Operation) =>
    validateRequest(operation, values, undefined, { references: 'refused', siblings: provider }).issues.every(
      ({ severity }) => severity !== 'error',
    );
  return operations.find(isRight) ?? first;
}
