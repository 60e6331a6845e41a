import { t } from '@vscode/l10n';
import type { FormEdit, ListField, NumberField } from '../form';
import type { JsonValue } from '../json';
import { isList, isObject } from '../jsonKinds';
import { isWithin, pointerTo, segmentsOf, valueAt } from '../pointer';
import { type Column, columnsOf, hasColumns, strangeColumns } from './columns';

/** A list in the items of another one. Shown as one table, each of its items is a row beside the item that holds it. */
export interface NestedList {
  /** Of the inner list, within an item of the outer one. */
  readonly pointer: string;
  /** `Signers`. */
  readonly title: string;
  readonly outer: ListField;
  readonly inner: ListField;
  /** Of the rows: first the number of the outer item, which is the one to stand in when it is changed. */
  readonly columns: readonly Column[];
  /** The rows as a list of their own. */
  readonly rows: ListField;
}

/** Where a row comes from. An outer item that holds nothing is a row as well. */
export interface RowPlace {
  readonly outer: number;
  readonly inner?: number;
}

export interface NestedRows {
  readonly places: readonly RowPlace[];
  /** `{number, outer, inner}` */
  readonly items: readonly JsonValue[];
}

export const numberPointer = '/number';
export const outerPointer = '/outer';
const innerPointer = '/inner';

export function nestedListsOf(outer: ListField): readonly NestedList[] {
  return columnsOf(outer).flatMap(({ pointer, title, field }) =>
    field.kind === 'list' && hasColumns(field) ? [nestedList(outer, field, pointer, title)] : [],
  );
}

function nestedList(outer: ListField, inner: ListField, pointer: string, title: string): NestedList {
  const outerColumns = columnsOf(outer).filter((column) => column.pointer !== pointer);
  return {
    ...{ pointer, title, outer, inner },
    columns: [
      numberColumn(outer.itemLabel),
      ...outerColumns.map((column) => within(column, outerPointer, `${outer.itemLabel} › `)),
      ...columnsOf(inner).map((column) => within(column, innerPointer, '')),
    ],
    rows: {
      ...{ kind: 'list', key: outer.key, label: title, required: false },
      ...{ itemLabel: inner.itemLabel, itemsLabel: inner.itemsLabel },
      item: { kind: 'group', key: '', label: inner.itemLabel, required: false, fields: [] },
      newItem: { outer: withoutMember(outer.newItem, segmentsOf(pointer)), inner: inner.newItem },
    },
  };
}

function numberColumn(label: string): Column {
  const field: NumberField = { kind: 'number', key: 'number', label, required: true, integer: true, minimum: 1 };
  return { pointer: numberPointer, title: label, field };
}

function within(column: Column, pointer: string, title: string): Column {
  const { chooses } = column;
  return {
    ...column,
    pointer: pointer + column.pointer,
    title: title + column.title,
    ...(chooses && { chooses: { ...chooses, pointer: pointer + chooses.pointer } }),
  };
}

/** Columns of what the form does not know. */
export function strangeNestedColumns({ columns, outer }: NestedList, items: readonly JsonValue[]): readonly Column[] {
  const known = [...columns.map(({ pointer }) => pointer), outerPointer, innerPointer];
  const own = known.map((pointer) => columns.find((column) => column.pointer === pointer) ?? standIn(pointer));
  return strangeColumns(own, items).map((column) => ({
    ...column,
    title: column.title.replace(/^outer › /, `${outer.itemLabel} › `).replace(/^inner › /, ''),
  }));
}

/** What is no object is a column as well. */
function standIn(pointer: string): Column {
  return { pointer, title: '', field: { kind: 'json', key: '', label: '', required: false } };
}

export function nestedRows({ pointer }: NestedList, outer: readonly JsonValue[]): NestedRows {
  const places: RowPlace[] = [];
  const items: JsonValue[] = [];
  for (const [index, item] of outer.entries()) {
    const own = valueAt(item, pointer);
    const base = { number: index + 1, outer: withoutInner(item, pointer) };
    if (!isRows(own)) {
      places.push({ outer: index });
      items.push(base);
      continue;
    }
    for (const [at, inner] of own.entries()) {
      places.push({ outer: index, inner: at });
      items.push({ ...base, inner });
    }
  }
  return { places, items };
}

/** What has no members has no cells. */
function isRows(value: JsonValue | undefined): value is readonly JsonValue[] {
  return isList(value) && value.length > 0 && value.every(isObject);
}

/** An outer item beside its rows. What is no list of rows stays in it. */
export function withoutInner(item: JsonValue, pointer: string): JsonValue {
  const own = valueAt(item, pointer);
  return isRows(own) ? withoutMember(item, segmentsOf(pointer)) : item;
}

function withoutMember(value: JsonValue, [key, ...rest]: readonly string[]): JsonValue {
  if (key === undefined || !isObject(value) || !Object.hasOwn(value, key)) return value;
  const members = Object.entries(value).flatMap(([name, member]): readonly (readonly [string, JsonValue])[] => {
    if (name !== key) return [[name, member]];
    return rest.length === 0 ? [] : [[name, withoutMember(member, rest)]];
  });
  return Object.fromEntries(members);
}

/** The place in the request of a value of a row. */
export function realPointer(nested: NestedList, list: string, place: RowPlace | undefined, column = ''): string {
  const item = pointerTo(list, place?.outer ?? -1);
  if (isWithin(column, outerPointer)) return item + column.slice(outerPointer.length);
  return place?.inner === undefined
    ? item
    : pointerTo(item + nested.pointer, place.inner) +
        (isWithin(column, innerPointer) ? column.slice(innerPointer.length) : '');
}

/** Whether a column would write over the rows of an item, which stand in rows of their own. */
function holdsRows({ pointer }: NestedList, place: RowPlace | undefined, column: string): boolean {
  const list = outerPointer + pointer;
  return place?.inner !== undefined && (isWithin(column, list) || isWithin(list, column));
}

/** Why a cell stays as it is; undefined where it can be written. */
export function heldWords(list: NestedList, place: RowPlace | undefined, column: string): string | undefined {
  if (place === undefined || !holdsRows(list, place, column)) return undefined;
  return t(
    '{0} of {1} {2} stand in rows of their own: change or remove those. Nothing was written over them.',
    list.title,
    list.outer.itemLabel,
    place.outer + 1,
  );
}

/** What says of a row in which outer item it is to stand. */
export function numberEdit(list: string, row: number, outer: number): FormEdit {
  return { kind: 'set', pointer: pointerTo(list, row) + numberPointer, value: outer + 1 };
}
