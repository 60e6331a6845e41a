import { isList, isObject, isRecord } from '../../../src/core/json/jsonKinds';
import { joinPointer } from '../../../src/core/requests/pointer';
import type { JsonObject, JsonValue } from '../../../src/protocol/json';

/** `missing`: printed and not answered; `extra`: answered and not printed; `type`: of another kind than is printed. */
export type DifferenceKind = 'missing' | 'extra' | 'type';

export interface Difference {
  readonly pointer: string;
  readonly kind: DifferenceKind;
  /** What stands there instead. */
  readonly found: string;
}

export interface Comparison {
  readonly differences: readonly Difference[];
  /** How many printed keys and items were looked for. */
  readonly keys: number;
  /** Where the printed body says nothing of what stands inside: null, or a list without items. */
  readonly unprinted: readonly string[];
}

/**
 * Keys and kinds of two bodies, both ways and at any depth. Each item that is printed is held against the one at its
 * place, or the first where there are not as many; where null is printed, anything may stand, but something must.
 */
export function compareBodies(answered: unknown, printed: JsonValue): Comparison {
  const found: Found = { differences: [], keys: 0, unprinted: [] };
  compare(found, answered, printed, '');
  return found;
}

interface Found {
  readonly differences: Difference[];
  keys: number;
  readonly unprinted: string[];
}

function compare(found: Found, answered: unknown, printed: JsonValue, at: string): void {
  found.keys += 1;
  if (printed === null) noteUnprinted(found, answered, at);
  else if (isList(printed) && Array.isArray(answered)) compareItems(found, answered, printed, at);
  else if (isObject(printed) && isRecord(answered)) compareKeys(found, answered, printed, at);
  else if (kindOf(printed) !== kindOf(answered)) note(found, 'type', at, answered);
}

function note({ differences }: Found, kind: DifferenceKind, pointer: string, found: unknown): void {
  differences.push({ pointer, kind, found: (JSON.stringify(found) ?? 'nothing').slice(0, 80) });
}

function noteUnprinted({ unprinted }: Found, answered: unknown, at: string): void {
  const holdsSomething = typeof answered === 'object' && answered !== null && Object.keys(answered).length > 0;
  if (holdsSomething) unprinted.push(at);
}

function compareItems(found: Found, answered: readonly unknown[], printed: readonly JsonValue[], at: string): void {
  const [first] = printed;
  if (first === undefined) {
    noteUnprinted(found, answered, at);
    return;
  }
  if (answered.length === 0) note(found, 'missing', joinPointer(at, 0), undefined);
  for (const [index, item] of answered.length === 0 ? [] : printed.entries()) {
    compare(found, answered[index] ?? answered[0], item, joinPointer(at, index));
  }
}

function compareKeys(found: Found, answered: Readonly<Record<string, unknown>>, printed: JsonObject, at: string): void {
  for (const [key, value] of Object.entries(printed)) {
    const pointer = joinPointer(at, key);
    if (Object.hasOwn(answered, key)) compare(found, answered[key], value, pointer);
    else note(found, 'missing', pointer, undefined);
  }
  for (const [key, value] of Object.entries(answered)) {
    if (!Object.hasOwn(printed, key)) note(found, 'extra', joinPointer(at, key), value);
  }
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'list' : typeof value;
}
