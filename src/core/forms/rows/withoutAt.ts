import type { JsonValue } from '../../../protocol/json';
import { isObject } from '../../../protocol/jsonKinds';
import { getAt, joinPointer, splitPointer } from '../../requests/pointer';

/** A copy without the member at a pointer. */
export function withoutAt(value: JsonValue, pointer: string): JsonValue {
  return without(value, splitPointer(pointer));
}

/** A copy without the objects around a pointer that hold nothing. */
export function withoutEmptyAround(value: JsonValue, pointer: string): JsonValue {
  const parents = splitPointer(pointer).map((_, depth, keys) => joinPointer('', ...keys.slice(0, depth)));
  return parents.slice(1).reduceRight<JsonValue>((left, parent) => {
    const there = getAt(left, parent) as JsonValue | undefined;
    return isObject(there) && Object.keys(there).length === 0 ? withoutAt(left, parent) : left;
  }, value);
}

function without(value: JsonValue, [key, ...rest]: readonly string[]): JsonValue {
  if (key === undefined || !isObject(value) || !Object.hasOwn(value, key)) return value;
  const others = Object.entries(value).flatMap(([name, member]): readonly (readonly [string, JsonValue])[] => {
    if (name !== key) return [[name, member]];
    return rest.length === 0 ? [] : [[name, without(member, rest)]];
  });
  return Object.fromEntries(others);
}
