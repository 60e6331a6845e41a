import type { FormField, ListField, Turns } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import { isList } from '../../../src/protocol/jsonKinds';
import { memberOf, pointerTo } from '../../../src/protocol/pointer';
import { type FieldPlace, itemPlace, memberPlace } from '../fields/fieldPlace';
import { itemSummary } from '../lists/itemSummary';

/** Somebody who takes a turn. */
export interface LanePerson {
  /** Of the item that is this person. */
  readonly pointer: string;
  readonly name: string;
  /** What else is known in a word: the role. */
  readonly detail: string | undefined;
  /** The item of the list that has the number: the person's own, or the step that they stand in. */
  readonly item: number;
  /** Among the people of that item. */
  readonly index: number;
  readonly order: number | undefined;
  readonly value: JsonValue;
}

/** The people of a list whose items take turns, in the order of the list. */
export function lanePeople(field: ListField, turns: Turns, place: FieldPlace): readonly LanePerson[] {
  const { value } = place;
  if (!isList(value)) return [];
  return value.flatMap((item, index) => {
    const order = orderOf(memberOf(item, turns.orderKey));
    const at = itemPlace(place, index);
    if (turns.peopleKey === undefined) return [personAt(field.item, field.itemLabel, at, index, index, order)];
    const list = memberField(field.item, turns.peopleKey);
    const listPlace = memberPlace(at, turns.peopleKey);
    if (list?.kind !== 'list' || !isList(listPlace.value)) return [];
    return listPlace.value.map((_, nth) =>
      personAt(list.item, list.itemLabel, itemPlace(listPlace, nth), index, nth, order),
    );
  });
}

function personAt(
  field: FormField,
  label: string,
  place: FieldPlace,
  item: number,
  index: number,
  order: number | undefined,
): LanePerson {
  const { pointer, value = null } = place;
  // Told when they are drawn: of hundreds in a closed picture nobody reads a name.
  const summary = () => itemSummary(field, place);
  return {
    pointer,
    item,
    index,
    order,
    value,
    get name() {
      return summary()[0] ?? `${label} ${index + 1}`;
    },
    get detail() {
      return summary()[1];
    },
  };
}

/** A number may be written as a text; what is none is no step. */
function orderOf(value: JsonValue | undefined): number | undefined {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : undefined;
  return typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

function memberField(field: FormField, key: string): FormField | undefined {
  return field.kind === 'group' ? field.fields.find((candidate) => candidate.key === key) : undefined;
}

/** Where an item of the list keeps its number. */
export function orderPointer(list: string, item: number, { orderKey }: Turns): string {
  return pointerTo(pointerTo(list, item), orderKey);
}
