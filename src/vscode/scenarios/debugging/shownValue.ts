import { isList, isObject } from '../../../core/json/jsonKinds';
import { joinPointer } from '../../../core/requests/pointer';
import { isJson } from '../../../core/scenarios/expressions/evaluate';
import type { JsonValue } from '../../../protocol/json';

/** A value as it is shown. */
export interface ShownValue {
  readonly name: string;
  readonly pointer: string;
  /** In one line. */
  readonly text: string;
  readonly hasMembers: boolean;
}

/** The members of any value, as they are shown. */
export function membersOf(value: unknown, pointer: string): readonly ShownValue[] {
  if (!isJson(value)) return [];
  if (isList(value)) return value.map((item, index) => shownValue(String(index), joinPointer(pointer, index), item));
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, member]) => shownValue(name, joinPointer(pointer, name), member));
}

export function shownValue(name: string, pointer: string, value: JsonValue): ShownValue {
  const hasMembers = (isList(value) && value.length > 0) || (isObject(value) && Object.keys(value).length > 0);
  return { name, pointer, text: oneLineOf(value), hasMembers };
}

/** More of a list or an object is seen by opening it; a text is changed where it is shown, and so shown whole. */
const mostShown = 200;

export function oneLineOf(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > mostShown && typeof value === 'object' ? `${text.slice(0, mostShown)}…` : text;
}
