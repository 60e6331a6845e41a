import { isRecord } from '../jsonKinds';
import type { Change, ItemPiece } from './change';

/**
 * What has to be told of a JSON value to whoever knows the one before; undefined where nothing has changed. Of a list
 * what is equal at both ends goes on as it is, and what stands between is compared place by place: it costs no more than
 * both values are large.
 */
export function changeBetween(before: unknown, after: unknown): Change | undefined {
  return changeOf(before, after, new WeakMap());
}

/** Of what is known to be different, the other side: lists in lists are compared once, not once for each level. */
type Different = WeakMap<object, unknown>;

function changeOf(before: unknown, after: unknown, different: Different): Change | undefined {
  if (before === after) return undefined;
  if (Array.isArray(before) && Array.isArray(after)) return changeOfList(before, after, different);
  if (isRecord(before) && isRecord(after)) return changeOfMembers(before, after, different);
  return { kind: 'replaced', by: after };
}

function changeOfMembers(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  different: Different,
): Change | undefined {
  const had = (key: string) => Object.hasOwn(before, key) && before[key] !== undefined;
  const keys = keysOf(after);
  const known = new Set(keys);
  const some = keys.flatMap((key): readonly (readonly [string, Change])[] => {
    const change: Change | undefined = had(key)
      ? changeOf(before[key], after[key], different)
      : { kind: 'replaced', by: after[key] };
    return change ? [[key, change]] : [];
  });
  const gone = Object.keys(before).filter((key) => !known.has(key));
  const kept = keysOf(before).filter((key) => known.has(key));
  const isInOrder = kept.every((key, index) => key === keys[index]);
  if (some.length === 0 && gone.length === 0 && isInOrder) return undefined;
  return { kind: 'members', changed: some, gone, ...(!isInOrder && { order: keys }) };
}

/** A member without a value is none once it has been told. */
function keysOf(value: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.keys(value).filter((key) => value[key] !== undefined);
}

function changeOfList(before: readonly unknown[], after: readonly unknown[], different: Different): Change | undefined {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && isSame(before[start], after[start], different)) start += 1;
  if (start === before.length && start === after.length) return undefined;
  let end = 0;
  while (end < most - start && isSame(before.at(-1 - end), after.at(-1 - end), different)) end += 1;
  const between = after.slice(start, after.length - end);
  const pieces = new Pieces(different);
  pieces.keep(0, start);
  for (const [place, item] of between.entries()) {
    const from = start + place;
    if (from < before.length - end) pieces.change(from, before[from], item);
    else pieces.add(item);
  }
  pieces.keep(before.length - end, end);
  return { kind: 'items', pieces: pieces.all };
}

type Growing =
  | { readonly kind: 'kept'; readonly from: number; count: number }
  | { readonly kind: 'changed'; readonly from: number; readonly change: Change }
  | { readonly kind: 'new'; readonly items: unknown[] };

class Pieces {
  readonly #all: Growing[] = [];
  readonly #different: Different;

  constructor(different: Different) {
    this.#different = different;
  }

  get all(): readonly ItemPiece[] {
    return this.#all;
  }

  keep(from: number, count: number): void {
    const last = this.#all.at(-1);
    if (last?.kind === 'kept' && last.from + last.count === from) last.count += count;
    else if (count > 0) this.#all.push({ kind: 'kept', from, count });
  }

  change(from: number, before: unknown, after: unknown): void {
    const change = changeOf(before, after, this.#different);
    if (change === undefined) this.keep(from, 1);
    else if (change.kind === 'replaced') this.add(change.by);
    else this.#all.push({ kind: 'changed', from, change });
  }

  add(item: unknown): void {
    const last = this.#all.at(-1);
    if (last?.kind === 'new') last.items.push(item);
    else this.#all.push({ kind: 'new', items: [item] });
  }
}

/** In one pass, however deep it lies what is different. */
function isSame(one: unknown, other: unknown, different: Different): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || one === null || different.get(one) === other) return false;
  const same = holdsSame(one, other, different);
  if (!same) different.set(one, other);
  return same;
}

function holdsSame(one: object, other: unknown, different: Different): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index], different));
  }
  if (!isRecord(one) || !isRecord(other)) return false;
  const [keys, others] = [keysOf(one), keysOf(other)];
  return (
    keys.length === others.length &&
    keys.every((key, at) => key === others[at] && isSame(one[key], other[key], different))
  );
}
