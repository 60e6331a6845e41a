import type { JsonObject } from '../../protocol/json';
import { isObject } from '../json/jsonKinds';
import type { Operation } from '../operation';
import { describeSchema } from './describeSchema';

/** Parameters of the operations that share a method and a path; what only some of them demand is optional. */
export function parametersOf(operations: readonly Operation[]): readonly JsonObject[] {
  const found = operations.flatMap((operation) => [
    ...parametersIn('path', operation),
    ...parametersIn('query', operation),
  ]);
  const byKey = new Map(found.map((parameter) => [keyOf(parameter), parameter]));
  return [...byKey].map(([key, parameter]) => {
    const same = found.filter((other) => keyOf(other) === key);
    const required = same.length === operations.length && same.every((other) => other['required'] === true);
    return { ...parameter, ...(parameter['in'] === 'query' && { required }) };
  });
}

function keyOf(parameter: JsonObject): string {
  return `${String(parameter['in'])} ${String(parameter['name'])}`;
}

function parametersIn(place: 'path' | 'query', { request }: Operation): readonly JsonObject[] {
  const schema = request[place];
  if (schema === undefined) return [];
  const { properties, required } = describeSchema(schema);
  const names = Array.isArray(required) ? required : [];
  return Object.entries(isObject(properties) ? properties : {}).map(([name, property]) => {
    const { description, ...rest } = isObject(property) ? property : {};
    return {
      name,
      in: place,
      ...(description !== undefined && { description }),
      required: place === 'path' || names.includes(name),
      schema: rest,
    };
  });
}
