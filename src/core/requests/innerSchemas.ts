import * as z from 'zod';

export interface InnerSchema {
  readonly schema: z.core.$ZodType;
  /** Of the member it is for; absent for the value itself, its items and the members of a record. */
  readonly name?: string;
  /** For every member of a record, whatever its name. */
  readonly isAny?: boolean;
}

/**
 * A schema as one of the types that there are. Told apart by the name of the type: `instanceof` is slow for zod's
 * schemas, and every value of every run comes by.
 */
export function concrete(schema: z.core.$ZodType): z.core.$ZodTypes {
  return schema as z.core.$ZodTypes;
}

/** The schemas that a schema is made of, one level down. */
export function innerSchemas(schema: z.core.$ZodType): readonly InnerSchema[] {
  const { def } = concrete(schema)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'nonoptional':
    case 'readonly':
    case 'catch':
      return [{ schema: def.innerType }];
    case 'lazy':
      return [{ schema: def.getter() }];
    case 'union':
      return def.options.map((option) => ({ schema: option }));
    case 'intersection':
      return [{ schema: def.left }, { schema: def.right }];
    case 'array':
      return [{ schema: def.element }];
    case 'object':
      return Object.entries(def.shape).map(([name, member]) => ({ schema: member, name }));
    case 'record':
      return [{ schema: def.valueType, isAny: true }];
    default:
      return [];
  }
}

const known = new WeakMap<z.core.$ZodType, readonly z.GlobalMeta[]>();

/** What the schema and all that it is made of say about themselves. */
export function metasWithin(schema: z.core.$ZodType): readonly z.GlobalMeta[] {
  const metas = known.get(schema) ?? collectMetas(schema);
  known.set(schema, metas);
  return metas;
}

function collectMetas(root: z.core.$ZodType): readonly z.GlobalMeta[] {
  const metas = new Set<z.GlobalMeta>();
  const seen = new Set([root]);
  for (const schema of seen) {
    const meta = z.globalRegistry.get(schema);
    if (meta !== undefined) metas.add(meta);
    for (const inner of innerSchemas(schema)) seen.add(inner.schema);
  }
  return [...metas];
}
