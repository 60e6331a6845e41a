import { t } from '@vscode/l10n';
import type { JsonObject, JsonValue } from '../../../protocol/json';
import { isObject } from '../../json/jsonKinds';
import { joinPointer } from '../../requests/pointer';
import { parseExpression } from '../expressions/parseExpression';
import type { Components } from './components';
import { readFillable } from './fillable';
import type { Findings } from './findings';
import { numbered } from './mends';
import { readFailureActions, readSuccessActions } from './readActions';
import { readBody } from './readBody';
import { readCall } from './readCall';
import { readCriteria } from './readCriteria';
import type { FailureAction, Output, Parameter, ScenarioStep, SuccessAction } from './scenario';
import { parameterObject, stepObject } from './schema';

/** What steps of a workflow have without saying so. */
export interface Shared {
  readonly parameters: readonly Parameter[];
  readonly onSuccess: readonly SuccessAction[];
  readonly onFailure: readonly FailureAction[];
}

const stepKind = {
  schema: stepObject,
  noun: 'step' as const,
  newer: ['channelPath', 'action', 'correlationId', 'dependsOn'],
  starts: (_value: JsonObject, pointer: string) => ({ stepId: numbered('step', pointer) }),
};
const parameterKind = { schema: parameterObject, noun: 'parameter' as const, starts: () => ({ name: '', value: '' }) };

export function readStep(
  findings: Findings,
  components: Components,
  shared: Shared,
  value: JsonValue,
  pointer: string,
): ScenarioStep | undefined {
  const raw = findings.piece(stepKind, value, pointer);
  if (raw === undefined || !isObject(value)) return undefined;
  const call = readCall(findings, raw, value, pointer);
  const parameters = readParameters(findings, components, raw.parameters, `${pointer}/parameters`);
  const onSuccess = readSuccessActions(findings, components, raw.onSuccess, `${pointer}/onSuccess`);
  const onFailure = readFailureActions(findings, components, raw.onFailure, `${pointer}/onFailure`);
  const step = {
    stepId: raw.stepId,
    pointer,
    description: raw.description,
    body: raw.requestBody === undefined ? undefined : readBody(findings, raw.requestBody, `${pointer}/requestBody`),
    criteria: readCriteria(findings, raw.successCriteria, `${pointer}/successCriteria`),
    parameters: [...parameters, ...withoutSame(shared.parameters, parameters, keyOfParameter)],
    onSuccess: [...onSuccess, ...withoutSame(shared.onSuccess, onSuccess, nameOf)],
    onFailure: [...onFailure, ...withoutSame(shared.onFailure, onFailure, nameOf)].map((action) =>
      withoutOwnStep(action, raw.stepId),
    ),
    outputs: readOutputs(findings, raw.outputs, `${pointer}/outputs`),
    timeoutMs: raw.timeout,
  };
  return call && { ...step, call };
}

/** The specification's schema wants every retry to name a step: its own is the one that is tried again anyway. */
function withoutOwnStep(action: FailureAction, stepId: string): FailureAction {
  const isOwn = action.type === 'retry' && action.goal?.kind === 'step' && action.goal.stepId === stepId;
  return isOwn ? { ...action, goal: undefined } : action;
}

/** Those of the workflow that the step has no own one of. */
function withoutSame<T>(shared: readonly T[], own: readonly T[], keyOf: (item: T) => string): readonly T[] {
  if (shared.length === 0) return shared;
  const known = new Set(own.map(keyOf));
  return shared.filter((item) => !known.has(keyOf(item)));
}

function keyOfParameter({ name, in: place }: Parameter): string {
  return JSON.stringify([place ?? '', name]);
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

export function readParameters(
  findings: Findings,
  components: Components,
  values: readonly JsonValue[] | undefined,
  pointer: string,
): readonly Parameter[] {
  const pieces = components.pieces('parameters', parameterKind, values, pointer);
  const parameters = pieces.map(({ raw, pointer: at }) => ({
    name: raw.name,
    in: raw.in,
    value: readFillable(findings, raw.value, `${at}/value`),
    pointer: at,
  }));
  const known = new Set<string>();
  for (const parameter of parameters) {
    const key = keyOfParameter(parameter);
    if (known.has(key))
      findings.error(parameter.pointer, 'duplicate', t('The parameter "{0}" is given twice.', parameter.name));
    known.add(key);
  }
  return parameters;
}

export function readOutputs(
  findings: Findings,
  outputs: Readonly<Record<string, string>> | undefined,
  pointer: string,
): readonly Output[] {
  return Object.entries(outputs ?? {}).flatMap(([name, text]) => {
    const at = joinPointer(pointer, name);
    const parsed = parseExpression(text);
    if (parsed.kind === 'fault') {
      findings.error(at, 'expression', parsed.message);
      return [];
    }
    findings.use({ kind: 'expression', text, expression: parsed.expression }, at);
    return [{ name, text, expression: parsed.expression, pointer: at }];
  });
}
