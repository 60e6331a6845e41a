import { formModel } from '../../../src/core/forms/formModel';
import type { Operation } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import type { FormField, ListField } from '../../../src/protocol/form';
import type { JsonObject } from '../../../src/protocol/json';
import { pointerTo } from '../../../src/protocol/pointer';
import { type NestedList, nestedListsOf } from '../../../src/protocol/table/nestedRows';
import { providers } from '../../../src/providers';

/** A list of objects in a form, wherever it lies. */
export interface ListForm {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly list: ListField;
  readonly pointer: string;
}

/** The first form of each provider that has a list of objects with room for many and a text of their own. */
export async function listForms(): Promise<readonly ListForm[]> {
  const all = await Promise.all(providers.map(({ load }) => load()));
  return all.flatMap((provider) => {
    const found = provider.operations.flatMap((operation) => {
      const sections = formModel(provider, operation).sections;
      return sections.flatMap(({ id, fields }) =>
        fields.flatMap((field) => {
          const pointer = pointerTo(`/${id}`, field.key);
          return isListOfMany(field) ? [{ provider, operation, list: field, pointer }] : [];
        }),
      );
    });
    return found.slice(0, 1);
  });
}

/** The text of a request that has these items in its list. */
export function requestWith({ operation, pointer }: ListForm, items: readonly JsonObject[]): string {
  const body = pointer === '/body' ? items : { [pointer.slice('/body/'.length)]: items };
  return JSON.stringify({ operation: operation.id, connection: 'emulator', body }, null, 2);
}

/** The key of a text that every item has. */
export function textKeyOf(form: Pick<ListForm, 'list'>): string {
  return textKeysOf(form)[0] ?? '';
}

/** Those of all texts that every item has. */
export function textKeysOf({ list }: Pick<ListForm, 'list'>): readonly string[] {
  return list.item.kind === 'group' ? list.item.fields.filter(isPlainText).map(({ key }) => key) : [];
}

function isListOfMany(field: FormField): field is ListField {
  if (field.kind !== 'list' || field.item.kind !== 'group' || (field.maxItems ?? 500) < 500) return false;
  return field.item.fields.some(isPlainText);
}

function isPlainText(field: FormField): boolean {
  return field.kind === 'text' && !field.multiline && !field.secret;
}

/** A list in the items of another one, with a text of its own in each item. */
export interface NestedForm extends ListForm {
  readonly nested: NestedList;
}

/** The first form of each provider that has lists in a list. */
export async function nestedForms(): Promise<readonly NestedForm[]> {
  const all = await Promise.all(providers.map(({ load }) => load()));
  return all.flatMap((provider) => {
    const found = provider.operations.flatMap((operation) =>
      formModel(provider, operation).sections.flatMap(({ id, fields }) =>
        fields.flatMap((list): readonly NestedForm[] => {
          if (id !== 'body' || list.kind !== 'list' || (list.maxItems ?? 2) < 2) return [];
          const nested = nestedListsOf(list).find(({ inner }) => isListOfMany({ ...inner, maxItems: 500 }));
          return nested ? [{ provider, operation, list, pointer: pointerTo('/body', list.key), nested }] : [];
        }),
      ),
    );
    return found.slice(0, 1);
  });
}
