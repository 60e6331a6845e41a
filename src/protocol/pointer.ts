import type { JsonValue } from './json';
import { isList, isObject } from './jsonKinds';

/** The pointer of a member. An empty key stands for the value itself: array items and bodies that are no object. */
export function pointerTo(parent: string, key: string | number): string {
  if (key === '') return parent;
  return memberPointer(parent, key);
}

/** The pointer of a member as it is written: an empty key is a name like any other. */
export function memberPointer(parent: string, key: string | number): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Keys as they are, without the escapes that JSON pointers need. */
export function segmentsOf(pointer: string): readonly string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

export function parentOf(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

export function isWithin(pointer: string, ancestor: string): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** The member of an object or the item of an array; the value itself for an empty key. */
export function memberOf(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return key === '' ? value : writtenMember(value, key);
}

export function valueAt(value: JsonValue | undefined, pointer: string): JsonValue | undefined {
  return segmentsOf(pointer).reduce(writtenMember, value);
}

function writtenMember(value: JsonValue | undefined, key: string): JsonValue | undefined {
  if (isObject(value)) return Object.hasOwn(value, key) ? value[key] : undefined;
  return isList(value) && key !== 'length' && Object.hasOwn(value, key) ? value[Number(key)] : undefined;
}
