import type { JsonValue } from '../../../../protocol/json';
import { getAt, joinPointer } from '../../../requests/pointer';
import type { PlannedValue } from '../plan/exportPlan';
import type { LinearScope } from '../plan/linearSteps';

export type ResolvedRead =
  /** A path among the variables of a virtual user. */
  | { readonly kind: 'variable'; readonly path: string }
  | { readonly kind: 'value'; readonly value: PlannedValue; readonly scope: LinearScope }
  | { readonly kind: 'unknown' };

export const unknownRead: ResolvedRead = { kind: 'unknown' };

export function variableAt(path: string): ResolvedRead {
  return { kind: 'variable', path };
}

export function pathTo(name: string, keys: readonly string[]): ResolvedRead {
  if (keys.some((key) => !/^\w+$/.test(key))) return unknownRead;
  return variableAt([name, ...keys].join('.'));
}

export function literalOf(value: JsonValue): PlannedValue {
  return { kind: 'literal', value };
}

export function valueBelow(value: PlannedValue, keys: readonly string[], scope: LinearScope): ResolvedRead {
  if (keys.length === 0) return { kind: 'value', value, scope };
  if (value.kind === 'read') return { kind: 'value', value: { ...value, keys: [...value.keys, ...keys] }, scope };
  const found = value.kind === 'literal' ? getAt(value.value, joinPointer('', ...keys)) : undefined;
  return found === undefined ? unknownRead : { kind: 'value', value: literalOf(found as JsonValue), scope };
}
