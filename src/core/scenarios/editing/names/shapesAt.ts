import type { ObjectShape, Shape } from '../../../forms/shapes/shape';
import { isRecord } from '../../../json/jsonKinds';
import { getAt, joinPointer } from '../../../requests/pointer';
import { isIndex } from '../isIndex';

/** The shapes that a value at a path may have; what stands there chooses between those that are told apart by it. */
export function shapesAt(shape: Shape, value: unknown, path: readonly string[]): readonly Shape[] {
  const [key, ...rest] = path;
  const here = alternatives(shape, value);
  if (key === undefined) return here;
  const inner = getAt(value, joinPointer('', key));
  return here.flatMap((one) => {
    const next = memberOf(one, key);
    return next === undefined ? [] : shapesAt(next, inner, rest);
  });
}

function memberOf(shape: Shape, key: string): Shape | undefined {
  if (shape.kind === 'object') return shape.properties.get(key) ?? shape.others;
  return shape.kind === 'list' && isIndex(key) ? shape.item : undefined;
}

function alternatives(shape: Shape, value: unknown): readonly Shape[] {
  if (shape.kind !== 'union') return [shape];
  const all = shape.options.map((option) => option.shape);
  const { tag } = shape;
  const told = tag === undefined ? [] : all.filter((one) => one.kind === 'object' && isTold(one, tag, value));
  return (told.length > 0 ? told : all).flatMap((one) => alternatives(one, value));
}

function isTold({ properties }: ObjectShape, tag: string, value: unknown): boolean {
  const written = isRecord(value) ? value[tag] : undefined;
  const property = properties.get(tag);
  return property?.kind === 'enum' && property.options.some((option) => option.value === written);
}
