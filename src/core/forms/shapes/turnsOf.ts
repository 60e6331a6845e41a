import type { Turns } from '../../../protocol/form';
import { newValue } from './newValue';
import type { ListShape, ObjectShape, Shape } from './shape';

/** How the items of a list take turns, where their fields say so. */
export function turnsOf({ item }: ListShape): Turns | undefined {
  if (item.kind !== 'object') return undefined;
  const orderKey = keyOf(item, 'order');
  if (orderKey === undefined) return undefined;
  const peopleKey = keyOf(item, 'people');
  return { orderKey, first: firstOf(item.properties.get(orderKey)), ...(peopleKey !== undefined && { peopleKey }) };
}

function keyOf({ properties }: ObjectShape, meaning: 'order' | 'people'): string | undefined {
  return [...properties].find(([, { meta }]) => meta.turns === meaning)?.[0];
}

/** What an example starts with counts where no limit says it. */
function firstOf(shape: Shape | undefined): number {
  if (shape?.kind !== 'number') return 1;
  const example = shape.meta.examples?.find((value) => typeof value === 'number');
  return shape.minimum ?? example ?? Number(newValue(shape) ?? 0);
}
