import type { LinkedScenario, LinkedWorkflow } from '../linking/linkedScenario';
import { workflowsOf } from '../linking/linkScenario';

/**
 * The workflows of a file in groups that have to share an emulator, because one builds on what another did; within a
 * group those that others wait for come first. Without a choice, workflows that only others run are left to them.
 */
export function planRun(
  { workflows }: LinkedScenario,
  chosen: string | undefined,
): readonly (readonly LinkedWorkflow[])[] {
  const wanted =
    chosen === undefined ? startsOf(workflows) : workflows.filter(({ workflowId }) => workflowId === chosen);
  const groups: LinkedWorkflow[][] = [];
  for (const workflow of wanted) {
    const chain = withNeeded(workflows, workflow, new Set());
    const shared = groups.filter((group) => group.some((one) => chain.includes(one)));
    const whole = [...new Set([...shared.flat(), ...chain])];
    groups.splice(0, groups.length, ...groups.filter((group) => !shared.includes(group)), whole);
  }
  return groups;
}

/** Those of the file that no other runs; of those that only run each other the first, so that none is left out. */
function startsOf(workflows: readonly LinkedWorkflow[]): readonly LinkedWorkflow[] {
  const byId = new Map(workflows.map((one) => [one.workflowId, one]));
  const othersOf = (one: LinkedWorkflow) => one.steps.flatMap(workflowsOf).filter((id) => id !== one.workflowId);
  const called = new Set(workflows.flatMap(othersOf));
  const own = workflows.filter(({ prefix }) => prefix === '');
  const starts = new Set(own.filter(({ workflowId }) => !called.has(workflowId)));
  const reached = new Set<LinkedWorkflow>(starts);
  const reachAll = () => {
    // What is added meanwhile is gone through as well.
    for (const one of reached) {
      for (const id of [...othersOf(one), ...one.dependsOn]) reached.add(byId.get(id) ?? one);
    }
  };
  reachAll();
  for (const one of own) {
    if (reached.has(one)) continue;
    starts.add(one);
    reached.add(one);
    reachAll();
  }
  return own.filter((one) => starts.has(one));
}

/** Those that a workflow depends on before itself, each once. */
function withNeeded(
  all: readonly LinkedWorkflow[],
  workflow: LinkedWorkflow,
  seen: Set<string>,
): readonly LinkedWorkflow[] {
  if (seen.has(workflow.workflowId)) return [];
  seen.add(workflow.workflowId);
  const needed = workflow.dependsOn.flatMap((id) => all.find(({ workflowId }) => workflowId === id) ?? []);
  return [...needed.flatMap((one) => withNeeded(all, one, seen)), workflow];
}
