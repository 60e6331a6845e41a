import type { JsonValue } from '../../protocol/json';
import { isObject } from '../json/jsonKinds';

/** A text at a place of a payload that anybody may have made; undefined where there is none. */
export function payloadText(payload: JsonValue | undefined, ...names: readonly string[]): string | undefined {
  let value = payload;
  for (const name of names)
    value = value !== undefined && isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}
