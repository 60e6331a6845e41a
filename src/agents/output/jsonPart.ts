import { isList, isObject } from '../../core/json/jsonKinds';
import { joinPointer } from '../../core/requests/pointer';
import type { JsonValue } from '../../protocol/json';

/** A value as far as there is room for it. */
export interface JsonPart {
  readonly value: JsonValue;
  /** What was left out, by its place: to be asked for by this pointer. */
  readonly cut: readonly CutPart[];
}

export interface CutPart {
  readonly pointer: string;
  readonly what: string;
}

/**
 * `room` is in characters of JSON. What does not fit is left out where it is largest, and named. Of a list the items
 * before `from` are skipped.
 */
export function jsonPart(value: JsonValue, pointer: string, room: number, from = 0): JsonPart {
  if (from > 0 && isList(value)) return partOfList(value, pointer, room, from);
  if (sizeInOutput(value) <= room) return { value, cut: [] };
  if (typeof value === 'string') {
    const kept = value.slice(0, Math.max(0, room - 40)).replace(/[\uD800-\uDBFF]$/, '');
    return { value: `${kept}…`, cut: [{ pointer, what: `a text of ${value.length} characters` }] };
  }
  if (isList(value)) return partOfList(value, pointer, room, 0);
  return isObject(value) ? partOfObject(value, pointer, room) : { value, cut: [] };
}

/** How much of a tool's output a value takes. */
export function sizeInOutput(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0;
}

/** Room for saying what was left out. */
const roomForCut = 90;

function partOfList(list: readonly JsonValue[], pointer: string, room: number, from: number): JsonPart {
  let left = room - roomForCut;
  const kept: JsonValue[] = [];
  const cut: CutPart[] = [];
  for (const [index, item] of list.entries()) {
    if (index < from) continue;
    const size = sizeInOutput(item) + 1;
    if (size > left && kept.length > 0) break;
    const part = jsonPart(item, joinPointer(pointer, index), Math.max(left, smallest));
    kept.push(part.value);
    cut.push(...part.cut);
    left -= Math.min(size, left);
  }
  const next = from + kept.length;
  if (next < list.length) cut.push({ pointer, what: `items from ${next} to ${list.length - 1}` });
  return { value: kept, cut };
}

/** Small members stand there whole; what is left of the room is shared by the large ones. */
function partOfObject(object: { readonly [name: string]: JsonValue }, pointer: string, room: number): JsonPart {
  const members = Object.entries(object).map(([name, value]) => ({ name, value, size: sizeInOutput(value) }));
  const smallFirst = members.toSorted((one, other) => one.size - other.size);
  let left = room - roomForCut;
  const parts = new Map<string, JsonPart>();
  for (const [index, { name, value, size }] of smallFirst.entries()) {
    const share = left / (smallFirst.length - index) - name.length - 4;
    if (share < Math.min(size, smallest)) break;
    const part = jsonPart(value, joinPointer(pointer, name), share);
    parts.set(name, part);
    left -= sizeInOutput(part.value) + sizeInOutput(part.cut) + name.length + 4;
  }
  const kept = members.flatMap(({ name }) => {
    const part = parts.get(name);
    return part === undefined ? [] : [[name, part.value] as const];
  });
  const others = members.filter(({ name }) => !parts.has(name)).map(({ name }) => name);
  const cut = [...parts.values()].flatMap((part) => part.cut);
  if (others.length > 0) cut.push({ pointer, what: `${others.length} of ${members.length} members` });
  return { value: Object.fromEntries(kept), cut };
}

/** Of a part of a value that still says something. */
const smallest = 60;
