import { isRecord } from '../../../src/protocol/jsonKinds';

/** Whether two JSON values are equal. Keys count in any order. */
export function same(a: unknown, b: unknown): boolean {
  return share(a, b) === a;
}

/**
 * `next`, with every part that equals its counterpart in `previous` replaced by that one: a part that did not
 * change keeps its identity across messages, and whatever shows it need not be drawn again.
 */
export function share<T>(previous: unknown, next: T): T {
  if (previous === next) return next;
  if (Array.isArray(previous) && Array.isArray(next)) return shareArray(previous, next) as T;
  if (isRecord(previous) && isRecord(next)) return shareObject(previous, next) as T;
  return next;
}

function shareArray(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const items = next.map((item, index) => share(previous[index], item));
  const unchanged = items.length === previous.length && items.every((item, index) => item === previous[index]);
  return unchanged ? previous : items;
}

function shareObject(
  previous: Readonly<Record<string, unknown>>,
  next: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const entries = Object.entries(next).map(([key, value]) => [key, share(previous[key], value)] as const);
  const unchanged =
    entries.length === Object.keys(previous).length &&
    entries.every(([key, value]) => Object.hasOwn(previous, key) && value === previous[key]);
  return unchanged ? previous : Object.fromEntries(entries);
}
