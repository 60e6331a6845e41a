import type { JsonValue } from '../../protocol/json';
import { joinPointer, splitPointer } from '../requests/pointer';
import { groupedBy } from '../typing/groupedBy';

/** A value and where it belongs. */
export interface PlacedValue {
  readonly to: string;
  readonly value: JsonValue;
}

export interface PlacedValues {
  readonly values: JsonValue;
  /** Where each of them stands now, in the order they were given. */
  readonly places: readonly string[];
}

interface Placing {
  readonly index: number;
  readonly keys: readonly string[];
  readonly value: JsonValue;
}

/**
 * Puts values together, none of which stands within another. Numbers are places in a list; where one is not used, what
 * follows moves up.
 */
export function placeValues(given: readonly PlacedValue[]): PlacedValues {
  const places: string[] = [];
  const placings = given.map(({ to, value }, index) => ({ index, keys: splitPointer(to), value }));
  return { values: place(placings, '', places), places };
}

function place(placings: readonly Placing[], at: string, places: string[]): JsonValue {
  const whole = placings.find(({ keys }) => keys.length === 0);
  if (whole !== undefined) {
    places[whole.index] = at;
    return whole.value;
  }
  const groups = groupedBy(placings, ({ keys: [key = ''] }) => key);
  const names = [...groups.keys()];
  const isList = names.length > 0 && names.every((name) => /^\d+$/.test(name));
  const below = (name: string, as: string | number) =>
    place((groups.get(name) ?? []).map(withoutFirstKey), joinPointer(at, as), places);
  if (!isList) return Object.fromEntries(names.map((name) => [name, below(name, name)]));
  return names.sort((one, other) => Number(one) - Number(other)).map((name, index) => below(name, index));
}

function withoutFirstKey(placing: Placing): Placing {
  return { ...placing, keys: placing.keys.slice(1) };
}
