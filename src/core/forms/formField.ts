import { t } from '@vscode/l10n';
import type { Choice, FormField, JsonField, TextForm, Variant } from '../../protocol/form';
import type { JsonObject, JsonValue } from '../../protocol/json';
import { languageName } from '../../protocol/words/languageName';
import { dependenceOf } from './shapes/dependenceOf';
import { hintOf } from './shapes/expectation';
import { labelOf, optionLabel, readable } from './shapes/label';
import { newObject, newValue } from './shapes/newValue';
import { offersNull } from './shapes/offersNull';
import { meaningOf } from './shapes/optionMeaning';
import type { EnumShape, ListShape, Meta, ObjectShape, Shape, TextShape, UnionShape } from './shapes/shape';
import { textForm } from './shapes/textForm';
import { turnsOf } from './shapes/turnsOf';
import { holdsPerson } from './testData/personShape';

interface Place {
  readonly required: boolean;
  /** The label where neither the schema nor the key gives one. */
  readonly title?: string;
  /** The objects that it lies in, the innermost first. */
  readonly around?: readonly ObjectShape[];
}

type Base = Omit<JsonField, 'kind'>;

/** The field that edits values of a shape. */
export function formField(key: string, shape: Shape, place: Place): FormField {
  const base = baseOf(key, shape, place);
  switch (shape.kind) {
    case 'text':
      return textField(base, shape);
    case 'number':
      return {
        ...base,
        kind: 'number',
        integer: shape.integer,
        ...(shape.minimum !== undefined && { minimum: shape.minimum }),
        ...(shape.maximum !== undefined && { maximum: shape.maximum }),
      };
    case 'boolean':
      return { ...base, kind: 'check', on: true, off: false };
    case 'enum':
      return isFlag(shape)
        ? { ...base, kind: 'check', on: 1, off: 0 }
        : { ...base, kind: 'choice', options: choicesOf(shape) };
    case 'object':
      return shape.others
        ? { ...base, kind: 'json' }
        : { ...base, kind: 'group', fields: formFields(shape, place.around) };
    case 'list':
      return listField(base, shape, place.around);
    case 'union':
      return unionField(base, shape, place.around);
    case 'any':
      return { ...base, kind: 'json' };
  }
}

export function formFields(parent: ObjectShape, outer: readonly ObjectShape[] = []): readonly FormField[] {
  const { properties, required } = parent;
  const around = [parent, ...outer];
  return [...properties].map(([key, shape]) => formField(key, shape, { required: required.has(key), around }));
}

function baseOf(key: string, shape: Shape, { required, title, around = [] }: Place): Base {
  const { meta } = shape;
  const onlyWith = key === '' ? undefined : dependenceOf(shape, around);
  const hint = hintOf(shape);
  const offered = meta.refersTo ?? meta.offeredFrom;
  return {
    key,
    label: key === '' ? (meta.title ?? title ?? 'Value') : labelOf(key, meta),
    required,
    ...(meta.description !== undefined && { description: meta.description }),
    ...(hint !== undefined && { hint }),
    ...(shape.nullable && { nullLabel: meta.nullLabel ?? 'None' }),
    ...(shape.nullable && !offersNull(shape) && { nullIsOffered: false }),
    ...(meta.source !== undefined && { source: meta.source }),
    ...(offered !== undefined && { refersTo: offered }),
    ...(onlyWith && { onlyWith }),
    ...examplesOf(shape),
  };
}

function examplesOf(shape: Shape): { readonly examples?: readonly JsonValue[] } {
  const own = shape.meta.examples ?? [];
  const all =
    shape.kind === 'text'
      ? [...shape.suggestions, ...own.filter((text) => !shape.suggestions.includes(String(text)))]
      : own;
  return all.length === 0 ? {} : { examples: all };
}

function textField(base: Base, shape: TextShape): FormField {
  const { meta, maxLength } = shape;
  const form = textForm(shape, base.key);
  if (meta.widget === 'file' || meta.widget === 'fileBase64') {
    return { ...base, kind: 'file', extensions: meta.extensions ?? [] };
  }
  return {
    ...base,
    kind: 'text',
    multiline: meta.widget === 'textarea',
    secret: meta.secret === true,
    ...(form !== undefined && { form }),
    ...(maxLength !== undefined && { maxLength }),
    ...listedOf(shape, form),
  };
}

