import type { FormEdit, ListField, Turns } from '../../../src/protocol/form';
import type { JsonObject, JsonValue } from '../../../src/protocol/json';
import { isObject } from '../../../src/protocol/jsonKinds';
import { memberOf, pointerTo } from '../../../src/protocol/pointer';
import { placed, type Turn, type TurnPlace } from '../../../src/protocol/turns';
import { type LanePerson, orderPointer } from './lanePeople';

export interface LaneMove {
  /** They come to stand in one step. */
  readonly people: readonly LanePerson[];
  readonly spot: TurnPlace;
  /** Somebody as JSON, where values cannot hold how it is written. */
  readonly writtenOf?: (person: LanePerson) => string | undefined;
}

/** The list whose items take turns, as it is now. */
export interface LaneList {
  readonly field: ListField;
  readonly turns: Turns;
  readonly pointer: string;
  readonly items: readonly JsonValue[];
}

/** What puts people elsewhere: only numbers change where items are people; otherwise they change lists. */
export function laneEdits(list: LaneList, steps: readonly Turn<LanePerson>[], move: LaneMove): readonly FormEdit[] {
  const { turns } = list;
  const there = move.spot.kind === 'with' ? (steps[move.spot.step]?.people ?? []) : [];
  const people = move.people.filter((one) => !there.includes(one));
  if (people.length === 0) return [];
  const after = placed(steps, people, move.spot, turns.first);
  return turns.peopleKey === undefined
    ? renumbered(list, itemOrders(after))
    : rehoused(list, turns.peopleKey, after, { ...move, people });
}

/** The new number of each item. */
type Orders = ReadonlyMap<number, number>;

function itemOrders(steps: readonly Turn<LanePerson>[]): Orders {
  return new Map(
    steps.flatMap(({ order, people }) => (order === undefined ? [] : people.map(({ item }) => [item, order] as const))),
  );
}

function renumbered({ pointer, items, turns }: LaneList, orders: Orders): readonly FormEdit[] {
  return [...orders].flatMap(([item, order]): readonly FormEdit[] => {
    const before = memberOf(items[item], turns.orderKey);
    // Who writes numbers as texts goes on doing so.
    const value = typeof before === 'string' && before !== '' ? String(order) : order;
    return before === value ? [] : [{ kind: 'set', pointer: orderPointer(pointer, item, turns), value }];
  });
}

/** In lists of steps, people go from those of one item to those of another one, or of a new one. */
function rehoused(
  list: LaneList,
  peopleKey: string,
  after: readonly Turn<LanePerson>[],
  { people, writtenOf }: LaneMove,
): readonly FormEdit[] {
  const { pointer, turns, field } = list;
  const isMoved = (one: LanePerson) => people.includes(one);
  const own = after.find((step) => step.people.some(isMoved));
  const others = after.map((step) => ({ order: step.order, people: step.people.filter((one) => !isMoved(one)) }));
  const orders = itemOrders(others);
  const kept = new Set(others.flatMap((step) => step.people.map(({ item }) => item)));
  const emptied = [...new Set(people.map(({ item }) => item))].filter((item) => !kept.has(item));
  // Where nobody waits for them, a step that they leave goes along.
  const house = own?.people.find((one) => !isMoved(one))?.item ?? emptied[0];
  const newOrder = own?.order ?? turns.first;
  const numbers = house === undefined || kept.has(house) ? orders : new Map([...orders, [house, newOrder] as const]);
  const movers = people.filter(({ item }) => item !== house);
  const leaving = movers.filter(({ item }) => !emptied.includes(item)).map((one) => one.pointer);
  const left = emptied.filter((item) => item !== house).map((item) => pointerTo(pointer, item));
  const removals = [...leaving, ...left].map((at): FormEdit => ({ kind: 'remove', pointer: at }));
  const values = movers.map(({ value }) => value);
  const arrivals: readonly FormEdit[] =
    house === undefined
      ? [{ kind: 'append', pointer, value: newStep(field.newItem, turns, newOrder, peopleKey, values) }]
      : movers.map((one) => {
          const written = writtenOf?.(one);
          const to = pointerTo(pointerTo(pointer, house), peopleKey);
          return { kind: 'append', pointer: to, value: one.value, ...(written !== undefined && { written }) };
        });
  return [...renumbered(list, numbers), ...removals, ...arrivals];
}

function newStep(
  start: JsonValue,
  turns: Turns,
  order: number,
  peopleKey: string,
  people: readonly JsonValue[],
): JsonObject {
  return { ...(isObject(start) && start), [turns.orderKey]: order, [peopleKey]: people };
}
