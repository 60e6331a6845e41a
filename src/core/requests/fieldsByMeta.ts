import * as z from 'zod';
import { joinPointer } from './pointer';

/** Pointers below `pointer` of the values whose schemas carry the wanted meta data. */
export function fieldsByMeta(
  schema: z.core.$ZodType,
  value: unknown,
  wanted: (meta: z.GlobalMeta) => boolean,
  pointer = '',
): readonly string[] {
  if (value === undefined || value === null) return [];
  const meta = z.globalRegistry.get(schema);
  const own = meta !== undefined && wanted(meta) ? [pointer] : [];
  return [...own, ...inner(schema, value, wanted, pointer)];
}

function inner(
  schema: z.core.$ZodType,
  value: unknown,
  wanted: (meta: z.GlobalMeta) => boolean,
  pointer: string,
): readonly string[] {
  const visit = (part: z.core.$ZodType, item: unknown, key: string | number) =>
    fieldsByMeta(part, item, wanted, joinPointer(pointer, key));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) {
    return fieldsByMeta(schema.def.innerType, value, wanted, pointer);
  }
  if (schema instanceof z.ZodUnion) {
    return schema.def.options.flatMap((option) => fieldsByMeta(option, value, wanted, pointer));
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) => visit(schema.def.element, item, index));
  }
  if (!isObject(value)) return [];
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.def.shape).flatMap(([key, part]) =>
      Object.hasOwn(value, key) ? visit(part, value[key], key) : [],
    );
  }
  if (schema instanceof z.ZodRecord) {
    return Object.entries(value).flatMap(([key, item]) => visit(schema.def.valueType, item, key));
  }
  return [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
