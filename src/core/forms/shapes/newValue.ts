import type { JsonObject, JsonValue } from '../../../protocol/json';
import type { NumberShape, ObjectShape, Shape } from './shape';

/** What a new value of a shape starts with: `initial` where a schema says it, else as empty as the shape allows. */
export function newValue(shape: Shape): JsonValue {
  if (shape.meta.initial !== undefined) return shape.meta.initial;
  if (shape.nullable) return null;
  switch (shape.kind) {
    case 'text':
      return '';
    case 'number':
      return newNumber(shape);
    case 'boolean':
      return false;
    case 'enum':
      return shape.options[0]?.value ?? null;
    case 'object':
      return newObject(shape);
    case 'list':
      return (shape.minItems ?? 0) > 0 ? [newValue(shape.item)] : [];
    case 'union':
      return shape.options[0] ? newValue(shape.options[0].shape) : null;
    case 'any':
      return {};
  }
}

/** The required properties, and the optional ones that say what they start with. */
export function newObject({ properties, required }: ObjectShape): JsonObject {
  const wanted = [...properties].filter(([key, { meta }]) => required.has(key) || meta.initial !== undefined);
  return Object.fromEntries(wanted.map(([key, shape]) => [key, newValue(shape)]));
}

function newNumber({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: NumberShape): number {
  if (minimum !== undefined) return minimum;
  if (exclusiveMinimum !== undefined) return exclusiveMinimum + 1;
  const highest = maximum ?? (exclusiveMaximum === undefined ? 0 : exclusiveMaximum - 1);
  return Math.min(0, highest);
}
