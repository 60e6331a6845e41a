import { expectationOf, hintOf } from '../../core/forms/shapes/expectation';
import { optionLabel } from '../../core/forms/shapes/label';
import type { EnumShape, ListShape, ObjectShape, Shape, UnionShape } from '../../core/forms/shapes/shape';
import { markdown } from './markdown';
import type { ObjectIndex } from './objectIndex';
import { valueText } from './valueText';

const { anchorOf, code, link, prose } = markdown;

export const fieldHeads = ['Field', 'Type', 'Required', 'Limits', 'Description'] as const;

type Rows = readonly (readonly string[])[];

/** A row for everything inside an object, by names that begin with `prefix`. */
export function propertyRows(objects: ObjectIndex, prefix: string, shape: ObjectShape): Rows {
  const { source } = shape.meta;
  const named = [...shape.properties].flatMap(([key, property]) =>
    fieldRows(objects, `${prefix}${key}`, property, { required: shape.required.has(key), source }),
  );
  const { others } = shape;
  return others === undefined || others.kind === 'any'
    ? named
    : [...named, ...fieldRows(objects, `${prefix}*`, others, { required: false, source })];
}

interface RowPlace {
  readonly required: boolean;
  /** The page that documents what it stands in. */
  readonly source?: string | undefined;
}

/** A row for a field, and the rows of what is inside it. */
export function fieldRows(objects: ObjectIndex, name: string, shape: Shape, { required, source }: RowPlace): Rows {
  const page = shape.meta.source === source ? undefined : shape.meta.source;
  const description = [descriptionOf(shape), page && link('Source', page)].filter(Boolean).join(' ');
  const own = [code(name), typeOf(objects, shape), required ? 'yes' : '', limitsOf(shape), description];
  return [own, ...innerRows(objects, name, shape)];
}

function innerRows(objects: ObjectIndex, name: string, shape: Shape): Rows {
  if (objects.nameOf(shape) !== undefined) return [];
  switch (shape.kind) {
    case 'object':
      return propertyRows(objects, `${name}.`, shape);
    case 'list':
      return innerRows(objects, `${name}[]`, shape.item);
    case 'union':
      return shape.options.flatMap((option, index) => variantRows(objects, name, shape, { ...option, index }));
    default:
      return [];
  }
}

/** The fields of one of several shapes say of which. */
function variantRows(
  objects: ObjectIndex,
  name: string,
  union: UnionShape,
  { shape, index }: { readonly shape: Shape; readonly index: number },
): Rows {
  const title = variantTitle(union, shape, index);
  const rows = shape.kind === 'object' ? propertyRows(objects, `${name}.`, shape) : innerRows(objects, name, shape);
  return rows.map((row) => [...row.slice(0, -1), `*${title}:* ${row.at(-1) ?? ''}`.trim()]);
}

export function variantTitle({ tag }: UnionShape, shape: Shape, index: number): string {
  if (shape.meta.title !== undefined) return prose(shape.meta.title);
  const telling = shape.kind === 'object' && tag !== undefined ? shape.properties.get(tag) : undefined;
  const [only] = telling?.kind === 'enum' ? telling.options : [];
  return only === undefined ? `Shape ${index + 1}` : valueText(only.value);
}

function typeOf(objects: ObjectIndex, shape: Shape): string {
  const type = plainType(objects, shape);
  return shape.nullable ? `${type} or null` : type;
}

function plainType(objects: ObjectIndex, shape: Shape): string {
  switch (shape.kind) {
    case 'text':
      if (shape.meta.widget === 'fileBase64') return 'file, sent as base64';
      return shape.meta.widget === 'file' ? 'file' : 'text';
    case 'number':
      return shape.integer ? 'whole number' : 'number';
    case 'enum':
      return shape.options.length === 1 ? 'constant' : 'choice';
    case 'object':
      return objectType(objects, shape);
    case 'list':
      return `list of ${pluralType(objects, shape)}`;
    case 'union':
      return unionType(objects, shape);
    case 'boolean':
      return 'boolean';
    case 'any':
      return 'JSON';
  }
}

function objectType(objects: ObjectIndex, shape: ObjectShape): string {
  const name = objects.nameOf(shape);
  if (name !== undefined) return link(prose(name), anchorOf(name));
  return shape.others?.kind === 'any' ? 'object with any fields' : 'object';
}

function pluralType(objects: ObjectIndex, { item }: ListShape): string {
  const type = plainType(objects, item);
  return /^(?:text|whole number|number|boolean|constant|choice|object|file)$/.test(type) ? `${type}s` : type;
}

function unionType(objects: ObjectIndex, union: UnionShape): string {
  const shapes = union.options.map(({ shape }) => shape);
  if (shapes.every(({ kind }) => kind === 'object')) {
    return `one of: ${shapes.map((shape, index) => variantTitle(union, shape, index)).join(', ')}`;
  }
  return [...new Set(shapes.map((shape) => plainType(objects, shape)))].join(' or ');
}

function limitsOf(shape: Shape): string {
  const { nullable, meta } = shape;
  const hint = hintOf({ ...shape, nullable: false });
  const limits = [
    // The type says it already.
    hint === undefined || expectationOf(shape).endsWith('whole number') ? undefined : prose(hint),
    ...kindLimits(shape),
    nullable && (meta.nullLabel ?? 'None') !== 'None' ? `${code('null')} (${prose(meta.nullLabel ?? '')})` : undefined,
    meta.alsoAccepts && secondForms[meta.alsoAccepts],
    meta.secret ? 'secret' : undefined,
  ];
  return limits.filter((limit) => limit !== undefined && limit !== '').join('; ');
}

const secondForms = {
  string: 'also as text',
  emptyList: 'also `[]` when empty',
  object: 'also the object itself, for its `id`',
} as const;

function kindLimits(shape: Shape): readonly (string | undefined)[] {
  switch (shape.kind) {
    case 'text': {
      const patterns = shape.format === undefined ? shape.patterns.map((pattern) => `pattern ${code(pattern)}`) : [];
      const extensions = (shape.meta.extensions ?? []).map((extension) => code(`.${extension}`));
      return [...patterns, extensions.join(', '), suggestedText(shape.suggestions)];
    }
    case 'enum':
      return [optionsText(shape)];
    case 'list':
      return ['list', 'object', 'union'].includes(shape.item.kind) ? [] : [limitsOf(shape.item)];
    default:
      return [];
  }
}

function suggestedText(suggestions: readonly string[]): string | undefined {
  return suggestions.length === 0 ? undefined : `for example ${suggestions.map(valueText).join(', ')}`;
}

function optionsText(shape: EnumShape): string {
  return shape.options
    .map((option) => {
      const label = optionLabel(shape, option);
      const said = letters(label) === letters(String(option.value)) ? '' : label;
      const says = [said, option.description?.replace(/\.$/, '') ?? ''].filter(Boolean).join(': ');
      return `${valueText(option.value)}${says === '' ? '' : ` (${prose(says)})`}`;
    })
    .join(', ');
}

/** What is left when a label only writes its value in another way. */
function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function descriptionOf({ kind, meta }: Shape): string {
  const text = prose(meta.description ?? (kind === 'enum' ? '' : (meta.title ?? '')));
  const [example] = meta.examples ?? [];
  return example === undefined ? text : `${text} Example: ${valueText(example)}`.trim();
}
