import type { JsonObject, JsonValue } from '../../protocol/json';
import { isObject } from '../json/jsonKinds';

/** Shorter ones cost less than a reference to them and a place to stand. */
const shortestShared = 90;

/** The same JSON Schema with every larger part that occurs more than once written once, under `definitions`. */
export function shareDefinitions(schema: JsonObject): JsonObject {
  const counts = new Map<string, number>();
  visitSchemas(schema, (part) => {
    const text = JSON.stringify(part);
    if (text.length >= shortestShared) counts.set(text, (counts.get(text) ?? 0) + 1);
    // What lies inside a repeated part is written once already.
    return (counts.get(text) ?? 0) < 2;
  });
  const repeated = [...counts].filter(([, count]) => count > 1).map(([text]) => text);
  const names = new Map(repeated.map((text, index) => [text, `d${index}`]));
  const shared = (part: JsonObject): JsonObject => {
    const name = names.get(JSON.stringify(part));
    return name === undefined ? mapSchemas(part, shared) : { $ref: `#/definitions/${name}` };
  };
  const definitions = [...names].map(([text, name]): [string, JsonValue] => [
    name,
    mapSchemas(JSON.parse(text), shared),
  ]);
  const own = schema['definitions'];
  return {
    ...mapSchemas(schema, shared),
    definitions: { ...(isObject(own) && own), ...Object.fromEntries(definitions) },
  };
}

const schemas = ['items', 'additionalProperties', 'if', 'then'] as const;
const schemaLists = ['anyOf', 'allOf'] as const;
const schemaMaps = ['properties'] as const;

/** `visit` says whether to look inside. */
function visitSchemas(schema: JsonObject, visit: (part: JsonObject) => boolean): void {
  mapSchemas(schema, (part) => {
    if (visit(part)) visitSchemas(part, visit);
    return part;
  });
}

function mapSchemas(schema: JsonObject, map: (part: JsonObject) => JsonObject): JsonObject {
  const changed: Record<string, JsonValue> = { ...schema };
  for (const key of schemas) {
    const part = schema[key];
    if (isObject(part)) changed[key] = map(part);
  }
  for (const key of schemaLists) {
    const parts = schema[key];
    if (Array.isArray(parts)) changed[key] = parts.map((part: JsonValue) => (isObject(part) ? map(part) : part));
  }
  for (const key of schemaMaps) {
    const parts = schema[key];
    if (isObject(parts)) changed[key] = mapValues(parts, map);
  }
  return changed;
}

function mapValues(parts: JsonObject, map: (part: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, isObject(part) ? map(part) : part]));
}
