import type { Workflow } from '../scenario';

/** Workflows that come before themselves, by steps that call them or by what they depend on. */
export function circles(workflows: readonly Workflow[]): readonly (readonly string[])[] {
  const needs = new Map(workflows.map((one) => [one.workflowId, neededBy(one)]));
  const done = new Set<string>();
  const found: (readonly string[])[] = [];
  const visit = (id: string, above: readonly string[]): void => {
    const start = above.indexOf(id);
    if (start >= 0) found.push([...above.slice(start), id]);
    if (start >= 0 || done.has(id)) return;
    for (const next of needs.get(id) ?? []) visit(next, [...above, id]);
    done.add(id);
  };
  for (const { workflowId } of workflows) visit(workflowId, []);
  return found;
}

function neededBy({ dependsOn, steps }: Workflow): readonly string[] {
  const called = steps.flatMap(({ call }) => (call.kind === 'workflow' ? [call.workflowId] : []));
  return [...dependsOn, ...called];
}
