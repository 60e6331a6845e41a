import type { JsonValue } from '../../../protocol/json';
import { isObject } from '../../../protocol/jsonKinds';
import { splitPointer } from '../../requests/pointer';

/** A copy without the member at a pointer. */
export function withoutAt(value: JsonValue, pointer: string): JsonValue {
  return without(value, splitPointer(pointer));
}

function without(value: JsonValue, [key, ...rest]: readonly string[]): JsonValue {
  if (key === undefined || !isObject(value) || !Object.hasOwn(value, key)) return value;
  const others = Object.entries(value).flatMap(([name, member]): readonly (readonly [string, JsonValue])[] => {
    if (name !== key) return [[name, member]];
    return rest.length === 0 ? [] : [[name, without(member, rest)]];
  });
  return Object.fromEntries(others);
}
