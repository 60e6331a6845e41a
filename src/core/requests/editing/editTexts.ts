import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { FormEdit } from '../../../protocol/form';
import { parentOf } from '../../../protocol/pointer';
import { additionsOf } from './additions';
import { applyReplacements } from './applyReplacements';
import { editText, pathOfPointer, spelled } from './editText';
import { applyLaidOut, type LaidOutEdit, withoutOverlaps } from './layOut';
import { SpellingMarks } from './spellingMarks';
import { removals, renaming } from './treeEdits';

/**
 * Makes several edits of one text; all pointers are those of the text as it is given. What kinds of edits have in common
 * is found in one parse, so that hundreds of edits cost no more than the text is long.
 */
export function editTexts(text: string, edits: readonly FormEdit[]): string {
  const marks = new SpellingMarks(text);
  const own = withoutReplaced(edits).map((edit) => spelled(marks, text, edit));
  return marks.restored(editMarked(marks.shadowed(text), own));
}

/** What is put into a value that a later edit sets goes with it. */
function withoutReplaced(edits: readonly FormEdit[]): readonly FormEdit[] {
  const set = new Map(edits.flatMap(({ kind, pointer }, at) => (kind === 'set' ? [[pointer, at] as const] : [])));
  if (set.size < 2) return edits;
  return edits.filter((edit, at) => {
    if (!fills(edit)) return true;
    let around = edit.kind === 'append' ? edit.pointer : parentOf(edit.pointer);
    while (around !== '' && (set.get(around) ?? -1) < at) around = parentOf(around);
    return around === '';
  });
}

function editMarked(text: string, edits: readonly FormEdit[]): string {
  const filled = fill(text, edits);
  const cut = cutOut(filled.text, edits);
  // What moves values comes last: nothing that is found by its place may have moved before.
  return runsOf([...filled.left, ...edits.filter(movesOthers)]).reduce(editInRun, cut);
}

/** Sets and adds: neither changes the place of another value. */
function fill(text: string, edits: readonly FormEdit[]): { readonly text: string; readonly left: readonly FormEdit[] } {
  const root = parseTree(text);
  if (root === undefined) return { text, left: edits.filter(fills) };
  const found = edits.filter(fills).map((edit) => ({ edit, node: nodeOf(root, edit.pointer) }));
  const replaced = found.flatMap(({ edit, node }) => (edit.kind === 'set' && node ? [replacement(edit, node)] : []));
  const isNew = found.filter(({ edit, node }) => edit.kind === 'append' || node === undefined);
  const { additions, left } = additionsOf(
    root,
    isNew.map(({ edit }) => edit),
  );
  return { text: applyLaidOut(text, [...replaced, ...additions]), left };
}

function cutOut(text: string, edits: readonly FormEdit[]): string {
  const root = parseTree(text);
  const found = edits.flatMap((edit) => {
    const node = edit.kind === 'remove' || edit.kind === 'rename' ? nodeOf(root, edit.pointer) : undefined;
    return node ? [{ edit, node }] : [];
  });
  const removed = found.flatMap(({ edit, node }) => (edit.kind === 'remove' ? [node] : []));
  const renamed = found.flatMap(({ edit, node }) => (edit.kind === 'rename' ? renaming(node, edit.key) : []));
  return applyReplacements(text, withoutOverlaps([...renamed, ...removals(removed)]));
}

function fills(edit: FormEdit): edit is FormEdit & { kind: 'set' | 'append' } {
  return edit.kind === 'set' || edit.kind === 'append';
}

function movesOthers({ kind }: FormEdit): boolean {
  return kind === 'insert' || kind === 'move' || kind === 'arrange';
}

function nodeOf(root: Node | undefined, pointer: string): Node | undefined {
  return root && findNodeAtLocation(root, [...pathOfPointer(root, pointer)]);
}

/** Lists and objects are laid out anew. */
function replacement({ value }: FormEdit & { kind: 'set' }, { offset, length }: Node): LaidOutEdit {
  return { offset, length, content: JSON.stringify(value), isLaidOut: typeof value !== 'object' || value === null };
}

/** Edits one after the other; those that insert at one place, together. */
function runsOf(edits: readonly FormEdit[]): readonly (readonly FormEdit[])[] {
  const runs: FormEdit[][] = [];
  for (const edit of edits) {
    const last = runs.at(-1);
    if (last?.[0] && isSamePlace(last[0], edit)) last.push(edit);
    else runs.push([edit]);
  }
  return runs;
}

function isSamePlace(one: FormEdit, other: FormEdit): boolean {
  if (one.kind !== 'insert' || other.kind !== 'insert') return false;
  return one.pointer === other.pointer && one.index === other.index;
}

function editInRun(text: string, run: readonly FormEdit[]): string {
  const [first, ...others] = run;
  if (first === undefined) return text;
  const root = others.length === 0 ? undefined : parseTree(text);
  const list = nodeOf(root, first.pointer);
  const before = first.kind === 'insert' && list?.type === 'array' ? list.children?.[first.index] : undefined;
  if (before === undefined) return asAppended(run).reduce(editText, text);
  const content = run.map((edit) => (edit.kind === 'insert' ? `${JSON.stringify(edit.value)},` : '')).join('');
  return applyLaidOut(text, [{ offset: before.offset, length: 0, content, isLaidOut: false }]);
}

/** At the end of a list, what is inserted at one index comes in its order when it is put there one by one. */
function asAppended(run: readonly FormEdit[]): readonly FormEdit[] {
  if (run.length === 1) return run;
  return run.flatMap((edit): readonly FormEdit[] =>
    edit.kind === 'insert' ? [{ kind: 'append', pointer: edit.pointer, value: edit.value }] : [],
  );
}
