import { applyEdits, type Edit, findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { FormEdit } from '../../../protocol/form';
import { editText, pathOf } from './editText';
import { SpellingMarks } from './spellingMarks';
import { removals, renaming } from './treeEdits';

/**
 * Makes several edits of one text; all pointers are those of the text as it is given. What changes in its place is
 * found in one parse, so that hundreds of edits cost no more than the text is long.
 */
export function editTexts(text: string, edits: readonly FormEdit[]): string {
  const marks = new SpellingMarks(text);
  return marks.restored(editMarked(marks.shadowed(text), edits));
}

function editMarked(text: string, edits: readonly FormEdit[]): string {
  const root = parseTree(text);
  const found = edits.map((edit) => ({ edit, node: nodeOf(root, edit.pointer) }));
  const removed = found.flatMap(({ edit, node }) => (edit.kind === 'remove' && node ? [node] : []));
  const inPlace = [
    ...found.flatMap(({ edit, node }) => (node === undefined ? [] : replacementsOf(edit, node))),
    ...removals(removed),
  ];
  // What makes or moves values comes last: nothing that is found by its place may have moved before.
  const others = found.filter(({ edit, node }) => !isInPlace(edit, node)).map(({ edit }) => edit);
  return others.reduce(editText, applyEdits(text, withoutOverlaps(inPlace)));
}

function nodeOf(root: Node | undefined, pointer: string): Node | undefined {
  return root && findNodeAtLocation(root, [...pathOf(root, pointer)]);
}

/** Lists and objects are laid out anew, which takes more than a replacement. */
function isInPlace(edit: FormEdit, node: Node | undefined): boolean {
  if (edit.kind === 'set') return node !== undefined && (typeof edit.value !== 'object' || edit.value === null);
  return edit.kind === 'remove' || edit.kind === 'rename';
}

function replacementsOf(edit: FormEdit, node: Node): readonly Edit[] {
  if (edit.kind === 'rename') return renaming(node, edit.key);
  if (edit.kind !== 'set' || !isInPlace(edit, node)) return [];
  return [{ offset: node.offset, length: node.length, content: JSON.stringify(edit.value) }];
}

/** Of an edit within another one the outer one counts. */
function withoutOverlaps(edits: readonly Edit[]): Edit[] {
  const sorted = edits.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
  let end = 0;
  return sorted.filter((edit) => {
    if (edit.offset < end) return false;
    end = edit.offset + edit.length;
    return true;
  });
}
