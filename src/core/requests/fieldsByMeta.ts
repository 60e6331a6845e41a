import * as z from 'zod';
import { isRecord } from '../json/jsonKinds';
import { concrete, metasWithin } from './innerSchemas';
import { joinPointer } from './pointer';

/** Pointers below `pointer` of the values whose schemas carry the wanted meta data. */
export function fieldsByMeta(
  schema: z.core.$ZodType,
  value: unknown,
  wanted: (meta: z.GlobalMeta) => boolean,
  pointer = '',
): readonly string[] {
  // Known per schema: values are not searched for what no schema of theirs says.
  if (value === undefined || value === null || !metasWithin(schema).some(wanted)) return [];
  const meta = z.globalRegistry.get(schema);
  const inner = partsOf(schema, value).flatMap((part) =>
    fieldsByMeta(part.schema, part.value, wanted, part.key === undefined ? pointer : joinPointer(pointer, part.key)),
  );
  return meta !== undefined && wanted(meta) ? [pointer, ...inner] : inner;
}

interface Part {
  readonly schema: z.core.$ZodType;
  readonly value: unknown;
  /** Undefined when the part is the same value, seen through another schema. */
  readonly key?: string | number;
}

function partsOf(schema: z.core.$ZodType, value: unknown): readonly Part[] {
  const { def } = concrete(schema)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'nonoptional':
    case 'readonly':
      return [{ schema: def.innerType, value }];
    case 'lazy':
      return [{ schema: def.getter(), value }];
    case 'union':
      return def.options.map((option) => ({ schema: option, value }));
    case 'array':
      return Array.isArray(value) ? value.map((item, key) => ({ schema: def.element, value: item, key })) : [];
    case 'object':
      return entriesOf(value).flatMap(([key, item]) => {
        const part = Object.hasOwn(def.shape, key) ? def.shape[key] : undefined;
        return part === undefined ? [] : [{ schema: part, value: item, key }];
      });
    case 'record':
      return entriesOf(value).map(([key, item]) => ({ schema: def.valueType, value: item, key }));
    default:
      return [];
  }
}

function entriesOf(value: unknown): readonly [string, unknown][] {
  return isRecord(value) ? Object.entries(value) : [];
}
