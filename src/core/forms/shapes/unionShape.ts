import type { JsonValue } from '../../../protocol/json';
import { isRecord } from '../../json/jsonKinds';
import { describedOptions } from './optionMeaning';
import type { EnumShape, Meta, ObjectShape, Shape, TextShape, UnionOption, UnionShape } from './shape';

/** The simplest shape that says the same as a union: an enumeration, a text, one option or null. */
export function unionShape(all: readonly Shape[], meta: Meta, nullable: boolean): Shape {
  const options = all.map((shape, place) => ({ shape, place })).filter(({ shape }) => !isNull(shape));
  const orNull = nullable || options.length < all.length || options.some(({ shape }) => shape.nullable);
  const [only, ...more] = options;
  if (only === undefined) return { kind: 'any', meta, nullable: orNull };
  if (more.length === 0) return { ...only.shape, meta: { ...only.shape.meta, ...meta }, nullable: orNull };
  const shapes = options.map(({ shape }) => shape);
  if (shapes.every((shape) => shape.kind === 'enum')) return mergedEnum(shapes, meta, orNull);
  return openEnum(shapes, meta, orNull) ?? { kind: 'union', meta, nullable: orNull, options, tag: tagOf(options) };
}

/** The option that a value is meant to be: the one whose constants it has, else the one that knows most of it. */
export function chooseOption({ options, tag }: UnionShape, value: unknown): UnionOption | undefined {
  if (!isRecord(value)) return options.find(({ shape }) => fits(shape, value));
  const scored = options.map((option) => ({ option, score: scoreOf(option.shape, tag, value) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  const isOnlyObject = options.filter(({ shape }) => shape.kind === 'object').length === 1;
  return best.score > 0 || (isOnlyObject && best.score === 0) ? best.option : undefined;
}

/** Of a union the option that a value is meant to be; any other shape itself. */
export function meantShape(shape: Shape | undefined, value: unknown): Shape | undefined {
  return shape?.kind === 'union' ? chooseOption(shape, value)?.shape : shape;
}

function isNull(shape: Shape): boolean {
  return shape.kind === 'enum' && shape.options.every(({ value }) => value === null);
}

function mergedEnum(shapes: readonly EnumShape[], meta: Meta, nullable: boolean): EnumShape {
  const options = shapes.flatMap(({ options: values, meta: { title, description } }) =>
    values.map((option) => ({
      ...option,
      // The meta data of a constant describes its value; that of a list of values does not.
      ...(values.length === 1 && title !== undefined && { title }),
      ...(values.length === 1 && description !== undefined && { description }),
    })),
  );
  return { kind: 'enum', meta, nullable, options: describedOptions(options, meta) };
}

/** Known texts or any other text. */
function openEnum(shapes: readonly Shape[], meta: Meta, nullable: boolean): TextShape | undefined {
  const texts = shapes.filter((shape) => shape.kind === 'text');
  const [text] = texts;
  const known = shapes.filter((shape) => shape.kind === 'enum').flatMap(({ options }) => options);
  if (text === undefined || texts.length !== 1 || shapes.some(({ kind }) => kind !== 'text' && kind !== 'enum'))
    return undefined;
  const suggestions = known.map(({ value }) => value).filter((value) => typeof value === 'string');
  return suggestions.length === known.length
    ? { ...text, meta: { ...text.meta, ...meta }, nullable, suggestions }
    : undefined;
}

/** A property that every option has, each with values of its own. */
function tagOf(options: readonly UnionOption[]): string | undefined {
  const objects = options.map(({ shape }) => shape).filter((shape) => shape.kind === 'object');
  const [first] = objects;
  if (first === undefined || objects.length < options.length) return undefined;
  return [...first.properties.keys()].find((key) => {
    const values = objects.map((shape) => valuesOf(shape.properties.get(key)));
    return values.every((list) => list.length > 0) && new Set(values.flat()).size === values.flat().length;
  });
}

function valuesOf(shape: Shape | undefined): readonly JsonValue[] {
  return shape?.kind === 'enum' ? shape.options.map(({ value }) => value) : [];
}

function isOneOf(values: readonly JsonValue[], value: unknown): boolean {
  return values.some((known) => known === value);
}

const mismatch = -1;

function scoreOf(shape: Shape, tag: string | undefined, value: Readonly<Record<string, unknown>>): number {
  if (shape.kind !== 'object') return shape.kind === 'any' ? 0 : mismatch;
  let score = 0;
  for (const [key, property] of shape.properties) {
    if (!Object.hasOwn(value, key)) continue;
    score += 1;
    if (!isTelling(shape, key, tag)) continue;
    if (!isOneOf(valuesOf(property), value[key])) return mismatch;
    score += 1000;
  }
  return score;
}

function isTelling(shape: ObjectShape, key: string, tag: string | undefined): boolean {
  return key === tag || valuesOf(shape.properties.get(key)).length === 1;
}

function fits(shape: Shape, value: unknown): boolean {
  switch (shape.kind) {
    case 'text':
      return typeof value === 'string';
    case 'number':
    case 'boolean':
      return typeof value === shape.kind;
    case 'enum':
      return isOneOf(valuesOf(shape), value);
    case 'list':
      return Array.isArray(value);
    case 'union':
      return shape.options.some((option) => fits(option.shape, value));
    case 'object':
      return false;
    case 'any':
      return true;
  }
}
