import { findNodeAtLocation, type Node } from 'jsonc-parser';
import type { FormEdit } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import { pathOfPointer } from './editText';
import type { LaidOutEdit } from './layOut';

type Adding = FormEdit & { readonly kind: 'set' | 'append' };

/** What is put into one list or object: values of new places, by key. */
type Member = Members | readonly JsonValue[] | JsonValue;
type Members = Map<string | number, Member>;

export interface Additions {
  readonly additions: readonly LaidOutEdit[];
  /** What stands in the way is no list or object: these have to be made one by one. */
  readonly left: readonly FormEdit[];
}

/** What puts new values into a text, with the lists and objects on the way to them. */
export function additionsOf(root: Node, edits: readonly Adding[]): Additions {
  const holders = new Map<Node, Members>();
  const items = new Map<Node, JsonValue[]>();
  const left: FormEdit[] = [];
  for (const edit of edits) {
    const path = pathOfPointer(root, edit.pointer);
    const list = edit.kind === 'append' ? findNodeAtLocation(root, [...path]) : undefined;
    if (list?.type === 'array') valuesOf(items, list).push(edit.value);
    else if (list !== undefined || !hold(root, holders, path, edit)) left.push(edit);
  }
  return {
    additions: [
      ...[...items].map(([list, values]) =>
        addition(
          list,
          values.map((value) => JSON.stringify(value)),
        ),
      ),
      ...[...holders].map(([holder, members]) => addition(holder, writtenMembers(holder, members))),
    ],
    left,
  };
}

function valuesOf(items: Map<Node, JsonValue[]>, list: Node): JsonValue[] {
  const known = items.get(list) ?? [];
  items.set(list, known);
  return known;
}

/** False where nothing can hold the value. */
function hold(root: Node, holders: Map<Node, Members>, path: readonly (string | number)[], edit: Adding): boolean {
  let depth = path.length - 1;
  while (depth > 0 && findNodeAtLocation(root, path.slice(0, depth)) === undefined) depth -= 1;
  const holder = findNodeAtLocation(root, path.slice(0, depth));
  // A new item of a list is laid at its place, not behind another one that is missing as well.
  if (holder?.type !== 'object' || path.slice(depth).some((key) => typeof key === 'number')) return false;
  const members = holders.get(holder) ?? new Map();
  holders.set(holder, members);
  const last = path.at(-1) ?? '';
  const inner = path.slice(depth, -1).reduce<Members | undefined>(innerOf, members);
  if (inner === undefined) return false;
  const before = inner.get(last);
  inner.set(last, edit.kind === 'set' ? edit.value : [...(Array.isArray(before) ? before : []), edit.value]);
  return true;
}

function innerOf(members: Members | undefined, key: string | number): Members | undefined {
  if (members === undefined) return undefined;
  const known = members.get(key) ?? new Map();
  if (!(known instanceof Map)) return undefined;
  members.set(key, known);
  return known;
}

function writtenMembers({ type }: Node, members: Members): readonly string[] {
  return [...members].map(([key, value]) =>
    type === 'array' ? written(value) : `${JSON.stringify(String(key))}: ${written(value)}`,
  );
}

function written(value: Member): string {
  if (!(value instanceof Map)) return JSON.stringify(value);
  return `{${[...value].map(([key, inner]) => `${JSON.stringify(String(key))}:${written(inner)}`).join(',')}}`;
}

/** In what is empty, in the place of its blanks. */
function addition(holder: Node, parts: readonly string[]): LaidOutEdit {
  const last = holder.children?.at(-1);
  const content = parts.join(',');
  return last === undefined
    ? { offset: holder.offset + 1, length: holder.length - 2, content, isLaidOut: false }
    : { offset: last.offset + last.length, length: 0, content: `,${content}`, isLaidOut: false };
}
