import { toBase64 } from '../../../core/attachments/base64';
import { isList, isObject } from '../../../core/json/jsonKinds';
import type { RequestValues } from '../../../core/operation';
import type { JsonValue } from '../../../protocol/json';

/** No documented value is nested deeper. */
const deepest = 8;

/**
 * What the serializer of the samples sends: null for what is left out, bytes and constants as numbers, and keys and
 * values as a list of pairs.
 */
export function respell(values: RequestValues): RequestValues {
  return values.body === undefined ? values : { ...values, body: respelled(values.body, 0) };
}

function respelled(value: JsonValue, depth: number): JsonValue {
  if (depth > deepest) return value;
  if (isList(value)) return value.map((item) => respelled(item, depth + 1));
  if (!isObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, item]): [string, JsonValue][] => {
    if (item === null || (key === 'AuthMethod' && typeof item === 'number')) return [];
    const read = Object.hasOwn(readers, key) ? readers[key]?.(item) : undefined;
    return [[key, read ?? respelled(item, depth + 1)]];
  });
  return Object.fromEntries(entries);
}

const readers: Readonly<Record<string, (value: JsonValue) => JsonValue | undefined>> = {
  FileBytes: bytesAsText,
  SignatureImageBase64: bytesAsText,
  InitialsImageBase64: bytesAsText,
  AuthMethods: (value) => (isList(value) ? value.filter((item) => typeof item !== 'number') : undefined),
  Properties: pairsAsObject,
  MergeFieldMapping: pairsAsObject,
};

function bytesAsText(value: JsonValue): JsonValue | undefined {
  if (!isList(value) || !value.every((byte) => typeof byte === 'number')) return undefined;
  return toBase64(Uint8Array.from(value));
}

/** `[{"Key": "DisableEditName", "Value": "1"}]` */
function pairsAsObject(value: JsonValue): JsonValue | undefined {
  if (!isList(value)) return undefined;
  const pairs = value.flatMap((pair): [string, JsonValue][] => {
    if (!isObject(pair)) return [];
    const { Key: key, Value: item } = pair;
    return typeof key === 'string' && item != null ? [[key, String(item)]] : [];
  });
  return Object.fromEntries(pairs);
}
