import { toBase64 } from '../../core/attachments/base64';
import { isArranged } from '../../core/emulation';
import type { JsonValue } from '../../protocol/json';

/*
 * The state of an API as JSON. What two places share is written once, so that a change to one is seen in the other
 * afterwards as well; what JSON has no form for stands in an object with one name that begins with "$".
 */

/** By the names of the state. Indexes are left out, since they are made of what they index; but for an order of their own. */
export function encodeState(state: object): Readonly<Record<string, JsonValue>> {
  const kept = Object.entries(state).flatMap(([name, value]): readonly (readonly [string, unknown])[] => {
    if (isArranged(value)) return [[name, value.arrangement()]];
    return isWritten(value) ? [[name, value]] : [];
  });
  const shared = sharedWithin(kept.map(([, value]) => value));
  const encoder = new Encoder(shared);
  return Object.fromEntries(kept.map(([name, value]) => [name, encoder.encode(value)]));
}

/** A value, or a container of values, instead of something that works on them. */
export function isWritten(value: unknown): boolean {
  if (typeof value === 'function') return false;
  if (typeof value !== 'object' || value === null) return true;
  const isKnown = Array.isArray(value) || value instanceof Map || value instanceof Set || isLeaf(value);
  return isKnown || isPlain(value);
}

export function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function isLeaf(value: object): value is Uint8Array | Date {
  return value instanceof Uint8Array || value instanceof Date;
}

function childrenOf(value: object): Iterable<unknown> {
  if (value instanceof Map) return [...value].flat();
  if (value instanceof Set || Array.isArray(value)) return value;
  return isLeaf(value) ? [] : Object.values(value);
}

function sharedWithin(values: readonly unknown[]): ReadonlySet<object> {
  const [seen, shared] = [new Set<object>(), new Set<object>()];
  const waiting: unknown[] = [...values];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (seen.has(value)) {
      shared.add(value);
      continue;
    }
    seen.add(value);
    for (const child of childrenOf(value)) waiting.push(child);
  }
  return shared;
}

class Encoder {
  readonly #shared: ReadonlySet<object>;
  readonly #numbers = new Map<object, number>();

  constructor(shared: ReadonlySet<object>) {
    this.#shared = shared;
  }

  encode(value: unknown): JsonValue {
    if (typeof value === 'object' && value !== null) return this.#encodeObject(value);
    if (value === undefined) return { $undefined: true };
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
    if (typeof value === 'number') return isJsonNumber(value) ? value : { $number: numberText(value) };
    throw new Error(`A ${typeof value} in the state of an emulator has no written form.`);
  }

  #encodeObject(value: object): JsonValue {
    if (!this.#shared.has(value)) return this.#content(value);
    const known = this.#numbers.get(value);
    if (known !== undefined) return { $ref: known };
    const number = this.#numbers.size + 1;
    this.#numbers.set(value, number);
    return { $id: number, $value: this.#content(value) };
  }

  #content(value: object): JsonValue {
    if (value instanceof Uint8Array) return { $bytes: toBase64(value) };
    if (value instanceof Date) return { $date: this.encode(value.getTime()) };
    if (value instanceof Map) return { $map: [...value].map((pair) => pair.map((one) => this.encode(one))) };
    if (value instanceof Set) return { $set: [...value].map((one) => this.encode(one)) };
    if (Array.isArray(value)) return value.map((one) => this.encode(one));
    if (!isPlain(value)) throw new Error('An object in the state of an emulator has no written form.');
    const entries = Object.entries(value).map(([name, one]) => [name, this.encode(one)] as const);
    // Names that mean something here, or to the language, are no names of their own.
    if (entries.some(([name]) => name.startsWith('$') || name === '__proto__')) {
      return { $object: entries.map(([name, one]) => [name, one]) };
    }
    return Object.fromEntries(entries);
  }
}

function isJsonNumber(value: number): boolean {
  return Number.isFinite(value) && !Object.is(value, -0);
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
