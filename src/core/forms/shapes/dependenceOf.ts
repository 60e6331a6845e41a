import type { Dependence } from '../../../protocol/form';
import { labelOf, optionLabel } from './label';
import type { ObjectShape, Shape } from './shape';

/** What of its neighbours a field needs to matter, with the words that say so. */
export function dependenceOf({ meta }: Shape, { properties }: ObjectShape): Dependence | undefined {
  const { key, values } = meta.onlyWith ?? {};
  const other = key === undefined ? undefined : properties.get(key);
  if (key === undefined || other === undefined) return undefined;
  const label = labelOf(key, other.meta);
  if (values === undefined) return { key, words: `only with “${label}”` };
  const meant = values.map((value) => valueWord(other, value));
  return { key, values, words: `only where “${label}” is ${meant.join(' or ')}` };
}

function valueWord(shape: Shape, value: string | number | boolean): string {
  if (shape.kind === 'boolean') return value === true ? 'on' : 'off';
  const option = shape.kind === 'enum' ? shape.options.find((candidate) => candidate.value === value) : undefined;
  return shape.kind === 'enum' && option ? optionLabel(shape, option) : String(value);
}
