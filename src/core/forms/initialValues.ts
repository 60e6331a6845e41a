import type * as z from 'zod';
import type { JsonObject, JsonValue } from '../../protocol/json';
import { isObject } from '../json/jsonKinds';
import type { Operation, RequestValues } from '../operation';
import { newValue } from './shapes/newValue';
import { shapeOf } from './shapes/shapeOf';

/** What a new request of an operation starts with, when neither an example nor a document says. */
export function initialValues({ request }: Operation): RequestValues {
  const { path, query, body } = request;
  const queryValues = query && initialObject(query);
  return {
    ...(path && { path: initialObject(path) }),
    ...(queryValues && Object.keys(queryValues).length > 0 && { query: queryValues }),
    ...(body && { body: initialOf(body) }),
  };
}

function initialObject(schema: z.ZodObject): JsonObject {
  const initial = initialOf(schema);
  return isObject(initial) ? initial : {};
}

/** A copy, so that whoever changes a new request leaves the schema's own values alone. */
function initialOf(schema: z.ZodType): JsonValue {
  return structuredClone(newValue(shapeOf(schema)));
}
