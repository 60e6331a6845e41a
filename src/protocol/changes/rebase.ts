import type { FormEdit } from '../form';
import type { JsonValue } from '../json';
import { isList, isObject } from '../jsonKinds';
import { isWithin, memberPointer, parentOf, pointerTo, segmentsOf, valueAt } from '../pointer';
import { type ItemPlaces, placesBetween } from './itemPlaces';

/** What a change did to the places of values. */
export type Shift =
  | { readonly kind: 'items'; readonly pointer: string; readonly places: ItemPlaces }
  | { readonly kind: 'name'; readonly pointer: string; readonly key: string };

/**
 * The edit that does, after changes that its author had not seen, what was meant: to the same item, wherever that is
 * now. Undefined when the item has gone.
 */
export function rebase(edit: FormEdit, shifts: readonly Shift[]): FormEdit | undefined {
  return shifts.reduce<FormEdit | undefined>((moved, shift) => moved && rebaseOver(moved, shift), edit);
}

/** Where the value of a pointer is now; undefined when it lay in an item that has gone. */
export function shiftedPointer(pointer: string, shifts: readonly Shift[]): string | undefined {
  return shifts.reduce<string | undefined>(
    (moved, shift) => (moved === undefined ? undefined : shiftPointer(moved, shift)),
    pointer,
  );
}

/** What an edit of these values does to the places in them. */
export function shiftsOf(edit: FormEdit, values: JsonValue): readonly Shift[] {
  const value = valueAt(values, edit.pointer);
  switch (edit.kind) {
    case 'set':
      return shiftsBetween(value, edit.value, edit.pointer);
    case 'remove':
      return removalShifts(edit.pointer, values);
    case 'rename':
      return [{ kind: 'name', pointer: edit.pointer, key: edit.key }];
    case 'append':
      return [];
    case 'insert':
      return itemShifts(edit.pointer, value, (index) => (index < edit.index ? index : index + 1));
    case 'move':
      return itemShifts(edit.pointer, value, (index, { length }) =>
        indexAfterMove(index, edit.from, placeWithin(length, edit.to)),
      );
    case 'arrange':
      return isList(value)
        ? [{ kind: 'items', pointer: edit.pointer, places: inverseOf(wholeOrder(edit.order, value.length)) }]
        : [];
  }
}

/** The same for a change of which only the values before and after are known. */
export function shiftsBetween(before: JsonValue | undefined, after: JsonValue | undefined, at = ''): readonly Shift[] {
  if (before === after) return [];
  if (isList(before)) return shiftsOfList(before, isList(after) ? after : [], at);
  if (!isObject(before) || !isObject(after)) return [];
  return Object.entries(before).flatMap(([key, value]) => {
    return shiftsBetween(value, Object.hasOwn(after, key) ? after[key] : undefined, memberPointer(at, key));
  });
}

/** Where an item of a list of this length ends that is moved to an index, be it one beyond the ends. */
export function placeWithin(length: number, index: number): number {
  return Math.max(0, Math.min(index, length - 1));
}

/** For each of so many places, the index of the item that an order puts there; those that it does not name come last. */
export function wholeOrder(order: readonly number[], length: number): readonly number[] {
  const named = new Set(order.filter((from) => from >= 0 && from < length));
  return [...named, ...Array.from({ length }, (_, index) => index).filter((index) => !named.has(index))];
}

function inverseOf(order: readonly number[]): readonly number[] {
  const places: number[] = [];
  for (const [place, from] of order.entries()) places[from] = place;
  return places;
}

function shiftsOfList(before: readonly JsonValue[], after: readonly JsonValue[], at: string): readonly Shift[] {
  const places = placesBetween(before, after);
  const moved = places.some((place, index) => place !== index);
  const within = places.flatMap((place, index) =>
    place === undefined ? [] : shiftsBetween(before[index], after[place], pointerTo(at, place)),
  );
  return moved ? [{ kind: 'items', pointer: at, places }, ...within] : within;
}

function removalShifts(pointer: string, values: JsonValue): readonly Shift[] {
  const list = parentOf(pointer);
  const items = valueAt(values, list);
  if (!isList(items)) return shiftsBetween(valueAt(values, pointer), undefined, pointer);
  const removed = Number(segmentsOf(pointer).at(-1));
  return itemShifts(list, items, (index) => {
    if (index === removed) return undefined;
    return index > removed ? index - 1 : index;
  });
}

function itemShifts(
  pointer: string,
  items: JsonValue | undefined,
  placeOf: (index: number, items: readonly JsonValue[]) => number | undefined,
): readonly Shift[] {
  return isList(items) ? [{ kind: 'items', pointer, places: items.map((_, index) => placeOf(index, items)) }] : [];
}

function indexAfterMove(index: number, from: number, to: number): number {
  if (index === from) return to;
  const without = index > from ? index - 1 : index;
  return without >= to ? without + 1 : without;
}

function rebaseOver(edit: FormEdit, shift: Shift): FormEdit | undefined {
  if (shift.kind === 'items' && shift.pointer === edit.pointer) return rebaseInList(edit, shift.places);
  const pointer = shiftPointer(edit.pointer, shift);
  return pointer === undefined ? undefined : { ...edit, pointer };
}

/**
 * An item is put behind the one that was before it; one that moves goes as far as it was meant to, at most to an end. Items
 * that an order does not know stay behind those that it does.
 */
function rebaseInList(edit: FormEdit, places: ItemPlaces): FormEdit | undefined {
  if (edit.kind === 'insert' && edit.index > 0) {
    const previous = places[edit.index - 1];
    return previous === undefined ? undefined : { ...edit, index: previous + 1 };
  }
  if (edit.kind === 'move') {
    const from = places[edit.from];
    return from === undefined ? undefined : { ...edit, from, to: from + edit.to - edit.from };
  }
  if (edit.kind === 'arrange') return { ...edit, order: edit.order.flatMap((from) => places[from] ?? []) };
  return edit;
}

function shiftPointer(pointer: string, shift: Shift): string | undefined {
  if (!isWithin(pointer, shift.pointer)) return pointer;
  if (shift.kind === 'name') {
    return memberPointer(parentOf(shift.pointer), shift.key) + pointer.slice(shift.pointer.length);
  }
  const [item, ...rest] = segmentsOf(pointer.slice(shift.pointer.length));
  if (item === undefined) return pointer;
  const place = shift.places[Number(item)];
  return place === undefined ? undefined : rest.reduce(memberPointer, pointerTo(shift.pointer, place));
}
