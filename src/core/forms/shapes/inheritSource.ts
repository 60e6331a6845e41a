import type { Shape } from './shape';

/** What documents a value documents all that is in it, unless a page of its own does. */
export function inheritSource(shape: Shape, outer?: string): Shape {
  const source = shape.meta.source ?? outer;
  const inner = withinSource(shape, source);
  return source === undefined ? inner : { ...inner, meta: { ...shape.meta, source } };
}

function withinSource(shape: Shape, source: string | undefined): Shape {
  switch (shape.kind) {
    case 'object': {
      const { properties, others } = shape;
      return {
        ...shape,
        properties: new Map([...properties].map(([key, property]) => [key, inheritSource(property, source)])),
        others: others && inheritSource(others, source),
      };
    }
    case 'list':
      return { ...shape, item: inheritSource(shape.item, source) };
    case 'union':
      return {
        ...shape,
        options: shape.options.map((option) => ({ ...option, shape: inheritSource(option.shape, source) })),
      };
    default:
      return shape;
  }
}
