import type { FormField, FormModel } from './form';
import type { JsonObject, JsonValue } from './json';
import { isList } from './jsonKinds';
import { memberOf, pointerTo } from './pointer';
import { variantOf } from './variants';

/** A field with its place among the values, filled or not. */
export interface PlacedField {
  readonly field: FormField;
  readonly pointer: string;
  readonly value: JsonValue | undefined;
  /** What it lies in, from the outside: "Signer 2". */
  readonly trail: readonly string[];
}

/** All fields that the form of these values has or can add, in its order; of a list, those of its first items. */
export function* placedFields(
  { sections }: Pick<FormModel, 'sections'>,
  values: JsonObject,
  mostItems: number,
): Generator<PlacedField> {
  for (const { id, fields } of sections) {
    const place = { pointer: `/${id}`, value: values[id], trail: [] };
    for (const field of fields) yield* placed(field, memberPlace(place, field.key), mostItems);
  }
}

type Place = Omit<PlacedField, 'field'>;

function* placed(field: FormField, place: Place, mostItems: number): Generator<PlacedField> {
  if (field.key !== '') yield { field, ...place };
  const trail = field.key === '' ? place.trail : [...place.trail, field.label];
  switch (field.kind) {
    case 'group':
      yield* members(field.fields, { ...place, trail }, mostItems);
      return;
    case 'variant':
      yield* members(variantOf(field, place.value)?.fields ?? [], { ...place, trail }, mostItems);
      return;
    case 'list': {
      const count = isList(place.value) ? Math.min(place.value.length, mostItems) : 0;
      for (let index = 0; index < count; index += 1) {
        // Items are called by themselves: "Signer 2", not "Signers › Signer 2".
        const own = [...place.trail, `${field.itemLabel} ${index + 1}`];
        yield* placed(field.item, { ...memberPlace(place, String(index)), trail: own }, mostItems);
      }
      return;
    }
    default:
  }
}

function* members(fields: readonly FormField[], place: Place, mostItems: number): Generator<PlacedField> {
  for (const field of fields) yield* placed(field, memberPlace(place, field.key), mostItems);
}

function memberPlace({ pointer, value, trail }: Place, key: string): Place {
  return { pointer: pointerTo(pointer, key), value: memberOf(value, key), trail };
}
