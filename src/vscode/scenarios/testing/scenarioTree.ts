import { t } from '@vscode/l10n';
import { readScenario } from '../../../core/scenarios/document/readScenario';
import type { Scenario } from '../../../core/scenarios/document/scenario';
import { type LineRange, rangeAt } from './lineRange';

/** What the Testing view shows of a file. */
export type ScenarioTree =
  | { readonly kind: 'read'; readonly title: string; readonly workflows: readonly WorkflowNode[] }
  /** `line` from 1. */
  | { readonly kind: 'broken'; readonly message: string; readonly line: number };

export interface WorkflowNode {
  readonly id: string;
  readonly description: string | undefined;
  readonly range: LineRange;
  readonly steps: readonly StepNode[];
}

export interface StepNode {
  readonly id: string;
  readonly description: string | undefined;
  readonly range: LineRange;
}

export function scenarioTree(text: string, fileName: string): ScenarioTree {
  const { scenario, issues } = readScenario(text, fileName);
  if (scenario !== undefined) return treeOf(scenario);
  const [first, ...others] = issues.filter(({ severity }) => severity === 'error');
  const more = others.length === 0 ? [] : [t('And {0} more.', others.length)];
  return { kind: 'broken', message: [first?.message ?? '', ...more].join(' '), line: first?.place?.line ?? 1 };
}

function treeOf({ title, source, workflows }: Scenario): ScenarioTree {
  return {
    kind: 'read',
    title,
    workflows: workflows.map(({ workflowId, summary, pointer, steps }) => ({
      id: workflowId,
      description: summary?.split('\n')[0],
      range: rangeAt(source, pointer),
      steps: steps.map((step) => ({
        id: step.stepId,
        description: step.description?.trim().split('\n')[0],
        range: rangeAt(source, step.pointer),
      })),
    })),
  };
}
