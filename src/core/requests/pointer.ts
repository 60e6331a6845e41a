import { parentOf } from '../../protocol/pointer';
import { ownValue } from '../typing/ownValue';

/*
 * JSON pointers (RFC 6901). Only own properties count: `__proto__` and its kind are names like any other.
 */

/** Appends keys to a pointer. */
export function joinPointer(pointer: string, ...keys: readonly (string | number)[]): string {
  return keys.reduce<string>((whole, key) => `${whole}/${escapeKey(String(key))}`, pointer);
}

export function splitPointer(pointer: string): readonly string[] {
  return pointer.split('/').slice(1).map(unescapeKey);
}

/** The value at a pointer, undefined when there is none. */
export function getAt(value: unknown, pointer: string): unknown {
  return splitPointer(pointer).reduce(child, value);
}

/** A copy with another value at the pointer; objects on the way are made when they are missing. */
export function setAt<T>(value: T, pointer: string, replacement: unknown): T {
  return withValue(value, splitPointer(pointer), replacement) as T;
}

function withValue(value: unknown, keys: readonly string[], replacement: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return replacement;
  const changed = withValue(child(value, key), rest, replacement);
  if (Array.isArray(value)) return withItem(value, key, changed);
  const object = typeof value === 'object' && value !== null ? value : {};
  // fromEntries defines properties instead of assigning them, so no key reaches a prototype.
  return Object.fromEntries(new Map(Object.entries(object)).set(key, changed));
}

/** `-` stands for the place behind the last item; what is no place of the array changes nothing. */
function withItem(items: readonly unknown[], key: string, item: unknown): readonly unknown[] {
  const index = key === '-' ? items.length : indexOf(key);
  return index === undefined || index > items.length ? items : items.toSpliced(index, 1, item);
}

function indexOf(key: string): number | undefined {
  return /^(0|[1-9]\d*)$/.test(key) ? Number(key) : undefined;
}

function child(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value[indexOf(key) ?? -1];
  return ownValue(value, key);
}

/** Hardly any key needs it, and pointers are made for every value of a request. */
function escapeKey(key: string): string {
  if (!key.includes('~') && !key.includes('/')) return key;
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescapeKey(key: string): string {
  if (!key.includes('~')) return key;
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** Of what holds a value. */
export function holderOf(pointer: string): string {
  return parentOf(pointer);
}
