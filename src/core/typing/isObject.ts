/** An object of any kind, a list as well. */
export function isAnyObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
