import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formModel } from '../../../src/core/forms/formModel';
import { ProviderRegistry } from '../../../src/core/registry';
import type { FormField, ListField } from '../../../src/protocol/form';
import type { JsonObject, JsonValue } from '../../../src/protocol/json';
import { type Column, hasColumns } from '../../../src/protocol/table/columns';
import type { RowChoices } from '../../../src/protocol/table/rows';
import { providers } from '../../../src/providers';

/* The lists of the forms of all operations, and items for them. */

const registry = new ProviderRegistry(providers);
export const providerTitles = registry.entries;

export interface RealList {
  readonly name: string;
  readonly list: ListField;
}

export const scalar = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('{{name}}', 'x{{name}} ', '{{$uuid}}', '"45"', '45', 'true', 'null', '[1]', '=1+1', '-0', '1e3'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
  fc.boolean(),
  fc.constant(null),
);
const anything = fc.oneof(scalar, fc.jsonValue() as fc.Arbitrary<JsonValue>);

export async function listsOf(id: string): Promise<readonly RealList[]> {
  const provider = await registry.provider(id);
  assert.ok(provider);
  return provider.operations.flatMap((operation) =>
    formModel(provider, operation).sections.flatMap(({ fields }) =>
      fields.flatMap((field) => listsWithin(field).map((list) => ({ name: `${operation.id} ${list.label}`, list }))),
    ),
  );
}

function listsWithin(field: FormField): readonly ListField[] {
  switch (field.kind) {
    case 'list':
      return [...(hasColumns(field) ? [field] : []), ...listsWithin(field.item)];
    case 'group':
      return field.fields.flatMap(listsWithin);
    case 'variant':
      return field.variants.flatMap(({ fields }) => fields.flatMap(listsWithin));
    default:
      return [];
  }
}

/** Items with any values in the fields of the form, and fields that it does not know. */
export function itemsOf({ item }: ListField): fc.Arbitrary<readonly JsonValue[]> {
  // As JSON says it: without -0 and prototypes.
  return fc
    .array(anyValue(item), { minLength: 1, maxLength: 4 })
    .map((all): readonly JsonValue[] => JSON.parse(JSON.stringify(all)));
}

export function anyValue(field: FormField): fc.Arbitrary<JsonValue> {
  switch (field.kind) {
    case 'group':
      return objectOf(field.fields, {});
    case 'variant':
      return fc.oneof(...field.variants.map(({ fields, match, newValue }) => objectOf(fields, match, newValue)));
    default:
      return anything;
  }
}

/** An object that is empty has no cell. */
function objectOf(
  fields: readonly FormField[],
  constants: JsonObject,
  start: JsonObject = {},
): fc.Arbitrary<JsonObject> {
  const free = fields.filter(({ key }) => key !== '' && !Object.hasOwn(constants, key));
  const own = Object.fromEntries(free.map((field) => [field.key, anyValue(field)]));
  const values: fc.Arbitrary<JsonObject> = fc.record(
    { ...own, 'not known/~': scalar, '': scalar, ' a › b\n': scalar },
    { requiredKeys: ['not known/~'] },
  );
  return values.map((value) => ({ ...start, ...constants, ...value }));
}

/** Rows with a head, as a spreadsheet has them after these columns were written, all put below what is there. */
export function addedBelow(columns: readonly Column[]): RowChoices {
  return {
    separator: ';',
    hasHead: true,
    targets: columns.map((own) => own.pointer),
    existing: 'add',
    takesRefused: false,
  };
}
