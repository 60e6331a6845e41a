import type * as z from 'zod';
import type { JsonObject } from '../../protocol/json';
import type { Operation } from '../operation';
import { describeSchema } from './describeSchema';

const mediaTypes: Readonly<Record<NonNullable<Operation['encoding']>, string>> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  multipart: 'multipart/form-data',
};

/** The body of the operations that share a method and a path. Nothing where none of them has one. */
export function requestBodyOf(operations: readonly Operation[]): JsonObject | undefined {
  const bodies = operations.flatMap((operation) =>
    operation.request.body === undefined ? [] : [{ operation, schema: operation.request.body }],
  );
  if (bodies.length === 0) return undefined;
  const types = new Set(bodies.map(({ operation }) => typeOf(operation)));
  const content = [...types].map((type) => {
    const ofType = bodies.filter(({ operation }) => typeOf(operation) === type);
    const schemas = ofType.map(({ operation, schema }) => titled(operation, schema, bodies.length));
    return [type, { schema: anyOf(schemas), ...examplesOf(ofType.map(({ operation }) => operation)) }] as const;
  });
  const required =
    bodies.length === operations.length && bodies.every(({ schema }) => !schema.safeParse(undefined).success);
  return { required, content: Object.fromEntries(content) };
}

/** Of several bodies at one address each says which it is. */
function titled({ title }: Operation, schema: z.ZodType, among: number): JsonObject {
  const described = describeSchema(schema);
  return among === 1 ? described : { ...described, title };
}

function typeOf({ encoding = 'json' }: Operation): string {
  return mediaTypes[encoding];
}

function examplesOf(operations: readonly Operation[]): { readonly examples?: JsonObject } {
  const examples = operations.flatMap(({ examples: own }) =>
    own.flatMap(({ title, body }) =>
      body === undefined ? [] : [[nameOf(title), { summary: title, value: body }] as const],
    ),
  );
  return examples.length === 0 ? {} : { examples: Object.fromEntries(examples) };
}

/** A key that every tool takes. */
function nameOf(title: string): string {
  return title.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '');
}

/** A body may fit several: what tells two calls at one address is sometimes only what it leaves out. */
export function anyOf(schemas: readonly JsonObject[]): JsonObject {
  const different = [...new Map(schemas.map((schema) => [JSON.stringify(schema), schema])).values()];
  const [only, ...more] = different;
  return only === undefined ? {} : more.length === 0 ? only : { anyOf: different };
}
