import { t } from '@vscode/l10n';
import { nearest } from '../../forms/wording/nearest';
import { shortened } from '../../quoting/shortened';
import { readForeign, writeForeign } from '../document/foreignWorkflow';
import { writing } from '../document/mends';
import { adviceOn } from '../document/references/missingNames';
import type { FailureAction, Goal, SuccessAction } from '../document/scenario';
import type { ForeignFile } from './foreignFiles';
import type { LinkedStep, LinkedWorkflow, StepTarget } from './linkedScenario';
import { pathBeside } from './pathBeside';
import type { LinkContext } from './sourceMends';

/** The workflows of other files under the names that they have here. */
export function renamedWorkflows(files: ReadonlyMap<string, ForeignFile>): readonly LinkedWorkflow[] {
  return [...files].flatMap(([name, { url, scenario }]) =>
    scenario.workflows.map((workflow) => renamed(workflow, `${name}.`, url)),
  );
}

function renamed(workflow: LinkedWorkflow, before: string, url: string): LinkedWorkflow {
  const rename = (id: string) => `${before}${id}`;
  const { file } = workflow.home;
  const home = { ...workflow.home, file: file === undefined ? pathBeside('', url) : pathBeside(url, file) };
  return {
    ...workflow,
    dependsOn: workflow.dependsOn.map(rename),
    workflowId: rename(workflow.workflowId),
    prefix: rename(workflow.prefix),
    home,
    steps: workflow.steps.map((step) => ({
      ...step,
      ...resolvedGoals(step, rename),
      target: renamedTarget(step, rename),
      home,
    })),
  };
}

function renamedTarget({ target }: LinkedStep, rename: (id: string) => string): StepTarget {
  return target.kind === 'workflow' ? { ...target, workflowId: rename(target.workflowId) } : target;
}

type Acting = Pick<LinkedStep, 'onSuccess' | 'onFailure'>;
type Rename = (id: string, pointer: string) => string;

/** The actions of a step, with the workflows that they lead to under other names. */
export function resolvedGoals({ onSuccess, onFailure }: Acting, rename: Rename): Acting {
  return {
    onSuccess: onSuccess.map(
      (action): SuccessAction =>
        action.type === 'end' ? action : { ...action, goal: renamedGoal(action.goal, action, rename) },
    ),
    onFailure: onFailure.map((action): FailureAction => {
      if (action.type === 'end') return action;
      if (action.type === 'goto') return { ...action, goal: renamedGoal(action.goal, action, rename) };
      return { ...action, goal: action.goal && renamedGoal(action.goal, action, rename) };
    }),
  };
}

function renamedGoal(goal: Goal, { pointer }: { readonly pointer: string }, rename: Rename): Goal {
  return goal.kind === 'step' ? goal : { ...goal, workflowId: rename(goal.workflowId, `${pointer}/workflowId`) };
}

/** What a workflow is called here that is named as the file writes it. What is not there is told. */
export function resolvedId(
  { findings }: Pick<LinkContext, 'findings'>,
  files: ReadonlyMap<string, ForeignFile>,
  written: string,
  pointer: string,
): string {
  const foreign = readForeign(written);
  const file = foreign && files.get(foreign.source);
  // One that cannot be read was told where it is named.
  if (foreign === undefined || file === undefined) return written;
  const own = file.scenario.workflows.flatMap(({ workflowId, prefix }) => (prefix === '' ? [workflowId] : []));
  if (!own.includes(foreign.workflowId)) {
    const meant = nearest(foreign.workflowId, own);
    const message = t('There is no workflow "{0}" in {1}.', shortened(foreign.workflowId), shortened(file.url));
    const mend = meant === undefined ? undefined : writing(pointer, writeForeign({ ...foreign, workflowId: meant }));
    findings.error(pointer, 'reference', `${message} ${adviceOn(own, meant)}`, mend);
  }
  return `${foreign.source}.${foreign.workflowId}`;
}
