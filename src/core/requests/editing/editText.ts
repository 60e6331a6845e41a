import { findNodeAtLocation, getNodeValue, type Node, parseTree } from 'jsonc-parser';
import { placeWithin, wholeOrder } from '../../../protocol/changes/rebase';
import type { FormEdit } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { childOf, type JsonNode, readJsonTree } from '../../json/jsonTree';
import { joinPointer, splitPointer } from '../pointer';
import { applyReplacements } from './applyReplacements';
import { changeValue, type Path } from './changeValue';
import { SpellingMarks } from './spellingMarks';
import { removals, renaming } from './treeEdits';

/** One replacement that turns a text into another, as small as their common start and end allow. */
export interface Replacement {
  readonly offset: number;
  readonly length: number;
  readonly text: string;
}

/**
 * Changes one value of a JSON text and leaves the rest as its author wrote it, digits included. Of a name that stands
 * twice the last one is changed, which is the one that counts.
 */
export function editText(text: string, edit: FormEdit): string {
  const marks = new SpellingMarks(text);
  return marks.restored(editMarked(marks.shadowed(text), spelled(marks, text, edit), marks));
}

/** A value agrees with what was typed, with what stood in its place, or with the item that it is a copy of. */
export function spelled(marks: SpellingMarks, text: string, edit: FormEdit): FormEdit {
  switch (edit.kind) {
    case 'set':
      if (edit.written !== undefined) return { ...edit, value: marks.marked(edit.value, edit.written) };
      return { ...edit, value: marks.marked(edit.value, text, edit.pointer) };
    case 'append':
      return edit.written === undefined ? edit : { ...edit, value: marks.marked(edit.value, edit.written) };
    case 'insert':
      if (edit.written !== undefined) return { ...edit, value: marks.marked(edit.value, edit.written) };
      return { ...edit, value: marks.marked(edit.value, text, joinPointer(edit.pointer, edit.index - 1)) };
    default:
      return edit;
  }
}

function editMarked(text: string, edit: FormEdit, marks: SpellingMarks): string {
  const root = parseTree(text);
  const path = pathOfPointer(root, edit.pointer);
  switch (edit.kind) {
    case 'set':
      return changeValue(text, path, edit.value);
    case 'remove':
      return remove(text, path);
    case 'rename':
      return rename(text, path, edit.key);
    case 'append':
      return insert(text, path, Number.POSITIVE_INFINITY, edit.value);
    case 'insert':
      return insert(text, path, edit.index, edit.value);
    case 'move':
      return move(text, path, edit, marks);
    case 'arrange':
      return arrange(text, path, edit.order);
  }
}

export function smallestReplacement(before: string, after: string): Replacement | undefined {
  if (before === after) return undefined;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { offset: start, length: before.length - end - start, text: after.slice(start, after.length - end) };
}

/**
 * The replacements that turn a text into another. Where lines only change and none is added or taken away, each of them
 * is replaced for itself: cursors and folds between them stay.
 */
export function replacementsBetween(before: string, after: string): readonly Replacement[] {
  const whole = smallestReplacement(before, after);
  if (whole === undefined) return [];
  const removed = before.slice(whole.offset, whole.offset + whole.length).split('\n');
  const added = whole.text.split('\n');
  if (removed.length !== added.length) return [whole];
  let { offset } = whole;
  return removed.flatMap((line, index) => {
    const own = smallestReplacement(line, added[index] ?? '');
    const at = offset;
    offset += line.length + 1;
    return own ? [{ ...own, offset: at + own.offset }] : [];
  });
}

export interface TextRange {
  readonly offset: number;
  readonly length: number;
}

/** Where values stand in a text; of a missing one, its nearest parent. The text is parsed once for all of them. */
export function rangesIn(text: string): (pointer: string) => TextRange {
  const root = readJsonTree(text)?.root;
  return (pointer) => {
    const keys = splitPointer(pointer);
    for (let depth = keys.length; root && depth > 0; depth -= 1) {
      const node = keys.slice(0, depth).reduce<JsonNode | undefined>(childOf, root);
      if (node) return { offset: node.start, length: node.end - node.start };
    }
    return { offset: root?.start ?? 0, length: 1 };
  };
}

function rename(text: string, path: Path, key: string): string {
  const node = nodeAt(text, path);
  return node ? applyReplacements(text, renaming(node, key)) : text;
}

function insert(text: string, path: Path, index: number, value: JsonValue): string {
  const list = nodeAt(text, path);
  const length = list?.type === 'array' ? (list.children?.length ?? 0) : 0;
  if (length === 0) return changeValue(text, path, [value]);
  const at = Math.min(index, length);
  return changeValue(text, [...path, at], value, true);
}

function move(text: string, path: Path, { from, to }: FormEdit & { kind: 'move' }, marks: SpellingMarks): string {
  const list = nodeAt(text, path);
  const items = list?.type === 'array' ? (list.children ?? []) : [];
  const item = items[from];
  const place = placeWithin(items.length, to);
  if (item === undefined || place === from) return text;
  const written = text.slice(item.offset, item.offset + item.length);
  const value: JsonValue = getNodeValue(item);
  return insert(remove(text, [...path, from]), path, place, marks.marked(value, written));
}

/** Whatever stands between the items stays where it is. */
function arrange(text: string, path: Path, order: readonly number[]): string {
  const list = nodeAt(text, path);
  const items = list?.type === 'array' ? (list.children ?? []) : [];
  const whole = wholeOrder(order, items.length);
  const replaced = items.flatMap(({ offset, length }, place) => {
    const item = items[whole[place] ?? place];
    return item ? [{ offset, length, content: text.slice(item.offset, item.offset + item.length) }] : [];
  });
  return applyReplacements(text, replaced);
}

function remove(text: string, path: Path): string {
  const node = nodeAt(text, path);
  return node ? applyReplacements(text, removals([node])) : text;
}

function nodeAt(text: string, path: Path): Node | undefined {
  const root = parseTree(text);
  return root && findNodeAtLocation(root, [...path]);
}

/** A number is an index where the text has an array, and where it has nothing yet. */
export function pathOfPointer(root: Node | undefined, pointer: string): Path {
  const path: (string | number)[] = [];
  for (const part of splitPointer(pointer)) {
    const parent = root && findNodeAtLocation(root, path);
    const isIndex = /^\d+$/.test(part) && parent?.type !== 'object';
    path.push(isIndex ? Number(part) : part);
  }
  return path;
}
