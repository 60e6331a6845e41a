import { type Edit, format } from 'jsonc-parser';
import { applyReplacements } from './applyReplacements';
import { formattingOf } from './changeValue';

export interface LaidOutEdit extends Edit {
  /** Needs no lines of its own. */
  readonly isLaidOut: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Makes edits of one text and lays out what they brought, in the way of the lines around; all of it in one pass. */
export function applyLaidOut(text: string, edits: readonly LaidOutEdit[]): string {
  const counting = withoutOverlaps(edits);
  const changed = applyReplacements(text, counting);
  const options = { ...formattingOf(text), keepLines: false };
  const spans = joined(spansOf(counting).map((span) => wholeLines(changed, span)));
  return applyReplacements(
    changed,
    spans.flatMap(({ start, end }) => format(changed, { offset: start, length: end - start }, options)),
  );
}

/** Of an edit within another one the outer one counts. What is put at one place stays in its order. */
export function withoutOverlaps<One extends Edit>(edits: readonly One[]): One[] {
  const sorted = edits.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  let end = 0;
  return sorted.filter((edit) => {
    if (edit.offset < end) return false;
    end = edit.offset + edit.length;
    return true;
  });
}

/** Where the edits are in the text that they lead to. */
function spansOf(edits: readonly LaidOutEdit[]): readonly Span[] {
  let shift = 0;
  return edits.flatMap(({ offset, length, content, isLaidOut }) => {
    const start = offset + shift;
    shift += content.length - length;
    return isLaidOut ? [] : [{ start, end: start + content.length }];
  });
}

function wholeLines(text: string, { start, end }: Span): Span {
  let [first, last] = [start, end];
  while (first > 0 && !isLineEnd(text[first - 1])) first -= 1;
  while (last < text.length && !isLineEnd(text[last])) last += 1;
  return { start: first, end: last };
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}

function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const last = all.at(-1);
    if (last === undefined || span.start > last.end) all.push(span);
    else all.splice(-1, 1, { start: last.start, end: Math.max(last.end, span.end) });
  }
  return all;
}
