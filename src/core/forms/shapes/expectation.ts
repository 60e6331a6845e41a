import { pluralOf } from '../../../protocol/words/pluralOf';
import { offersNull } from './offersNull';
import type { ListShape, NumberShape, Shape, TextShape } from './shape';

/** Short text of the limits for a form: "15 to 45, or none". Undefined when there are none to tell. */
export function hintOf(shape: Shape): string | undefined {
  const limits = limitsOf(shape);
  if (limits === undefined) return undefined;
  return offersNull(shape) ? `${limits}, or none` : limits;
}

/** What a value must be, to follow "must be": "a whole number from 15 to 45, or empty". */
export function expectationOf(shape: Shape): string {
  const expected = plainExpectation(shape);
  return offersNull(shape) ? `${expected}, or empty` : expected;
}

/** "15 to 45", "1 or more", "at most 10", "more than 0". Undefined without a limit. */
export function rangeOf(shape: NumberShape): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = shape;
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  const lower = minimum !== undefined ? `${minimum} or more` : moreThan(exclusiveMinimum);
  const upper = maximum !== undefined ? `at most ${maximum}` : lessThan(exclusiveMaximum);
  if (lower !== undefined && upper !== undefined) return `${lower} and ${upper}`;
  return lower ?? upper;
}

export function countOf(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${count} ${pluralOf(noun)}`;
}

/** What an item of a list is called within a sentence. */
export function itemNoun({ meta, item }: ListShape): string {
  const name = meta.itemLabel ?? item.meta.title;
  return name === undefined ? 'entry' : lowerFirst(name);
}

const formats: Readonly<Record<string, string>> = {
  email: 'an e-mail address',
  uri: 'an address such as https://example.com',
  uuid: 'a UUID',
  'date-time': 'a date and time such as 2026-01-31T12:00:00Z',
  date: 'a date such as 2026-01-31',
  time: 'a time such as 12:00:00',
  duration: 'a duration such as P3D',
  e164: 'a phone number such as +33612345678',
  base64: 'base64 text',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
};

function formatOf({ format }: TextShape): string | undefined {
  return format !== undefined && Object.hasOwn(formats, format) ? formats[format] : undefined;
}

function limitsOf(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'text':
      return joined([withoutArticle(formatOf(shape)), lengthOf(shape)]);
    case 'number':
      return joined([rangeOf(shape) ?? (shape.integer ? 'whole number' : undefined), multipleOf(shape)]);
    case 'list':
      return sizeOf(shape);
    default:
      return undefined;
  }
}

function plainExpectation(shape: Shape): string {
  switch (shape.kind) {
    case 'text': {
      const length = lengthOf(shape);
      const format = formatOf(shape) ?? 'text';
      return length === undefined ? format : `${format} of ${length}`;
    }
    case 'number':
      return joined([numberExpectation(shape), multipleOf(shape)]) ?? 'a number';
    case 'boolean':
      return 'true or false';
    case 'enum':
      return oneOf(
        shape.options.map(({ value }) => (typeof value === 'string' && value !== '' ? value : JSON.stringify(value))),
      );
    case 'list':
      return 'a list';
    case 'object':
      return 'an object';
    case 'union':
      return unionExpectation(shape.options.map((option) => option.shape));
    case 'any':
      return 'JSON';
  }
}

function numberExpectation(shape: NumberShape): string {
  const noun = shape.integer ? 'a whole number' : 'a number';
  const range = rangeOf(shape);
  if (range === undefined) return noun;
  return `${noun} ${shape.minimum !== undefined && shape.maximum !== undefined ? 'from' : 'of'} ${range}`;
}

function unionExpectation(options: readonly Shape[]): string {
  const titles = options.map((option) => option.meta.title);
  if (titles.every((title) => title !== undefined)) return oneOf(titles);
  const kinds = new Set(options.map(plainExpectation));
  return [...kinds].join(' or ');
}

/** Long lists are cut: completion and the form show all of them. */
export function oneOf(values: readonly string[]): string {
  if (values.length < 3) return values.join(' or ');
  return `one of: ${values.slice(0, 12).join(', ')}${values.length > 12 ? ', …' : ''}`;
}

function lengthOf({ minLength = 0, maxLength }: TextShape): string | undefined {
  if (maxLength !== undefined && maxLength === minLength) return `exactly ${countOf(maxLength, 'character')}`;
  if (maxLength !== undefined && minLength > 1) return `${minLength} to ${maxLength} characters`;
  if (maxLength !== undefined) return `at most ${countOf(maxLength, 'character')}`;
  return minLength > 1 ? `at least ${minLength} characters` : undefined;
}

function sizeOf(shape: ListShape): string | undefined {
  const { minItems = 0, maxItems } = shape;
  const noun = itemNoun(shape);
  if (maxItems !== undefined && maxItems === minItems) return `exactly ${countOf(maxItems, noun)}`;
  if (maxItems !== undefined && minItems > 0) return `${minItems} to ${countOf(maxItems, noun)}`;
  if (maxItems !== undefined) return `at most ${countOf(maxItems, noun)}`;
  return minItems > 0 ? `${minItems} or more` : undefined;
}

function multipleOf({ multipleOf: step }: NumberShape): string | undefined {
  return step === undefined ? undefined : `a multiple of ${step}`;
}

function moreThan(limit: number | undefined): string | undefined {
  return limit === undefined ? undefined : `more than ${limit}`;
}

function lessThan(limit: number | undefined): string | undefined {
  return limit === undefined ? undefined : `less than ${limit}`;
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const present = parts.filter((part) => part !== undefined);
  return present.length === 0 ? undefined : present.join(', ');
}

function withoutArticle(phrase: string | undefined): string | undefined {
  return phrase?.replace(/^an? /, '');
}

function lowerFirst(text: string): string {
  return /^[A-Z]{2}/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
