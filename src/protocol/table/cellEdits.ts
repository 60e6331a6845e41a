import type { FormEdit } from '../form';
import type { JsonValue } from '../json';
import { isObject } from '../jsonKinds';
import { memberPointer, segmentsOf, valueAt } from '../pointer';
import { switchVariant } from '../variants';
import type { Column } from './columns';

export interface CellValue {
  readonly column: Column;
  /** Undefined takes the value out. */
  readonly value: JsonValue | undefined;
  /** JSON as it was typed. */
  readonly written?: string;
}

/** What puts a value into a cell, in an item at a pointer. Nothing where it stands there already. */
export function editsOfCell(
  { column, value, written }: CellValue,
  pointer: string,
  item: JsonValue | undefined,
): readonly FormEdit[] {
  const at = pointer + column.pointer;
  const there = valueAt(item, column.pointer);
  if (value === undefined) return there === undefined ? [] : [{ kind: 'remove', pointer: at }];
  if (JSON.stringify(there) === JSON.stringify(value) && written === undefined) return [];
  const shaped = shapeChosen(column, value, item);
  if (shaped) return [{ kind: 'set', pointer: pointer + shaped.pointer, value: shaped.value }];
  const wrapped = inPlaceOf(item, column.pointer, value);
  if (wrapped) return [{ kind: 'set', pointer: pointer + wrapped.pointer, value: wrapped.value }];
  return [{ kind: 'set', pointer: at, value, ...(written !== undefined && { written }) }];
}

/** What is no object where one should be, such as null, becomes one that holds the value. */
function inPlaceOf(
  item: JsonValue | undefined,
  pointer: string,
  value: JsonValue,
): { readonly pointer: string; readonly value: JsonValue } | undefined {
  const keys = segmentsOf(pointer);
  for (const depth of keys.keys()) {
    const at = keys.slice(0, depth).reduce(memberPointer, '');
    const there = valueAt(item, at);
    if (there === undefined) return undefined;
    if (isObject(there)) continue;
    return { pointer: at, value: keys.slice(depth).reduceRight<JsonValue>((inner, key) => ({ [key]: inner }), value) };
  }
  return undefined;
}

/** Choosing what tells shapes apart makes the object one of that shape. */
export function shapeChosen(
  { pointer, chooses }: Column,
  value: JsonValue,
  item: JsonValue | undefined,
): { readonly pointer: string; readonly value: JsonValue } | undefined {
  if (chooses === undefined) return undefined;
  const key = segmentsOf(pointer).at(-1) ?? '';
  const variant = chooses.field.variants.find(({ match }) => JSON.stringify(match[key]) === JSON.stringify(value));
  return variant && { pointer: chooses.pointer, value: switchVariant(variant, valueAt(item, chooses.pointer)) };
}
