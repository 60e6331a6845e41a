/** No API nests its replies this deep; what reads or prints one level after the other would run out of stack. */
const deepest = 500;

/** Whether a value is nested deeper than anything that is worth reading. Needs no stack itself. */
export function isTooDeep(value: unknown): boolean {
  let level: readonly object[] = [value].filter(isObject);
  for (let depth = 0; level.length > 0; depth++) {
    if (depth === deepest) return true;
    level = level.flatMap((one) => Object.values(one).filter(isObject));
  }
  return false;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
