import type { FormModel, Issue } from '../../../src/protocol/form';
import { pointerPosition } from '../../../src/protocol/requestPlace';

/** The issues from the top of the form to its end, as one meets their fields. */
export function inOrder(issues: readonly Issue[], model: Pick<FormModel, 'sections'>): readonly Issue[] {
  return issues
    .map((issue) => ({ issue, position: pointerPosition(model, issue.pointer) }))
    .toSorted((one, other) => compare(one.position, other.position))
    .map(({ issue }) => issue);
}

/** A whole comes before its parts; at one place issues stay as they came. */
function compare(one: readonly number[], other: readonly number[]): number {
  for (const [at, position] of one.entries()) {
    const difference = position - (other[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}
