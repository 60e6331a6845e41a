import { formModel } from '../../../src/core/forms/formModel';
import type { Operation } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import type { FormField, ListField, Turns } from '../../../src/protocol/form';
import { providers } from '../../../src/providers';

/** A list whose items are people that take turns. */
export interface Ordered {
  readonly file: string;
  readonly operation: string;
  readonly list: ListField;
  readonly turns: Turns;
  /** A text that tells one person from another. */
  readonly name: string;
}

/** Of each provider, the first list whose items are people that take turns. */
export async function orderedLists(
  fits: (fields: readonly FormField[]) => boolean = hasThreeTexts,
): Promise<readonly Ordered[]> {
  const all = await Promise.all(providers.map(({ load }) => load()));
  return all.flatMap((provider) =>
    provider.operations.flatMap((operation) => listsOf(provider, operation, fits)).slice(0, 1),
  );
}

function listsOf(
  provider: Provider,
  operation: Operation,
  fits: (fields: readonly FormField[]) => boolean,
): readonly Ordered[] {
  const body = formModel(provider, operation).sections.find(({ id }) => id === 'body');
  return (body?.fields ?? []).flatMap((list) => {
    if (list.kind !== 'list' || list.item.kind !== 'group') return [];
    const [{ key: name } = { key: '' }] = textsOf(list.item.fields);
    const { turns } = list;
    if (turns === undefined || turns.peopleKey !== undefined || !fits(list.item.fields)) return [];
    return [{ file: `${provider.id}.esign.json`, operation: operation.id, list, turns, name }];
  });
}

function hasThreeTexts(fields: readonly FormField[]): boolean {
  return textsOf(fields).length >= 3;
}

function textsOf(fields: readonly FormField[]): readonly FormField[] {
  return fields.filter(({ kind }) => kind === 'text');
}
