import * as z from 'zod';
import type { JsonValue } from '../../../protocol/json';
import { pick } from '../../typing/keysOf';
import { inheritSource } from './inheritSource';
import { describedOptions } from './optionMeaning';
import type { EnumShape, ListShape, Meta, NumberShape, ObjectShape, Shape, TextShape } from './shape';
import { unionShape } from './unionShape';

const shapes = new WeakMap<z.ZodType, Shape>();

/** The shape of a schema, worked out once. */
export function shapeOf(schema: z.ZodType): Shape {
  const known = shapes.get(schema);
  if (known) return known;
  const shape = inheritSource(toShape(jsonSchemaOf(schema)));
  shapes.set(schema, shape);
  return shape;
}

/** JSON Schema as zod writes it, with the meta data among its keys. */
export interface Node extends Meta {
  readonly type?: string | readonly string[];
  readonly const?: JsonValue;
  readonly enum?: readonly JsonValue[];
  readonly anyOf?: readonly Node[];
  readonly oneOf?: readonly Node[];
  readonly allOf?: readonly Node[];
  /** The alternatives are the schema's own, not those that stand for "or null". */
  readonly isUnion?: true;
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Node | false;
  readonly prefixItems?: readonly Node[];
  readonly items?: Node | false;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
}

function jsonSchemaOf(schema: z.ZodType): Node {
  return z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'union') jsonSchema['isUnion'] = true;
    },
  }) as unknown as Node;
}

/** What a schema says of itself in words that JSON Schema does not know. */
export const ownMetaKeys = [
  'widget',
  'extensions',
  'secret',
  'alsoAccepts',
  'placeholders',
  'idShape',
  'refersTo',
  'offeredFrom',
  'nullLabel',
  'nullIsAnswered',
  'turns',
  'writtenAs',
  'listed',
  'onlyWith',
  'source',
  'itemLabel',
  'itemsLabel',
  'labels',
  'meanings',
  'errorMessage',
  'initial',
] as const satisfies readonly (keyof Meta)[];

const metaKeys = ['title', 'description', 'examples', ...ownMetaKeys] as const satisfies readonly (keyof Meta)[];

/** `outer` is the meta data of the schemas around this one. */
export function toShape(node: Node, outer: Meta = {}, nullable = false): Shape {
  const meta: Meta = { ...metaOf(node), ...outer };
  const alternatives = node.anyOf ?? node.oneOf;
  if (alternatives !== undefined) {
    if (node.isUnion)
      return unionShape(
        alternatives.map((option) => toShape(option)),
        meta,
        nullable,
      );
    const [inner, ...more] = alternatives.filter((option) => option.type !== 'null');
    return inner !== undefined && more.length === 0 ? toShape(inner, meta, true) : { kind: 'any', meta, nullable };
  }
  if (typeof node.type === 'object') {
    const options = node.type.map((type) => toShape({ type }));
    return unionShape(options, meta, nullable);
  }
  return plainShape(node, meta, nullable);
}

function metaOf(node: Node): Meta {
  return Object.fromEntries(metaKeys.flatMap((key) => (node[key] === undefined ? [] : [[key, node[key]]])));
}

function plainShape(node: Node, meta: Meta, nullable: boolean): Shape {
  if (node.const !== undefined) return enumShape([node.const], meta, nullable);
  if (node.enum !== undefined) return enumShape(node.enum, meta, nullable);
  switch (node.type) {
    case 'string':
      return textShape(node, meta, nullable);
    case 'number':
    case 'integer':
      return numberShape(node, meta, nullable);
    case 'boolean':
      return { kind: 'boolean', meta, nullable };
    case 'null':
      return enumShape([null], meta, nullable);
    case 'object':
      return objectShape(node, meta, nullable);
    case 'array':
      return listShape(node, meta, nullable);
    default:
      // Recursive schemas and those that JSON Schema cannot say: zod still checks them.
      return { kind: 'any', meta, nullable };
  }
}

function enumShape(values: readonly JsonValue[], meta: Meta, nullable: boolean): EnumShape {
  return {
    kind: 'enum',
    meta,
    nullable,
    options: describedOptions(
      values.map((value) => ({ value })),
      meta,
    ),
  };
}

function textShape(node: Node, meta: Meta, nullable: boolean): TextShape {
  const patterns = [node, ...(node.allOf ?? [])].flatMap(({ pattern }) => (pattern === undefined ? [] : [pattern]));
  return {
    kind: 'text',
    meta,
    nullable,
    ...pick(node, ['minLength', 'maxLength', 'format']),
    patterns,
    suggestions: [],
  };
}

function numberShape(node: Node, meta: Meta, nullable: boolean): NumberShape {
  const limits = pick(node, ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']);
  // zod bounds integers by what a double can count to: true, but no limit of the API.
  const real = Object.entries(limits).filter(([, limit]) => Math.abs(limit) < Number.MAX_SAFE_INTEGER);
  return { kind: 'number', meta, nullable, integer: node.type === 'integer', ...Object.fromEntries(real) };
}

function objectShape(node: Node, meta: Meta, nullable: boolean): ObjectShape {
  const entries = Object.entries(node.properties ?? {}).map(([key, property]) => [key, toShape(property)] as const);
  return {
    kind: 'object',
    meta,
    nullable,
    properties: new Map(entries),
    required: new Set(node.required),
    others: node.additionalProperties ? toShape(node.additionalProperties) : undefined,
  };
}

function listShape(node: Node, meta: Meta, nullable: boolean): Shape {
  if (node.prefixItems !== undefined || !node.items) return { kind: 'any', meta, nullable };
  const limits: Pick<ListShape, 'minItems' | 'maxItems'> = pick(node, ['minItems', 'maxItems']);
  return { kind: 'list', meta, nullable, item: toShape(node.items), ...limits };
}