function listedOf({ meta, suggestions }: TextShape, form: TextForm | undefined): { listed?: readonly Choice[] } {
  const texts = [...suggestions, ...(meta.listed ?? [])];
  return texts.length === 0 ? {} : { listed: texts.map((text) => listedChoice(text, meta, form)) };
}

/** Codes of languages are named, as nobody knows them all. */
function listedChoice(text: string, meta: Meta, form: TextForm | undefined): Choice {
  const name = form === 'language' ? languageName(text) : '';
  if (name !== '') return { value: text, label: name, description: text };
  const description = meaningOf(meta, text);
  return { value: text, label: text, ...(description !== undefined && { description }) };
}

/** 0 and 1 and nothing else, as several of the APIs write a yes or no. */
function isFlag({ options }: EnumShape): boolean {
  return options.length === 2 && [0, 1].every((bit) => options.some(({ value }) => value === bit));
}

function choicesOf(shape: EnumShape): readonly Choice[] {
  return shape.options.map((option) => ({
    value: option.value,
    label: optionLabel(shape, option),
    ...(option.description !== undefined && { description: option.description }),
  }));
}

function listField(base: Base, shape: ListShape, around: Place['around'] = []): FormField {
  const named = shape.meta.itemLabel ?? shape.item.meta.title;
  const itemLabel = named ?? t('Item');
  const itemsLabel = named === undefined ? t('Items') : shape.meta.itemsLabel;
  const turns = turnsOf(shape);
  return {
    ...base,
    kind: 'list',
    item: formField('', shape.item, { required: true, title: itemLabel, around }),
    itemLabel,
    ...(itemsLabel !== undefined && { itemsLabel }),
    ...(shape.minItems !== undefined && { minItems: shape.minItems }),
    ...(shape.maxItems !== undefined && { maxItems: shape.maxItems }),
    newItem: newValue(shape.item),
    ...(holdsPerson(shape.item) && { holdsPeople: true }),
    ...(turns && { turns }),
  };
}

/** Only objects can be told apart in a form; any other mixture is edited as JSON. */
function unionField(base: Base, { options, tag }: UnionShape, around: Place['around'] = []): FormField {
  const objects = options.map(({ shape }) => shape).filter((shape) => shape.kind === 'object');
  if (objects.length < options.length) return { ...base, kind: 'json' };
  return {
    ...base,
    kind: 'variant',
    variants: objects.map((shape, index) => variantOf(shape, { tag, index, around })),
  };
}

interface VariantPlace extends Pick<Place, 'around'> {
  readonly tag: string | undefined;
  readonly index: number;
}

function variantOf(shape: ObjectShape, { tag, index, around }: VariantPlace): Variant {
  const match = constantsOf(shape);
  return {
    label: shape.meta.title ?? variantLabel(shape, tag) ?? t('Variant {0}', index + 1),
    match,
    fields: formFields(shape, around),
    newValue: newObject(shape),
  };
}

function constantsOf({ properties, required }: ObjectShape): JsonObject {
  const constants = [...properties].flatMap(([key, shape]) => {
    const [first, ...more] = shape.kind === 'enum' && required.has(key) ? shape.options : [];
    return first === undefined || more.length > 0 ? [] : [[key, first.value] as const];
  });
  return Object.fromEntries(constants);
}

/** The label of the value that tells this variant apart, or the name of what only it requires. */
function variantLabel({ properties, required }: ObjectShape, tag: string | undefined): string | undefined {
  const telling = tag === undefined ? undefined : properties.get(tag);
  const [first] = telling?.kind === 'enum' ? telling.options : [];
  if (telling?.kind === 'enum' && first) return readable(optionLabel(telling, first));
  const [key] = required;
  return key === undefined ? undefined : labelOf(key, properties.get(key)?.meta ?? {});
}
