import type { JsonObject, JsonValue } from '../../../../protocol/json';
import { isList, isObject } from '../../../json/jsonKinds';
import { getAt, joinPointer } from '../../../requests/pointer';
import type { PlannedValue, Read } from './exportPlan';
import { literal } from './planValue';

/** A copy with another value at the keys; undefined where only running it tells what is there. */
export function replaceAt(
  value: PlannedValue,
  keys: readonly string[],
  replacement: PlannedValue,
): PlannedValue | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return replacement;
  const opened = openValue(value);
  if (opened?.kind === 'object') {
    const old = opened.members.find(({ name }) => name === key)?.value ?? literal({});
    const changed = replaceAt(old, rest, replacement);
    if (changed === undefined) return undefined;
    const others = opened.members.map((one) => (one.name === key ? { name: key, value: changed } : one));
    const isNew = !opened.members.some(({ name }) => name === key);
    return { kind: 'object', members: isNew ? [...others, { name: key, value: changed }] : others };
  }
  if (opened?.kind !== 'list') return undefined;
  const index = key === '-' ? opened.items.length : Number(key);
  if (!/^(?:-|0|[1-9]\d*)$/.test(key) || index > opened.items.length) return value;
  const changed = replaceAt(opened.items[index] ?? literal({}), rest, replacement);
  return changed && { kind: 'list', items: opened.items.toSpliced(index, 1, changed) };
}

/** With its members or items as values of their own. */
export function openValue(value: PlannedValue): Extract<PlannedValue, { kind: 'object' | 'list' }> | undefined {
  if (value.kind === 'object' || value.kind === 'list') return value;
  if (value.kind !== 'literal') return undefined;
  if (isList(value.value)) return { kind: 'list', items: value.value.map(literal) };
  if (!isObject(value.value)) return undefined;
  const members = Object.entries(value.value).map(([name, item]) => ({ name, value: literal(item) }));
  return { kind: 'object', members };
}

/** What of it is known beforehand, with a mark in the places of all else. `inputs`: those that are known. */
export function sketchOf(value: PlannedValue, mark: string, inputs: JsonObject = {}): JsonValue {
  switch (value.kind) {
    case 'literal':
      return value.value;
    case 'list':
      return value.items.map((item) => sketchOf(item, mark, inputs));
    case 'object':
      return Object.fromEntries(value.members.map(({ name, value: member }) => [name, sketchOf(member, mark, inputs)]));
    case 'read':
      return knownInput(value, inputs) ?? mark;
    case 'text':
      return value.parts.map((part) => (typeof part === 'string' ? part : (knownInput(part, inputs) ?? mark))).join('');
    case 'basic':
      return mark;
  }
}

function knownInput({ source, keys }: Read, inputs: JsonObject): JsonValue | undefined {
  if (source.from !== 'inputs' || !Object.hasOwn(inputs, source.name)) return undefined;
  const value: unknown = getAt(inputs, joinPointer('', source.name, ...keys));
  return typeof value === 'string' ? value : undefined;
}
