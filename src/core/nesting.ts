/** More than any documented request needs; recursive checks of deeper values would exhaust the stack. */
export const deepestRequest = 64;

/** No API nests its replies this deep; what reads or prints one level after the other would run out of stack. */
export const deepestReply = 500;

/** Whether objects and lists stand within each other more than so many levels deep; it goes no deeper than that. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  for (const key in value) if (isDeeperThan(levels - 1, (value as Readonly<Record<string, unknown>>)[key])) return true;
  return false;
}
