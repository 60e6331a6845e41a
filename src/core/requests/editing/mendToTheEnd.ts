import type { FormEdit, Mend } from '../../../protocol/form';
import { holderOf } from '../pointer';
import { editTexts } from './editTexts';

interface Mendable {
  readonly mend?: Pick<Mend, 'edits'>;
}

export interface MendedText<I extends Mendable> {
  readonly text: string;
  readonly mended: readonly I[];
  /** For a person. */
  readonly left: readonly I[];
}

/** Far more than slips hide one another. */
const mostRounds = 50;

/** Mends a text until nothing is left that can be mended: one slip may hide another, so that it is looked at again. */
export async function mendToTheEnd<I extends Mendable>(
  start: string,
  check: (text: string) => Promise<readonly I[]>,
): Promise<MendedText<I>> {
  let text = start;
  let left = await check(text);
  const mended: I[] = [];
  const seen = new Set([text]);
  for (let round = 0; round < mostRounds; round += 1) {
    const chosen = compatible(left);
    const edits = chosen.flatMap(({ mend }) => mend?.edits ?? []);
    if (edits.length === 0) break;
    const next = editTexts(text, edits);
    // Two mends that undo each other would go on for ever.
    if (seen.has(next)) break;
    seen.add(next);
    mended.push(...chosen);
    text = next;
    left = await check(text);
  }
  return { text, mended, left };
}

/** Of several mends of one place the first: the others may no longer fit, nor what mends a part of what is replaced. */
function compatible<I extends Mendable>(issues: readonly I[]): readonly I[] {
  const taken = new Set<string>();
  const replaced = new Set<string>();
  return issues.filter(({ mend }) => {
    const edits = mend?.edits ?? [];
    const isTaken = ({ pointer }: FormEdit) => taken.has(pointer) || around(pointer).some((one) => replaced.has(one));
    if (edits.length === 0 || edits.some(isTaken)) return false;
    for (const { kind, pointer } of edits) {
      taken.add(pointer);
      if (kind === 'set' || kind === 'remove') replaced.add(pointer);
    }
    return true;
  });
}

function around(pointer: string): readonly string[] {
  const parent = holderOf(pointer);
  return parent === '' ? [] : [parent, ...around(parent)];
}
