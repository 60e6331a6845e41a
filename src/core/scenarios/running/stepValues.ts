import type { JsonObject, JsonValue } from '../../../protocol/json';
import type { RequestValues } from '../../operation';
import { fillAll } from '../document/fillable';
import { fill } from '../expressions/evaluate';
import type { Scope } from '../expressions/scope';
import type { LinkedStep, StepTarget } from '../linking/linkedScenario';
import { type Built, parameterValues, requestOf } from './requestOf';

/** What a step sends, or gives to what it calls, with all of its expressions filled. */
export type StepValues =
  | { readonly kind: 'request'; readonly values: RequestValues }
  /** Of the workflow that it runs. */
  | { readonly kind: 'inputs'; readonly values: JsonObject }
  | { readonly kind: 'page'; readonly values: PageValues };

export interface PageValues {
  readonly link: JsonValue;
  readonly form?: JsonValue;
}

type FillableStep = Pick<LinkedStep, 'target' | 'parameters' | 'body' | 'constant'>;

export function stepValues(step: FillableStep, scope: Scope): Built<StepValues> {
  const { target } = step;
  switch (target.kind) {
    case 'operation':
      return asKind(
        step.constant === undefined ? requestOf(step, scope) : { kind: 'built', value: step.constant.values },
        (values) => ({ kind: 'request', values }),
      );
    case 'workflow':
      return asKind(parameterValues(step.parameters, scope), (values) => ({ kind: 'inputs', values }));
    case 'page':
      return asKind(pageValues(step, target, scope), (values) => ({ kind: 'page', values }));
  }
}

function pageValues(
  { body }: FillableStep,
  { url }: Extract<StepTarget, { kind: 'page' }>,
  scope: Scope,
): Built<PageValues> {
  const link = fill(url, scope);
  if (link.kind === 'nothing') return link;
  if (body?.payload === undefined) return { kind: 'built', value: { link: link.value } };
  const form = fillAll(body.payload, scope);
  return form.kind === 'nothing' ? form : { kind: 'built', value: { link: link.value, form: form.value } };
}

function asKind<Value>(built: Built<Value>, make: (value: Value) => StepValues): Built<StepValues> {
  return built.kind === 'nothing' ? built : { kind: 'built', value: make(built.value) };
}
