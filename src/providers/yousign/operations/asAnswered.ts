import type * as z from 'zod';
import { concrete, innerSchemas } from '../../../core/requests/innerSchemas';

type Fields = Readonly<Record<string, z.ZodType>>;

/** A field that may be left out takes null where a reply prints null. */
type AsAnswered<S extends Fields, R extends Fields> = {
  [Name in keyof S]: Name extends keyof R
    ? undefined extends z.output<S[Name]>
      ? null extends z.output<R[Name]>
        ? z.ZodNullable<S[Name]>
        : S[Name]
      : S[Name]
    : S[Name];
};

/**
 * The fields of a request, so that they also take what the reply prints of them: null where nothing is set, `[]` for an
 * empty map, an object for its ID. What was read can then be sent back as it stands.
 */
export function asAnswered<S extends Fields, R extends Fields>(fields: S, reply: z.ZodObject<R>): AsAnswered<S, R> {
  const entries = Object.entries(fields).map(([name, field]) => [name, alsoAs(field, reply.shape[name])]);
  return Object.fromEntries(entries) as AsAnswered<S, R>;
}

/** Null stands for nothing, also where no reply tells of the value. */
export function orUnset<S extends z.ZodType>(field: S): z.ZodNullable<S> {
  return field.nullable().meta({ ...field.meta(), nullLabel: 'Not set', nullIsAnswered: true });
}

function alsoAs(field: z.ZodType, answered: z.ZodType | undefined): z.ZodType {
  if (answered === undefined) return field;
  const isUnset = takes(answered, null) && takes(field, undefined) && !takes(field, null);
  const alsoAccepts = secondForm(field, answered);
  const known = isUnset ? orUnset(field) : field;
  return alsoAccepts === undefined ? known : known.meta({ ...known.meta(), alsoAccepts });
}

function secondForm(field: z.ZodType, answered: z.ZodType): 'emptyList' | 'object' | undefined {
  const wanted = typesOf(field);
  if (wanted.has('string')) return typesOf(answered).has('object') ? 'object' : undefined;
  const isMap = wanted.has('object') || wanted.has('record');
  return isMap && takes(answered, []) ? 'emptyList' : undefined;
}

function takes(schema: z.ZodType, value: unknown): boolean {
  return schema.safeParse(value).success;
}

const wrappers = new Set(['optional', 'nullable', 'union']);

/** The types behind wrappers and unions. */
function typesOf(schema: z.core.$ZodType): ReadonlySet<string> {
  const { type } = concrete(schema)._zod.def;
  return wrappers.has(type)
    ? new Set(innerSchemas(schema).flatMap((inner) => [...typesOf(inner.schema)]))
    : new Set([type]);
}
