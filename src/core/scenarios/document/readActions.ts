import { t } from '@vscode/l10n';
import type { JsonValue } from '../../../protocol/json';
import type { Components } from './components';
import type { Findings } from './findings';
import { readCriteria } from './readCriteria';
import type { FailureAction, Goal, SuccessAction } from './scenario';
import { failureActionObject, type RawFailureAction, type RawSuccessAction, successActionObject } from './schema';

const starts = () => ({ name: 'end', type: 'end' });
const successKind = { schema: successActionObject, noun: 'successAction', starts } as const;
const failureKind = { schema: failureActionObject, noun: 'failureAction', starts } as const;

export function readSuccessActions(
  findings: Findings,
  components: Components,
  values: readonly JsonValue[] | undefined,
  pointer: string,
): readonly SuccessAction[] {
  return components.pieces('successActions', successKind, values, pointer).flatMap(({ raw, pointer: at }) => {
    const action = readSuccessAction(findings, raw, at);
    return action === undefined ? [] : [action];
  });
}

function readSuccessAction(findings: Findings, raw: RawSuccessAction, pointer: string): SuccessAction | undefined {
  const { name, type } = raw;
  const base = { name, pointer, criteria: readCriteria(findings, raw.criteria, `${pointer}/criteria`) };
  if (type === 'end') return { ...base, type };
  const goal = readGoal(findings, raw, pointer);
  return goal && { ...base, type, goal };
}

export function readFailureActions(
  findings: Findings,
  components: Components,
  values: readonly JsonValue[] | undefined,
  pointer: string,
): readonly FailureAction[] {
  return components.pieces('failureActions', failureKind, values, pointer).flatMap(({ raw, pointer: at }) => {
    const action = readFailureAction(findings, raw, at);
    return action === undefined ? [] : [action];
  });
}

/** Seconds to wait where neither the file nor the server says how long. */
const defaultRetryAfter = 0;

function readFailureAction(findings: Findings, raw: RawFailureAction, pointer: string): FailureAction | undefined {
  const { name, type, retryAfter = defaultRetryAfter, retryLimit = 1 } = raw;
  const base = { name, pointer, criteria: readCriteria(findings, raw.criteria, `${pointer}/criteria`) };
  if (type === 'end') return { ...base, type };
  if (type === 'goto') {
    const goal = readGoal(findings, raw, pointer);
    return goal && { ...base, type, goal };
  }
  const isBefore = raw.stepId !== undefined || raw.workflowId !== undefined;
  const goal = isBefore ? readGoal(findings, raw, pointer) : undefined;
  return { ...base, type, goal, afterSeconds: retryAfter, limit: retryLimit };
}

function readGoal(
  findings: Findings,
  { stepId, workflowId }: RawSuccessAction | RawFailureAction,
  pointer: string,
): Goal | undefined {
  if ((stepId === undefined) === (workflowId === undefined)) {
    findings.error(pointer, 'goal', t('The action must name either a stepId or a workflowId.'));
    return undefined;
  }
  return workflowId === undefined ? { kind: 'step', stepId: stepId ?? '' } : { kind: 'workflow', workflowId };
}
