import type { JsonObject, JsonValue } from '../../protocol/json';
import { asPlain } from '../quoting/markdown';
import { referencePattern } from '../requests/references/reference';
import { expectationOf } from './shapes/expectation';
import { labelOf } from './shapes/label';
import { wordsOfOption } from './shapes/optionMeaning';
import type {
  BooleanShape,
  EnumShape,
  ListShape,
  NumberShape,
  ObjectShape,
  Shape,
  TextShape,
  UnionShape,
} from './shapes/shape';

/** Where a fileSchema keeps what a reference looks like. */
export const referenceSchema: JsonObject = {
  type: 'string',
  pattern: referencePattern,
  description: '{{name}} stands for a variable of the connection.',
};
const reference: JsonObject = { $ref: '#/definitions/reference' };

/**
 * The JSON Schema (draft 7) of a shape as the language service of the editor wants it. Keywords for texts and numbers
 * stand side by side, because each applies to its own type only: so a number lets a reference in without alternatives.
 */
export function editorSchema(key: string, shape: Shape): JsonObject {
  const { meta } = shape;
  return {
    ...(meta.title !== undefined && { title: meta.title }),
    ...(meta.description !== undefined && { description: meta.description }),
    ...sourceOf(shape),
    ...(meta.examples !== undefined && { examples: meta.examples.slice(0, 3) }),
    ...constraintsOf(key, shape),
  };
}

/** Editors show it in the place of the description. */
function sourceOf({ meta: { source, description = '' } }: Shape): JsonObject {
  if (source === undefined) return {};
  return { markdownDescription: [asPlain(description), `[Documentation](${source})`].filter(Boolean).join('\n\n') };
}

function constraintsOf(key: string, shape: Shape): JsonObject {
  switch (shape.kind) {
    case 'text':
      return textSchema(key, shape);
    case 'number':
    case 'boolean':
      return scalarSchema(key, shape);
    case 'enum':
      return enumSchema(shape);
    case 'object':
      return orNull(shape, { ...objectOrEmptyList(shape), ...schemaMembers(shape) });
    case 'list':
      return orNull(shape, listSchema(shape));
    case 'union':
      return unionSchema(key, shape);
    case 'any':
      return {};
  }
}

/** Formats that the language service checks itself, in words a person understands. */
const editorFormats = new Set(['date-time', 'date', 'time', 'ipv4', 'ipv6', 'uri']);

function textSchema(key: string, shape: TextShape): JsonObject {
  const { minLength, maxLength, format, suggestions } = shape;
  const isChecked = format !== undefined && editorFormats.has(format);
  return {
    type: typesOf('string', shape, ...(shape.meta.alsoAccepts === 'object' ? ['object'] : [])),
    ...(shape.meta.alsoAccepts === 'object' && { required: ['id'] }),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
    ...(suggestions.length > 0 && { examples: suggestions }),
    ...(isChecked
      ? { anyOf: [{ format }, ...(shape.nullable ? [{ type: 'null' }] : []), reference] }
      : patternOf(key, shape)),
  };
}

function patternOf(key: string, shape: TextShape): JsonObject {
  const [pattern, ...more] = shape.patterns.map((own) => `(?:${own})|${referencePattern}`);
  if (pattern === undefined) return {};
  return {
    pattern,
    ...(more.length > 0 && { allOf: more.map((other) => ({ pattern: other })) }),
    patternErrorMessage: messageOf(key, shape),
  };
}

/** Numbers and booleans; the pattern is for those written as text. */
function scalarSchema(key: string, shape: NumberShape | BooleanShape): JsonObject {
  const isNumber = shape.kind === 'number';
  const written = isNumber ? '-?\\d+(?:\\.\\d+)?' : 'true|false';
  const also = shape.meta.alsoAccepts === 'string' ? `|${written}` : '';
  const message = messageOf(key, shape);
  return {
    type: typesOf(isNumber ? (shape.integer ? 'integer' : 'number') : 'boolean', shape, 'string'),
    ...(isNumber && limitsOf(shape)),
    pattern: `^(?:${referencePattern}${also})$`,
    patternErrorMessage: message,
    ...(shape.meta.errorMessage !== undefined && { errorMessage: message }),
  };
}

function limitsOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: NumberShape): JsonObject {
  return {
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
    ...(exclusiveMinimum !== undefined && { exclusiveMinimum }),
    ...(exclusiveMaximum !== undefined && { exclusiveMaximum }),
    ...(multipleOf !== undefined && { multipleOf }),
  };
}

function enumSchema(shape: EnumShape): JsonObject {
  const [only, ...more] = shape.options;
  if (only !== undefined && more.length === 0 && !shape.nullable) return { const: only.value };
  const values = shape.options.map(({ value }) => value);
  const accepted = {
    enum: shape.nullable ? [...values, null] : values,
    ...descriptionsOf(shape),
    ...(shape.meta.errorMessage !== undefined && { errorMessage: shape.meta.errorMessage }),
  };
  const second = values.filter((value) => shape.meta.alsoAccepts === 'string' && typeof value !== 'string');
  const written = second.length === 0 ? [] : [{ enum: second.map(String), doNotSuggest: true }];
  return { anyOf: [accepted, ...written, reference] };
}

function descriptionsOf(shape: EnumShape): JsonObject {
  const texts = shape.options.map((option) => wordsOfOption(shape, option));
  if (texts.every((text) => text === '')) return {};
  return { enumDescriptions: shape.nullable ? [...texts, shape.meta.nullLabel ?? 'None'] : texts };
}

function objectOrEmptyList({ meta }: ObjectShape): JsonObject {
  return meta.alsoAccepts === 'emptyList' ? { type: ['object', 'array'], maxItems: 0 } : { type: 'object' };
}

/** Properties, with the required ones first in completion. */
function schemaMembers({ properties, required, others }: ObjectShape): JsonObject {
  return {
    properties: Object.fromEntries([...properties].map(([key, shape]) => [key, editorSchema(key, shape)])),
    ...(required.size > 0 && { required: [...required] }),
    additionalProperties: others ? editorSchema('', others) : false,
  };
}

function listSchema({ item, minItems, maxItems }: ListShape): JsonObject {
  return {
    type: 'array',
    items: editorSchema('', item),
    ...(minItems !== undefined && { minItems }),
    ...(maxItems !== undefined && { maxItems }),
  };
}

/** With a telling property, its value chooses what is checked: so the messages are those of the right option. */
function unionSchema(key: string, shape: UnionShape): JsonObject {
  const options = shape.options.map((option) => option.shape);
  const { tag } = shape;
  if (tag === undefined) {
    return {
      anyOf: [...options.map((option) => editorSchema(key, option)), ...(shape.nullable ? [{ type: 'null' }] : [])],
    };
  }
  const objects = options.filter((option) => option.kind === 'object');
  return orNull(shape, {
    type: 'object',
    properties: { [tag]: { enum: objects.flatMap((option) => tagValues(option, tag)), ...tagTexts(objects, tag) } },
    required: [tag],
    allOf: objects.map((option) => ({
      if: { properties: { [tag]: { enum: tagValues(option, tag) } }, required: [tag] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
      then: schemaMembers(option),
    })),
  });
}

function tagValues(option: ObjectShape, tag: string): readonly JsonValue[] {
  const property = option.properties.get(tag);
  return property?.kind === 'enum' ? property.options.map(({ value }) => value) : [];
}

function tagTexts(objects: readonly ObjectShape[], tag: string): JsonObject {
  const texts = objects.flatMap((option) => tagValues(option, tag).map(() => option.meta.title ?? ''));
  return texts.every((text) => text === '') ? {} : { enumDescriptions: texts };
}

/** Null as a further type: keywords for objects and lists do not concern it. */
function orNull(shape: Shape, schema: JsonObject): JsonObject {
  const { type } = schema;
  return shape.nullable && type !== undefined ? { ...schema, type: [type, 'null'].flat() } : schema;
}

function typesOf(type: string, { nullable }: Shape, ...more: readonly string[]): JsonValue {
  const types = [type, ...more, ...(nullable ? ['null'] : [])];
  return types.length === 1 ? type : types;
}

function messageOf(key: string, shape: Shape): string {
  const { meta } = shape;
  return (
    meta.errorMessage ??
    `${key === '' ? (meta.title ?? 'The value') : labelOf(key, meta)} must be ${expectationOf(shape)}.`
  );
}
