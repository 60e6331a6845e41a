import { splitPointer } from '../../requests/pointer';

/** A copy without what stands at the pointers. Items of lists become undefined, so that the others keep their places. */
export function intactValues(values: object, broken: Iterable<string>): unknown {
  const root: Cuts = new Map();
  for (const pointer of broken) addCut(root, splitPointer(pointer));
  return without(values, root);
}

/** What is taken out below a value, by key; true for the whole of it. */
type Cuts = Map<string, Cuts | true>;

function addCut(cuts: Cuts, [key, ...rest]: readonly string[]): void {
  if (key === undefined) return;
  const known = cuts.get(key);
  if (known === true) return;
  if (rest.length === 0) {
    cuts.set(key, true);
    return;
  }
  const inner = known ?? new Map();
  cuts.set(key, inner);
  addCut(inner, rest);
}

function without(value: unknown, cuts: Cuts | true | undefined): unknown {
  if (cuts === true) return undefined;
  if (cuts === undefined || cuts.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => without(item, cuts.get(String(index))));
  // Most cuts are of properties that are missing.
  if (![...cuts.keys()].some((key) => Object.hasOwn(value, key))) return value;
  const kept = Object.entries(value).filter(([key]) => cuts.get(key) !== true);
  return Object.fromEntries(kept.map(([key, item]) => [key, without(item, cuts.get(key))]));
}
