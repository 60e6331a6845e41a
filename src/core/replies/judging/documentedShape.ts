import * as z from 'zod';
import { isRecord } from '../../json/jsonKinds';
import { concrete } from '../../requests/innerSchemas';

/**
 * Whether a value is what a schema documents, seen from afar: it has the type, and an object at least one of the
 * documented keys (of those that are always there, where there are such).
 */
export function resembles(schema: z.core.$ZodType, value: unknown): boolean {
  return alternativesOf(schema).some((one) => fits(one, value));
}

/** The same, with nothing in it at the top that is not documented. */
export function holdsOnlyDocumented(schema: z.core.$ZodType, value: unknown): boolean {
  return alternativesOf(schema).some((one) => fits(one, value) && knowsAllKeys(one, value));
}

/** Whether an empty body is documented. */
export function allowsNothing(schema: z.core.$ZodType): boolean {
  return alternativesOf(schema).some(({ _zod: { def } }) => def.type === 'undefined' || def.type === 'void');
}

/** Whether text that is no JSON is documented. */
export function allowsText(schema: z.core.$ZodType): boolean {
  return alternativesOf(schema).some(({ _zod: { def } }) => def.type === 'string');
}

/** Whether a file is documented. */
export function allowsBytes(schema: z.core.$ZodType): boolean {
  return alternativesOf(schema).some(({ _zod: { def } }) => def.type === 'custom');
}

/** Whether the schema says anything of what stands in the body. */
export function namesContent(schema: z.core.$ZodType): boolean {
  return alternativesOf(schema).some(({ _zod: { def } }) => {
    if (def.type === 'object') return Object.keys(def.shape).length > 0;
    return def.type !== 'undefined' && def.type !== 'unknown' && def.type !== 'any';
  });
}

type Schema = z.core.$ZodTypes;

const nullValue: Schema = z.null();
const noValue: Schema = z.undefined();

/** What the type of a value must be, for schemas of one type. */
const typeTests: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  int: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  undefined: (value) => value === undefined,
  void: (value) => value === undefined,
  // A file: what could be read as JSON is none.
  custom: () => false,
  array: Array.isArray,
  tuple: Array.isArray,
  record: isRecord,
};

export function fits(schema: Schema, value: unknown): boolean {
  const { def } = schema._zod;
  if (def.type === 'object') return isRecord(value) && hasDocumentedKey(def.shape, value);
  return typeTests[def.type]?.(value) ?? true;
}

function hasDocumentedKey(shape: Readonly<Record<string, z.core.$ZodType>>, value: object): boolean {
  const all = Object.keys(shape);
  const always = all.filter((key) => shape[key]?._zod.optin !== 'optional');
  const wanted = always.length > 0 ? always : all;
  const isEmpty = always.length === 0 && Object.keys(value).length === 0;
  return wanted.length === 0 || isEmpty || wanted.some((key) => Object.hasOwn(value, key));
}

function knowsAllKeys({ _zod: { def } }: Schema, value: unknown): boolean {
  return def.type !== 'object' || !isRecord(value) || Object.keys(value).every((key) => Object.hasOwn(def.shape, key));
}

/** The schemas of one type that stand behind wrappers and unions. */
export function alternativesOf(schema: z.core.$ZodType): readonly Schema[] {
  const known = concrete(schema);
  const { def } = known._zod;
  switch (def.type) {
    case 'optional':
      return [...alternativesOf(def.innerType), noValue];
    case 'nullable':
      return [...alternativesOf(def.innerType), nullValue];
    case 'readonly':
    case 'catch':
      return alternativesOf(def.innerType);
    case 'union':
      return def.options.flatMap(alternativesOf);
    default:
      return [known];
  }
}
