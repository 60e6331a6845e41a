import { readable } from '../../core/forms/shapes/label';
import type { ObjectShape, Shape } from '../../core/forms/shapes/shape';
import { shapeOf } from '../../core/forms/shapes/shapeOf';
import type { Provider } from '../../core/provider';

/** An object that many fields hold, or that lies deep inside another one: it is described in a section of its own. */
export interface NamedObject {
  readonly name: string;
  readonly shape: ObjectShape;
}

export interface ObjectIndex {
  readonly all: readonly NamedObject[];
  /** Undefined for objects whose fields stand where the object does. */
  nameOf(shape: Shape): string | undefined;
}

/** With fewer fields, a section of its own is more trouble than help. */
const leastFields = 5;
/** The fields of an object in a list of the body are still well placed in the table of the body. */
const deepest = 1;

/** `taken` are the headings that the page has already. */
export function objectIndexOf({ operations }: Provider, taken: readonly string[]): ObjectIndex {
  const found = new Map<string, { readonly place: Place<ObjectShape>; isOwn: boolean }>();

  const visit = ({ name, parent, shape, depth }: Inner): void => {
    if (shape.kind !== 'object') {
      visitInner({ name, parent, shape, depth });
      return;
    }
    const key = keyOf(shape);
    const known = found.get(key);
    const isLarge = countFields(shape) >= leastFields;
    if (known !== undefined) {
      known.isOwn = isLarge;
      return;
    }
    const isOwn = isLarge && depth > deepest;
    found.set(key, { place: { name, parent, shape }, isOwn });
    visitInner({ name, parent: name, shape, depth: isOwn ? 0 : depth });
  };
  const visitInner = ({ depth, ...place }: Inner): void => {
    for (const inner of innerShapes(place)) visit({ ...inner, depth: depth + inner.depth });
  };

  for (const { request } of operations) {
    for (const schema of [request.path, request.query, request.body]) {
      if (schema) visitInner({ name: '', parent: '', shape: shapeOf(schema), depth: 0 });
    }
  }
  const own = [...found].filter(([, { isOwn }]) => isOwn).map(([key, { place }]) => ({ key, ...place }));
  const names = distinctNames(own, taken);
  const byKey = new Map(own.map(({ key }, index) => [key, names[index] ?? key]));
  return {
    all: own.map(({ shape }, index) => ({ name: names[index] ?? '', shape })),
    nameOf: (shape) => (shape.kind === 'object' ? byKey.get(keyOf(shape)) : undefined),
  };
}

interface Place<S extends Shape = Shape> {
  /** What the value is called where it was found first. */
  readonly name: string;
  /** What the object around it is called; empty for the request itself. */
  readonly parent: string;
  readonly shape: S;
}

interface Inner extends Place {
  readonly depth: number;
}

function innerShapes({ name, parent, shape }: Place): readonly Inner[] {
  switch (shape.kind) {
    case 'object': {
      const named = [...shape.properties].map(([key, inner]) => ({
        name: inner.meta.title ?? readable(key),
        parent,
        shape: inner,
        depth: 1,
      }));
      return shape.others ? [...named, { name, parent, shape: shape.others, depth: 1 }] : named;
    }
    case 'list': {
      const { item, meta } = shape;
      return [{ name: meta.itemLabel ?? item.meta.title ?? name, parent, shape: item, depth: 0 }];
    }
    case 'union':
      // Alternatives stand side by side where the value does; only what is inside them may move.
      return shape.options.flatMap((option) =>
        option.shape.kind === 'object'
          ? innerShapes({ name, parent, shape: option.shape })
          : [{ name, parent, shape: option.shape, depth: 0 }],
      );
    default:
      return [];
  }
}

function countFields(shape: Shape): number {
  return innerShapes({ name: '', parent: '', shape }).reduce(
    (sum, inner) => sum + inner.depth + countFields(inner.shape),
    0,
  );
}

const keys = new WeakMap<ObjectShape, string>();

/** Equal for objects of the same fields, whatever the place says about them. */
function keyOf(shape: ObjectShape): string {
  const known = keys.get(shape);
  if (known !== undefined) return known;
  const { properties, required, others } = shape;
  const key = JSON.stringify([properties, required, others], (_key, value: unknown) =>
    value instanceof Map || value instanceof Set ? [...value] : value,
  );
  keys.set(shape, key);
  return key;
}

function distinctNames(places: readonly Place[], taken: readonly string[]): readonly string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const isFree = (name: string) => !used.has(name.toLowerCase());
  return places.map(({ name, parent }) => {
    const longer = parent === '' ? name : `${name} (${parent})`;
    let distinct = isFree(name) ? name : longer;
    for (let number = 2; !isFree(distinct); number++) distinct = `${longer} ${number}`;
    used.add(distinct.toLowerCase());
    return distinct;
  });
}
