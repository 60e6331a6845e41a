import { t } from '@vscode/l10n';
import type { Failure } from '../../failure';
import type { Operation } from '../../operation';
import type { Provider } from '../../provider';
import type { OperationCase } from '../case';
import { isRequestOfForm } from './wayRecipes';

/** A documented failure of a call: what provokes it on the emulator, or why nothing does. */
export type FailureWay =
  | { readonly failure: Failure; readonly recipe: OperationCase }
  | { readonly failure: Failure; readonly why: string };

type Described = Pick<Provider, 'title' | 'emulator' | 'failures'>;

/** All of them, those first that can be provoked. */
export function failureWays(
  provider: Described,
  operation: Pick<Operation, 'id' | 'failures' | 'rules'>,
  recipes: readonly OperationCase[],
): readonly FailureWay[] {
  const ways = (operation.failures ?? []).flatMap((id): readonly FailureWay[] => {
    const failure = provider.failures.find((one) => one.id === id);
    if (failure === undefined) return [];
    const recipe = recipes.find((one) => one.operation === operation.id && one.failure === id);
    if (recipe !== undefined && isRequestOfForm(recipe)) return [{ failure, recipe }];
    return [{ failure, why: whyNot(provider, operation, id, recipe) }];
  });
  return ways.toSorted((one, other) => Number('why' in one) - Number('why' in other));
}

function whyNot(
  { title, emulator }: Described,
  { rules = [] }: Pick<Operation, 'rules'>,
  failure: string,
  recipe: OperationCase | undefined,
): string {
  if (emulator === undefined) return t('{0} has no emulator.', title);
  if (recipe !== undefined) return t('Only what no request file can hold provokes it: {0}.', recipe.name);
  return rules.some((rule) => rule.failure === failure && rule.severity === 'warning')
    ? t('The emulator takes it: no source says for certain that the API refuses it.')
    : t('Nothing is known that makes the emulator answer this call so.');
}
