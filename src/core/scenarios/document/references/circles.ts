import type { FailureAction, Workflow } from '../scenario';
import { goalOf } from './goalOf';

/**
 * Workflows that come before themselves: by what they depend on and by steps that come back to them, or because a step
 * that waits for another workflow is led to anew by its actions.
 */
export function circles(workflows: readonly Workflow[]): readonly (readonly string[])[] {
  const edges = new Map(workflows.map((one) => [one.workflowId, edgesOf(one)]));
  const found: (readonly string[])[] = [];
  const told = new Set<string>();
  for (const [id, { needed, awaited }] of edges) {
    if (told.has(id)) continue;
    const circle =
      wayBack(id, needed, (next) => edges.get(next)?.needed) ?? wayBack(id, awaited, (next) => edges.get(next)?.run);
    if (circle === undefined) continue;
    found.push(circle);
    for (const one of circle) told.add(one);
  }
  return found;
}

/** Steps of a workflow that retry each other, each before the other. */
export function stepCircles({ steps }: Workflow): readonly (readonly string[])[] {
  const before = new Map(steps.map(({ stepId, onFailure }) => [stepId, onFailure.flatMap(stepBefore)]));
  const found: (readonly string[])[] = [];
  for (const [id, first] of before) {
    if (found.some((circle) => circle.includes(id))) continue;
    const circle = wayBack(id, first, (next) => before.get(next));
    if (circle !== undefined) found.push(circle);
  }
  return found;
}

function stepBefore(action: FailureAction): readonly string[] {
  const goal = action.type === 'retry' ? action.goal : undefined;
  return goal?.kind === 'step' ? [goal.stepId] : [];
}

interface Edges {
  readonly needed: readonly string[];
  /** What steps and retries run, and come back from. */
  readonly awaited: readonly string[];
  /** Together with those that it ends with. */
  readonly run: readonly string[];
}

function edgesOf({ dependsOn, steps }: Workflow): Edges {
  const called = steps.flatMap(({ call }) => (call.kind === 'workflow' ? [call.workflowId] : []));
  const led = (isRetry: boolean) =>
    steps.flatMap(({ onSuccess, onFailure }) =>
      [...onSuccess, ...onFailure].flatMap((action) => {
        const goal = goalOf(action);
        return goal?.kind === 'workflow' && (action.type === 'retry') === isRetry ? [goal.workflowId] : [];
      }),
    );
  const awaited = [...called, ...led(true)];
  return { needed: [...dependsOn, ...awaited], awaited, run: [...awaited, ...led(false)] };
}

/** The shortest, from a workflow to itself. */
function wayBack(
  start: string,
  first: readonly string[],
  after: (id: string) => readonly string[] | undefined,
): readonly string[] | undefined {
  const before = new Map(first.map((id) => [id, start]));
  // What is added meanwhile is gone through as well.
  for (const id of before.keys()) {
    if (id === start) return [start, ...chain(before, start)];
    for (const next of after(id) ?? []) if (!before.has(next)) before.set(next, id);
  }
  return undefined;
}

function chain(before: ReadonlyMap<string, string>, start: string): readonly string[] {
  const way = [start];
  for (let id = before.get(start); id !== undefined && id !== start; id = before.get(id)) way.unshift(id);
  return way;
}
