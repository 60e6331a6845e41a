import { isRecord } from '../../json/jsonKinds';
import type { Pair } from './foreignCall';

/* What other tools write, read as far as it is what it should be. */

/** Nobody nests deeper, and what walks through them does not come to its own limits. */
export const mostFolders = 100;

export type Loose = Readonly<Record<string, unknown>>;

export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : undefined;
}

export function looseRecord(value: unknown): Loose {
  return isRecord(value) ? value : {};
}

export function recordsOf(value: unknown): readonly Loose[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** Of a list of `{ name, value }`, or `{ key, value }`, without those that are switched off. */
export function pairsOf(value: unknown): readonly Pair[] {
  return recordsOf(value)
    .filter((one) => one['disabled'] !== true && one['enabled'] !== false)
    .flatMap((one) => {
      const name = textOf(one['name'] ?? one['key']);
      return name === undefined ? [] : [[name, textOf(one['value']) ?? ''] as const];
    });
}
