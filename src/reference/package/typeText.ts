import { isObject } from '../../core/json/jsonKinds';
import type { describeSchema } from '../../core/openapi/describeSchema';

type JsonObject = ReturnType<typeof describeSchema>;
type JsonValue = JsonObject[string];

/** A JSON Schema without references as a TypeScript type. What it only limits, such as a length, no type says. */
export function typeText(schema: JsonValue | undefined): string {
  if (!isObject(schema)) return schema === false ? 'never' : 'unknown';
  const alternatives = listOf(schema['anyOf']) ?? listOf(schema['oneOf']);
  if (alternatives !== undefined) return unionOf(alternatives.map(typeText));
  const parts = listOf(schema['allOf']);
  if (parts !== undefined) return parts.map((part) => `(${typeText(part)})`).join(' & ');
  if (schema['const'] !== undefined) return JSON.stringify(schema['const']);
  const values = listOf(schema['enum']);
  if (values !== undefined) return unionOf(values.map((value) => JSON.stringify(value)));
  const { type } = schema;
  if (Array.isArray(type)) return unionOf(type.map((one) => typeOf(schema, one)));
  return typeOf(schema, type);
}

function typeOf(schema: JsonObject, type: JsonValue | undefined): string {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'number':
    case 'integer':
      return 'number';
    case 'array':
      return arrayText(schema);
    case 'object':
      return objectText(schema);
    default:
      return 'unknown';
  }
}

function arrayText({ items, prefixItems }: JsonObject): string {
  const first = listOf(prefixItems)?.map(typeText);
  if (first === undefined) return `readonly (${typeText(items)})[]`;
  const rest = items === undefined || items === false ? [] : [`...(${typeText(items)})[]`];
  return `readonly [${[...first, ...rest].join(', ')}]`;
}

function objectText(schema: JsonObject): string {
  const { properties = {}, required = [], additionalProperties } = schema;
  const needed = new Set(listOf(required));
  const members = Object.entries(isObject(properties) ? properties : {}).map(
    ([name, property]) => `readonly ${keyText(name)}${needed.has(name) ? '' : '?'}: ${typeText(property)}`,
  );
  const names = members.length;
  // Beside named members the others may be anything, or the named ones would have to be like them.
  const others = !isObject(additionalProperties)
    ? []
    : [`readonly [key: string]: ${names > 0 ? 'unknown' : typeText(additionalProperties)}`];
  const all = [...members, ...others];
  return all.length === 0 ? 'Record<string, never>' : `{ ${all.join('; ')} }`;
}

function keyText(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
}

function unionOf(types: readonly string[]): string {
  return [...new Set(types)].map((type) => (type.startsWith('readonly ') ? `(${type})` : type)).join(' | ');
}

function listOf(value: JsonValue | undefined): readonly JsonValue[] | undefined {
  return Array.isArray(value) ? value : undefined;
}
