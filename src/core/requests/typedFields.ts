import type * as z from 'zod';
import type { JsonObject, JsonValue } from '../../protocol/json';
import { deepestRequest, isDeeperThan } from '../nesting';

type Text = string | readonly string[];
type MayBeRead = (text: string) => boolean;

/**
 * Values that came as text (path, query, form fields) as their schemas want them: "10" for a number becomes 10.
 * What fits no reading stays as it came, for validation to name. `mayBeRead` keeps texts from being read as JSON.
 */
export function typedFields(
  schema: z.ZodType | undefined,
  fields: Readonly<Record<string, Text>>,
  mayBeRead: MayBeRead = () => true,
): JsonObject {
  const shape = schema === undefined ? {} : schemaProperties(schema);
  const changed: [string, JsonValue][] = [];
  for (const name of Object.keys(fields)) {
    const text = fields[name] ?? '';
    const value = typed(ownOf(shape, name), text, mayBeRead);
    if (value !== text) changed.push([name, value]);
  }
  return changed.length === 0 ? fields : { ...fields, ...Object.fromEntries(changed) };
}

/** The properties of an object schema; those of the first that names them when it is a union. */
export function schemaProperties(schema: z.core.$ZodType): Readonly<Record<string, z.core.$ZodType>> {
  const definition = schema._zod.def as Partial<Definition>;
  if (definition.shape !== undefined) return definition.shape;
  if (definition.innerType !== undefined) return schemaProperties(definition.innerType);
  if (definition.options === undefined) return {};
  return Object.assign({}, ...definition.options.map(schemaProperties).reverse());
}

interface Definition {
  readonly shape: Readonly<Record<string, z.core.$ZodType>>;
  readonly innerType: z.core.$ZodType;
  readonly options: readonly z.core.$ZodType[];
}

function ownOf(shape: Readonly<Record<string, z.core.$ZodType>>, name: string): z.ZodType | undefined {
  return Object.hasOwn(shape, name) ? (shape[name] as z.ZodType) : undefined;
}

function typed(schema: z.ZodType | undefined, text: Text, mayBeRead: MayBeRead): JsonValue {
  if (schema === undefined || fits(schema, text)) return text;
  return readings(text, mayBeRead).find((reading) => fits(schema, reading)) ?? text;
}

function readings(text: Text, mayBeRead: MayBeRead): readonly JsonValue[] {
  if (typeof text !== 'string') return [text.map((item) => parsed(item, mayBeRead) ?? item)];
  const value = parsed(text, mayBeRead);
  return value === undefined ? [[text]] : [value, [text], [value]];
}

function parsed(text: string, mayBeRead: MayBeRead): JsonValue | undefined {
  if (!mayBeRead(text)) return undefined;
  try {
    const value = JSON.parse(text) as JsonValue;
    return isDeeperThan(deepestRequest, value) ? undefined : value;
  } catch {
    // Text that is not JSON has this one reading only.
    return undefined;
  }
}

function fits(schema: z.ZodType, value: JsonValue): boolean {
  // Of a plain text there is one reading, whether it keeps to its limits or not.
  if (schema.def.type === 'string' && typeof value === 'string') return true;
  return schema.safeParse(value).success;
}
