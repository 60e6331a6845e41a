import type { FormEdit, ListField, Turns } from '../../../src/protocol/form';
import type { JsonObject, JsonValue } from '../../../src/protocol/json';
import { isObject } from '../../../src/protocol/jsonKinds';
import { memberOf, pointerTo } from '../../../src/protocol/pointer';
import { placed, type Turn, type TurnPlace } from '../../../src/protocol/turns';
import { type LanePerson, orderPointer } from './lanePeople';

export interface LaneMove {
  readonly person: LanePerson;
  readonly spot: TurnPlace;
  /** The person as JSON, where values cannot hold how it is written. */
  readonly written?: string | undefined;
}

/** The list whose items take turns, as it is now. */
export interface LaneList {
  readonly field: ListField;
  readonly turns: Turns;
  readonly pointer: string;
  readonly items: readonly JsonValue[];
}

/** What puts somebody elsewhere: only numbers change where items are people; otherwise the person changes lists. */
export function laneEdits(list: LaneList, steps: readonly Turn<LanePerson>[], move: LaneMove): readonly FormEdit[] {
  const { turns } = list;
  const after = placed(steps, move.person, move.spot, turns.first);
  return turns.peopleKey === undefined
    ? renumbered(list, itemOrders(after))
    : rehoused(list, turns.peopleKey, after, move);
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

/** In lists of steps, a person goes from the people of one item to those of another one, or of a new one. */
function rehoused(
  list: LaneList,
  peopleKey: string,
  after: readonly Turn<LanePerson>[],
  { person, written }: LaneMove,
): readonly FormEdit[] {
  const { pointer, turns, field } = list;
  const own = after.find(({ people }) => people.includes(person));
  const others = after.map(({ order, people }) => ({ order, people: people.filter((one) => one !== person) }));
  const orders = itemOrders(others);
  const stays = others.some(({ people }) => people.some(({ item }) => item === person.item));
  const hosts = own?.people.find((one) => one !== person)?.item;
  // Alone before and after: the step itself goes elsewhere.
  if (!stays && hosts === undefined)
    return renumbered(list, new Map([...orders, [person.item, own?.order ?? turns.first]]));
  const leaving: FormEdit = {
    kind: 'remove',
    pointer: stays ? person.pointer : pointerTo(pointer, person.item),
  };
  const arriving: FormEdit =
    hosts === undefined
      ? {
          kind: 'append',
          pointer,
          value: newStep(field.newItem, turns, own?.order ?? turns.first, peopleKey, person.value),
        }
      : {
          kind: 'append',
          pointer: pointerTo(pointerTo(pointer, hosts), peopleKey),
          value: person.value,
          ...(written !== undefined && { written }),
        };
  return [...renumbered(list, orders), leaving, arriving];
}

function newStep(start: JsonValue, turns: Turns, order: number, peopleKey: string, person: JsonValue): JsonObject {
  return { ...(isObject(start) && start), [turns.orderKey]: order, [peopleKey]: [person] };
}
