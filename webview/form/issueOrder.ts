import type { Issue } from '../../src/protocol/form';
import { segmentsOf } from './pointer';

const sections = ['path', 'query', 'body'];

/** The issues from the top of the form to its end: by section, then item by item. */
export function inOrder(issues: readonly Issue[]): readonly Issue[] {
  return issues.toSorted((a, b) => compare(segmentsOf(a.pointer), segmentsOf(b.pointer)));
}

function compare(a: readonly string[], b: readonly string[]): number {
  const bySection = sections.indexOf(a[0] ?? '') - sections.indexOf(b[0] ?? '');
  if (bySection !== 0) return bySection;
  for (const [at, segment] of a.entries()) {
    const other = b[at];
    if (segment === other) continue;
    // Between members of one object only the form knows the order: they stay as they came.
    return isIndex(segment) && isIndex(other) ? Number(segment) - Number(other) : 0;
  }
  return 0;
}

function isIndex(segment: string | undefined): boolean {
  return segment !== undefined && /^\d+$/.test(segment);
}
