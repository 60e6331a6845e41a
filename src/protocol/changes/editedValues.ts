import type { FormEdit } from '../form';
import type { JsonValue } from '../json';
import { isList, isObject } from '../jsonKinds';
import { segmentsOf } from '../pointer';
import { placeWithin, wholeOrder } from './rebase';

/**
 * The values after edits that a text takes together: all pointers are those from before, what moves others comes last.
 * Parts that no edit concerns are the same ones as before. What has no place yet is left for whoever has the text.
 */
export function editedValues(values: JsonValue, edits: readonly FormEdit[]): JsonValue {
  const root = within();
  for (const edit of edits) {
    const path = segmentsOf(edit.pointer);
    if (edit.kind === 'set') put(root, path, { kind: 'value', value: edit.value });
    if (edit.kind === 'remove') put(root, path, { kind: 'gone' });
    if (edit.kind === 'append') addTo(root, path, edit.value);
  }
  const filled = root.members.size === 0 ? values : rewritten(values, root);
  return movesOf(edits).reduce((moved, run) => inList(moved, segmentsOf(run.pointer), run.change), filled);
}

/** Whether an edit can change the places of values beside its own. */
export function movesOthers({ kind, pointer }: FormEdit, values: JsonValue): boolean {
  if (kind === 'remove') return isList(at(values, segmentsOf(pointer).slice(0, -1)));
  return kind === 'append' || kind === 'insert' || kind === 'move' || kind === 'arrange';
}

function at(value: JsonValue | undefined, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((inner, key) => {
    if (isList(inner)) return inner[Number(key)];
    return isObject(inner) && Object.hasOwn(inner, key) ? inner[key] : undefined;
  }, value);
}

/** What becomes of a value. */
type Written =
  | { readonly kind: 'value'; readonly value: JsonValue }
  | { readonly kind: 'gone' }
  | { readonly kind: 'within'; readonly members: Map<string, Written>; readonly added: JsonValue[] };

type Within = Written & { readonly kind: 'within' };

function within(): Within {
  return { kind: 'within', members: new Map(), added: [] };
}

function put({ members }: Within, [key, ...rest]: readonly string[], written: Written): void {
  if (key === undefined) return;
  if (rest.length === 0) members.set(key, written);
  else put(below(members, key), rest, written);
}

function addTo(root: Within, path: readonly string[], value: JsonValue): void {
  path.reduce<Within>(({ members }, key) => below(members, key), root).added.push(value);
}

/** Of an edit within another one the outer one counts. */
function below(members: Map<string, Written>, key: string): Within {
  const known = members.get(key);
  if (known?.kind === 'within') return known;
  const inner = within();
  if (known === undefined) members.set(key, inner);
  return inner;
}

function rewritten(value: JsonValue, written: Within): JsonValue {
  if (isList(value)) {
    const kept = value.flatMap((item, index) => become(item, written.members.get(String(index))));
    return written.added.length === 0 ? kept : [...kept, ...written.added];
  }
  if (!isObject(value)) return value;
  const members = new Map(Object.entries(value));
  for (const [key, own] of written.members) {
    const [next] = become(members.get(key), own);
    if (next !== undefined) members.set(key, next);
    else members.delete(key);
  }
  // fromEntries defines properties instead of assigning them, so no key reaches a prototype.
  return Object.fromEntries(members);
}

/** None, or the one value that stands there. */
function become(value: JsonValue | undefined, written: Written | undefined): readonly JsonValue[] {
  if (written?.kind === 'value') return [written.value];
  if (value === undefined || written?.kind === 'gone') return [];
  return [written === undefined ? value : rewritten(value, written)];
}

interface Move {
  readonly pointer: string;
  readonly change: (items: readonly JsonValue[]) => readonly JsonValue[];
}

type Inserting = FormEdit & { readonly kind: 'insert' };

/** One after the other; those that insert at one place, together and in their order. */
function movesOf(edits: readonly FormEdit[]): readonly Move[] {
  const moves: Move[] = [];
  let run: Inserting[] = [];
  const endRun = () => {
    const [first] = run;
    if (first) moves.push(inserted(first, run));
    run = [];
  };
  for (const edit of edits) {
    if (edit.kind === 'insert') {
      const [first] = run;
      if (first && (first.pointer !== edit.pointer || first.index !== edit.index)) endRun();
      run.push(edit);
    } else if (edit.kind === 'move' || edit.kind === 'arrange') {
      endRun();
      const { pointer } = edit;
      moves.push({ pointer, change: (items) => arranged(items, edit) });
    }
  }
  endRun();
  return moves;
}

function inserted({ pointer, index }: Inserting, run: readonly Inserting[]): Move {
  const values = run.map(({ value }) => value);
  return { pointer, change: (items) => [...items.slice(0, index), ...values, ...items.slice(index)] };
}

function arranged(
  items: readonly JsonValue[],
  edit: FormEdit & { readonly kind: 'move' | 'arrange' },
): readonly JsonValue[] {
  if (edit.kind === 'arrange')
    return wholeOrder(edit.order, items.length).flatMap((from) => items.slice(from, from + 1));
  const moved = items.slice(edit.from, edit.from + 1);
  const others = items.toSpliced(edit.from, 1);
  return moved.length === 0 ? items : others.toSpliced(placeWithin(items.length, edit.to), 0, ...moved);
}

function inList(value: JsonValue, [key, ...rest]: readonly string[], change: Move['change']): JsonValue {
  if (key === undefined) return isList(value) ? change(value) : value;
  const inner = at(value, [key]);
  if (inner === undefined) return value;
  const next = inList(inner, rest, change);
  if (isList(value)) return value.with(Number(key), next);
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map((own) => (own[0] === key ? [key, next] : own)))
    : value;
}
