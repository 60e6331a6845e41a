import { t } from '@vscode/l10n';
import type { Dependence } from '../../../protocol/form';
import { labelOf, optionLabel } from './label';
import type { ObjectShape, Shape } from './shape';

/** What a field needs to matter, with the words that say so. Of the objects around it the innermost comes first. */
export function dependenceOf({ meta }: Shape, around: readonly ObjectShape[]): Dependence | undefined {
  if (meta.onlyWith === undefined) return undefined;
  const { key, above = 0, item, values } = meta.onlyWith;
  const member = around[above]?.properties.get(key);
  const needed = item === undefined ? member : memberNamed(member, item);
  if (member === undefined || needed === undefined) return undefined;
  const label = item === undefined ? labelOf(key, member.meta) : labelOf(item, needed.meta);
  const owner = item === undefined ? undefined : labelOf(key, member.meta);
  const where = { key, ...(above > 0 && { above }), ...(item !== undefined && { item }) };
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

function memberNamed(shape: Shape | undefined, name: string): Shape | undefined {
  const inner = shape?.kind === 'list' ? shape.item : shape;
  return inner?.kind === 'object' ? inner.properties.get(name) : undefined;
}

function valueWord(shape: Shape, value: string | number | boolean): string {
  const own = shape.kind === 'list' ? shape.item : shape;
  if (own.kind === 'boolean') return value === true ? t('on') : t('off');
  const option = own.kind === 'enum' ? own.options.find((candidate) => candidate.value === value) : undefined;
  return own.kind === 'enum' && option ? optionLabel(own, option) : String(value);
}
