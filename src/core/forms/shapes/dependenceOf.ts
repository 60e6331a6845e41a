import { t } from '@vscode/l10n';
import type { Dependence } from '../../../protocol/form';
import { labelOf, optionLabel } from './label';
import type { ObjectShape, Shape } from './shape';

/** What a field needs to matter, with the words that say so. Of the objects around it the innermost comes first. */
export function dependenceOf({ meta }: Shape, around: readonly ObjectShape[]): Dependence | undefined {
  if (meta.onlyWith === undefined) return undefined;
  const { key, above = 0, item = [], values } = meta.onlyWith;
  const inner = typeof item === 'string' ? [item] : item;
  const way = wayTo(around[above], [key, ...inner]);
  const needed = way?.at(-1);
  if (needed === undefined) return undefined;
  const label = labelOf(inner.at(-1) ?? key, needed.meta);
  const holder = way?.at(-2);
  const owner = holder && labelOf(inner.at(-2) ?? key, holder.meta);
  const where = { key, ...(above > 0 && { above }), ...(inner.length > 0 && { item: inner }) };
  if (values === undefined) return { ...where, words: onlyWith(label, owner) };
  const meant = values.map((value) => valueWord(needed, value)).join(t(' or '));
  return { ...where, values, words: onlyWhere(label, owner, meant) };
}

function onlyWith(label: string, owner: string | undefined): string {
  return owner === undefined ? t('only with “{0}”', label) : t('only with “{0}” of “{1}”', label, owner);
}

function onlyWhere(label: string, owner: string | undefined, value: string): string {
  return owner === undefined
    ? t('only where “{0}” is {1}', label, value)
    : t('only where “{0}” of “{1}” is {2}', label, owner, value);
}

/** What each of the names leads to; undefined where one leads nowhere. */
function wayTo(from: Shape | undefined, names: readonly string[]): readonly Shape[] | undefined {
  const [name, ...others] = names;
  if (name === undefined) return [];
  const next = from && memberNamed(from, name);
  const rest = next && wayTo(next, others);
  return rest && [next, ...rest];
}

/** Of lists in their items, of forms in the first that has it. */
function memberNamed(shape: Shape, name: string): Shape | undefined {
  switch (shape.kind) {
    case 'list':
      return memberNamed(shape.item, name);
    case 'union':
      return shape.options.flatMap((option) => memberNamed(option.shape, name) ?? [])[0];
    default:
      return shape.kind === 'object' ? shape.properties.get(name) : undefined;
  }
}

function valueWord(shape: Shape, value: string | number | boolean): string {
  const own = shape.kind === 'list' ? shape.item : shape;
  if (own.kind === 'boolean') return value === true ? t('on') : t('off');
  const option = own.kind === 'enum' ? own.options.find((candidate) => candidate.value === value) : undefined;
  return own.kind === 'enum' && option ? optionLabel(own, option) : String(value);
}
