/** More than any documented request needs; recursive checks of deeper values would exhaust the stack. */
export const deepest = 64;

export function isTooDeep(value: unknown, levels = deepest): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((item) => isTooDeep(item, levels - 1));
}
