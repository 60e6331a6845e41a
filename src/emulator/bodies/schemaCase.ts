import type * as z from 'zod';
import type { EnumShape, Shape } from '../../core/forms/shapes/shape';
import { shapeOf } from '../../core/forms/shapes/shapeOf';
import type { JsonValue } from '../../protocol/json';

/** Property names and constants that differ from their schema in case only, spelled as the schema spells them. */
export function inSchemaCase<T extends JsonValue>(schema: z.ZodType | undefined, value: T): T {
  return schema === undefined ? value : (respell(shapeOf(schema), value) as T);
}

function respell(shape: Shape, value: JsonValue): JsonValue {
  if (typeof value === 'string') return shape.kind === 'enum' ? constant(shape, value) : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return shape.kind === 'list' ? value.map((item: JsonValue) => respell(shape.item, item)) : value;
  }
  if (shape.kind !== 'object') return value;
  const names = new Map([...shape.properties.keys()].map((name) => [name.toLowerCase(), name]));
  const entries = Object.entries(value).map(([key, item]): [string, JsonValue] => {
    const meant = names.get(key.toLowerCase());
    // One that is spelled as documented stands before another spelling of it.
    const name = meant === undefined || Object.hasOwn(value, meant) ? key : meant;
    const property = shape.properties.get(name);
    return [name, property === undefined ? item : respell(property, item)];
  });
  return Object.fromEntries(entries);
}

function constant({ options }: EnumShape, text: string): string {
  const same = options.find(({ value }) => typeof value === 'string' && value.toLowerCase() === text.toLowerCase());
  return same === undefined ? text : String(same.value);
}
