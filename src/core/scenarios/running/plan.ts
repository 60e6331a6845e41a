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
  const called = new Set(workflows.flatMap(({ steps }) => steps.flatMap(workflowsOf)));
  const own = workflows.filter(({ prefix }) => prefix === '');
  const wanted =
    chosen === undefined
      ? own.filter(({ workflowId }) => !called.has(workflowId) || own.length === 1)
      : workflows.filter(({ workflowId }) => workflowId === chosen);
  const groups: LinkedWorkflow[][] = [];
  for (const workflow of wanted) {
    const chain = withNeeded(workflows, workflow, new Set());
    const shared = groups.filter((group) => group.some((one) => chain.includes(one)));
    const whole = [...new Set([...shared.flat(), ...chain])];
    groups.splice(0, groups.length, ...groups.filter((group) => !shared.includes(group)), whole);
  }
  return groups;
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
