import type { Issue, Mend } from '../../../protocol/form';

/** One mend for each kind of issue that stands in several places. */
export function mendsForAll(issues: readonly Issue[]): readonly Mend[] {
  const kinds = new Map<string, Mend[]>();
  for (const { mend } of issues) {
    if (mend?.titleForAll === undefined) continue;
    const known = kinds.get(mend.titleForAll) ?? [];
    known.push(mend);
    kinds.set(mend.titleForAll, known);
  }
  return [...kinds]
    .filter(([, mends]) => mends.length > 1)
    .map(([title, mends]) => ({ title, edits: mends.flatMap(({ edits }) => edits) }));
}
