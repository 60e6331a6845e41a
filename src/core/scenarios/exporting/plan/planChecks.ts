import { t } from '@vscode/l10n';
import type { Condition } from '../../criteria/condition';
import type { Criterion } from '../../criteria/criterion';
import type { FailureAction, SuccessAction } from '../../document/scenario';
import type { LinkedStep } from '../../linking/linkedScenario';
import type { PlannedAction, PlannedCheck, PlannedCondition } from './exportPlan';
import type { Names } from './names';
import type { PlanContext } from './planContext';
import { planRead } from './planValue';

/** Without criteria the reply must be a success. */
export function planStepChecks(context: PlanContext, step: LinkedStep, names: Names): readonly PlannedCheck[] {
  const { criteria, pointer, target } = step;
  if (criteria.length > 0 || target.kind === 'workflow') return planChecks(context, criteria, names);
  const text = target.kind === 'page' ? 'the page opens' : 'the reply is a success';
  return [{ kind: 'success', text, pointer, line: context.lineOf(pointer) }];
}

function planChecks(context: PlanContext, criteria: readonly Criterion[], names: Names): readonly PlannedCheck[] {
  return criteria.flatMap((criterion) => planCheck(context, criterion, names) ?? []);
}

function planCheck(context: PlanContext, criterion: Criterion, names: Names): PlannedCheck | undefined {
  const { condition, pointer } = criterion;
  const base = { text: condition, pointer, line: context.lineOf(pointer) };
  switch (criterion.kind) {
    case 'simple':
      return { ...base, kind: 'simple', condition: planCondition(criterion.parsed, names) };
    case 'regex': {
      const { expression, text } = criterion.context;
      return { ...base, kind: 'regex', context: planRead(expression, text, names), pattern: condition };
    }
    case 'jsonpath':
      context.findings.error(
        pointer,
        'not_exported',
        t('The engines know no JSONPath for checks: write a pointer instead, such as $response.body#/0/status.'),
      );
      return undefined;
  }
}

function planCondition(condition: Condition, names: Names): PlannedCondition {
  switch (condition.kind) {
    case 'literal':
      return condition;
    case 'expression':
      return planRead(condition.expression, condition.text, names, condition.path);
    case 'not':
      return { kind: 'not', inner: planCondition(condition.inner, names) };
    default:
      return {
        ...condition,
        left: planCondition(condition.left, names),
        right: planCondition(condition.right, names),
      };
  }
}

export function planActions(
  context: PlanContext,
  actions: readonly (SuccessAction | FailureAction)[],
  names: Names,
): readonly PlannedAction[] {
  return actions.map(({ criteria, ...action }) => ({ ...action, checks: planChecks(context, criteria, names) }));
}
