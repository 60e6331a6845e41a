import type { Edit } from 'jsonc-parser';

/** Makes edits of one text that lie apart. The text is copied once, however many they are: the library does so for each of them. */
export function applyReplacements(text: string, edits: readonly Edit[]): string {
  const sorted = edits.toSorted((one, other) => one.offset - other.offset || one.length - other.length);
  const pieces: string[] = [];
  let at = 0;
  for (const { offset, length, content } of sorted) {
    if (offset < at) throw new Error('Edits of a text overlap.');
    pieces.push(text.slice(at, offset), content);
    at = offset + length;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}
