import { t } from '@vscode/l10n';
import { countOf } from '../../../protocol/words/itemNouns';
import { nounWithin } from '../../../protocol/words/nounWithin';
import { offersNull } from './offersNull';
import type { ListShape, NumberShape, Shape, TextShape } from './shape';

/** Short text of the limits for a form: "15 to 45, or none". Undefined when there are none to tell. */
export function hintOf(shape: Shape): string | undefined {
  const limits = limitsOf(shape);
  if (limits === undefined) return undefined;
  return offersNull(shape) ? t('{0}, or none', limits) : limits;
}

/** What a value must be, to follow "must be": "a whole number from 15 to 45, or empty". */
export function expectationOf(shape: Shape): string {
  const expected = plainExpectation(shape);
  return offersNull(shape) ? t('{0}, or empty', expected) : expected;
}

/** "15 to 45", "1 or more", "at most 10", "more than 0". Undefined without a limit. */
export function rangeOf(shape: NumberShape): string | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = shape;
  if (minimum !== undefined && maximum !== undefined) return t('{0} to {1}', minimum, maximum);
  const lower = minimum !== undefined ? t('{0} or more', minimum) : moreThan(exclusiveMinimum);
  const upper = maximum !== undefined ? t('at most {0}', maximum) : lessThan(exclusiveMaximum);
  if (lower !== undefined && upper !== undefined) return t('{0} and {1}', lower, upper);
  return lower ?? upper;
}

/** So many items of a list, by what its API calls them. */
export function countOfItems(count: number, shape: ListShape): string {
  const itemLabel = ownName(shape);
  if (itemLabel === undefined) return countOfEntries(count);
  return countOf(count, { itemLabel, itemsLabel: shape.meta.itemsLabel });
}

export function countOfEntries(count: number): string {
  return count === 1 ? t('1 entry') : t('{0} entries', count);
}

/** What an item of a list is called within a sentence. */
export function itemNoun(shape: ListShape): string {
  const name = ownName(shape);
  return name === undefined ? t('entry') : nounWithin(name);
}

function ownName({ meta, item }: ListShape): string | undefined {
  return meta.itemLabel ?? item.meta.title;
}

/** Of a text with a form: what it is, with an article and as a hint. */
interface Format {
  readonly one: () => string;
  readonly short: () => string;
}

const formats: Readonly<Record<string, Format>> = {
  email: { one: () => t('an e-mail address'), short: () => t('e-mail address') },
  uri: {
    one: () => t('an address such as https://example.com'),
    short: () => t('address such as https://example.com'),
  },
  uuid: { one: () => t('a UUID'), short: () => t('UUID') },
  'date-time': {
    one: () => t('a date and time such as 2026-01-31T12:00:00Z'),
    short: () => t('date and time such as 2026-01-31T12:00:00Z'),
  },
  date: { one: () => t('a date such as 2026-01-31'), short: () => t('date such as 2026-01-31') },
  time: { one: () => t('a time such as 12:00:00'), short: () => t('time such as 12:00:00') },
  duration: { one: () => t('a duration such as P3D'), short: () => t('duration such as P3D') },
  e164: { one: () => t('a phone number such as +33612345678'), short: () => t('phone number such as +33612345678') },
  base64: { one: () => t('base64 text'), short: () => t('base64 text') },
  ipv4: { one: () => t('an IPv4 address'), short: () => t('IPv4 address') },
  ipv6: { one: () => t('an IPv6 address'), short: () => t('IPv6 address') },
};

function formatOf({ format }: TextShape): Format | undefined {
  return format !== undefined && Object.hasOwn(formats, format) ? formats[format] : undefined;
}

/** Whether there are words for the form of the text. */
export function hasKnownFormat(shape: TextShape): boolean {
  return formatOf(shape) !== undefined;
}

function limitsOf(shape: Shape): string | undefined {
  switch (shape.kind) {
    case 'text':
      return joined([formatOf(shape)?.short(), lengthOf(shape)]);
    case 'number':
      return joined([rangeOf(shape) ?? (shape.integer ? t('whole number') : undefined), multipleOf(shape)]);
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
      const format = formatOf(shape)?.one() ?? t('text');
      return length === undefined ? format : t('{0} of {1}', format, length);
    }
    case 'number':
      return joined([numberExpectation(shape), multipleOf(shape)]) ?? t('a number');
    case 'boolean':
      return t('true or false');
    case 'enum':
      return oneOf(
        shape.options.map(({ value }) => (typeof value === 'string' && value !== '' ? value : JSON.stringify(value))),
      );
    case 'list':
      return t('a list');
    case 'object':
      return t('an object');
    case 'union':
      return unionExpectation(shape.options.map((option) => option.shape));
    case 'any':
      return 'JSON';
  }
}

function numberExpectation(shape: NumberShape): string {
  const range = rangeOf(shape);
  if (range === undefined) return shape.integer ? t('a whole number') : t('a number');
  if (shape.minimum !== undefined && shape.maximum !== undefined)
    return shape.integer ? t('a whole number from {0}', range) : t('a number from {0}', range);
  return shape.integer ? t('a whole number of {0}', range) : t('a number of {0}', range);
}

function unionExpectation(options: readonly Shape[]): string {
  const titles = options.map((option) => option.meta.title);
  if (titles.every((title) => title !== undefined)) return oneOf(titles);
  const kinds = new Set(options.map(plainExpectation));
  return [...kinds].join(t(' or '));
}

/** Long lists are cut: completion and the form show all of them. */
export function oneOf(values: readonly string[]): string {
  if (values.length < 3) return values.join(t(' or '));
  return t('one of: {0}', [...values.slice(0, 12), ...(values.length > 12 ? ['…'] : [])].join(', '));
}

function lengthOf({ minLength = 0, maxLength }: TextShape): string | undefined {
  if (maxLength !== undefined && maxLength === minLength) return exactLength(maxLength);
  if (maxLength !== undefined && minLength > 1) return t('{0} to {1} characters', minLength, maxLength);
  if (maxLength !== undefined) return mostLength(maxLength);
  return minLength > 1 ? t('at least {0} characters', minLength) : undefined;
}

function exactLength(length: number): string {
  return length === 1 ? t('exactly 1 character') : t('exactly {0} characters', length);
}

function mostLength(length: number): string {
  return length === 1 ? t('at most 1 character') : t('at most {0} characters', length);
}

function sizeOf(shape: ListShape): string | undefined {
  const { minItems = 0, maxItems } = shape;
  if (maxItems !== undefined && maxItems === minItems) return t('exactly {0}', countOfItems(maxItems, shape));
  if (maxItems !== undefined && minItems > 0) return t('{0} to {1}', minItems, countOfItems(maxItems, shape));
  if (maxItems !== undefined) return t('at most {0}', countOfItems(maxItems, shape));
  return minItems > 0 ? t('{0} or more', minItems) : undefined;
}

function multipleOf({ multipleOf: step }: NumberShape): string | undefined {
  return step === undefined ? undefined : t('a multiple of {0}', step);
}

function moreThan(limit: number | undefined): string | undefined {
  return limit === undefined ? undefined : t('more than {0}', limit);
}

function lessThan(limit: number | undefined): string | undefined {
  return limit === undefined ? undefined : t('less than {0}', limit);
}

function joined(parts: readonly (string | undefined)[]): string | undefined {
  const present = parts.filter((part) => part !== undefined);
  return present.length === 0 ? undefined : present.join(', ');
}
