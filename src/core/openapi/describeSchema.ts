import * as z from 'zod';
import type { JsonObject, JsonValue } from '../../protocol/json';
import { ownMetaKeys } from '../forms/shapes/shapeOf';
import { isObject } from '../json/jsonKinds';

/**
 * The JSON Schema (2020-12) of what travels, as OpenAPI 3.1 wants it: without references, and with what only this product
 * says as `x-esign-…`. Throws for a schema that holds itself, other than any JSON.
 */
export function describeSchema(schema: z.ZodType): JsonObject {
  const { $schema, $defs, ...described } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => plainNode(zodSchema._zod.def.type, jsonSchema),
  });
  const withoutReferences = (_key: string, value: JsonValue): JsonValue => {
    if (!isObject(value) || typeof value['$ref'] !== 'string') return value;
    const { $ref, ...rest } = value;
    if (!anyJson($defs?.[$ref.replace('#/$defs/', '')])) throw new Error(`A schema holds itself: ${$ref}`);
    return rest;
  };
  const copy: JsonValue = JSON.parse(JSON.stringify(described), withoutReferences);
  return isObject(copy) ? copy : {};
}

function anyJson(definition: object | undefined): boolean {
  return definition !== undefined && Object.keys(definition).length === 0;
}

function plainNode(type: string, node: Record<string, unknown>): void {
  // Any JSON, the only kind of schema here that holds itself.
  if (type === 'lazy') for (const key of Object.keys(node)) delete node[key];
  for (const [key, content] of Object.entries(contentOfFile(node['widget']))) node[key] = content;
  if (node['secret'] === true) node['format'] = 'password';
  if (node['source'] !== undefined) node['externalDocs'] = { url: node['source'] };
  delete node['source'];
  for (const key of ownMetaKeys) {
    if (node[key] === undefined) continue;
    node[`x-esign-${spelled(key)}`] = node[key];
    delete node[key];
  }
  // zod bounds integers by what a double can count to: true, but no limit of the API.
  for (const bound of ['minimum', 'maximum']) {
    const limit = node[bound];
    if (typeof limit === 'number' && Math.abs(limit) >= Number.MAX_SAFE_INTEGER) delete node[bound];
  }
}

/** How a field that holds a file travels. */
function contentOfFile(widget: unknown): Readonly<Record<string, string>> {
  if (widget === 'file') return { contentMediaType: 'application/octet-stream' };
  if (widget === 'fileBase64') return { contentEncoding: 'base64' };
  return {};
}

/** `alsoAccepts` is `also-accepts` in the names of extensions. */
function spelled(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
