import type { JsonValue } from '../../../protocol/json';
import { deepestRequest, isDeeperThan } from '../../nesting';
import { shortened } from '../../quoting/shortened';
import { accepts } from '../shapes/accepts';
import type { Shape } from '../shapes/shape';

/** A value that stands there in another form than it should, and what was meant by it. */
export interface MeantValue {
  /** About the value that stands there: `"45" is text`. */
  readonly is: string;
  /** What to do, to follow "; " and as the title of the mend without its last words: `write 45`. */
  readonly write: string;
  readonly value: JsonValue;
  readonly titleForAll: string;
}

/**
 * Undefined where only the person who wrote the value knows. `spelling`: how a number was written, where the value does
 * not say it.
 */
export function meantValue(shape: Shape, value: unknown, spelling?: string): MeantValue | undefined {
  const meant = conversions.flatMap((convert) => convert(shape, value, spelling) ?? []);
  return meant.find((one) => accepts(shape, one.value));
}

type Conversion = (shape: Shape, value: unknown, spelling?: string) => MeantValue | undefined;

const conversions: readonly Conversion[] = [
  numberInText,
  flagInText,
  textFromScalar,
  flagFromScalar,
  wrapped,
  unwrapped,
  jsonInText,
  dayInParts,
];

const written = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function numberInText(_shape: Shape, value: unknown): MeantValue | undefined {
  if (typeof value !== 'string' || !written.test(value.trim())) return undefined;
  const number = Number(value.trim());
  // Its digits would be others.
  if (Number.isInteger(number) && !Number.isSafeInteger(number)) return undefined;
  return meant(`${quoted(value)} is text`, number, 'Take numbers out of quotes');
}

function flagInText(_shape: Shape, value: unknown): MeantValue | undefined {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (text !== 'true' && text !== 'false') return undefined;
  return meant(`${quoted(String(value))} is text`, text === 'true', 'Take true and false out of quotes');
}

function textFromScalar(shape: Shape, value: unknown, spelling?: string): MeantValue | undefined {
  // An address whose form no pattern tells is no number in quotes.
  if (shape.kind === 'text' && shape.format !== undefined && shape.patterns.length === 0) return undefined;
  if (typeof value === 'number') {
    const digits = spelling ?? String(value);
    return meant(`${shortened(digits)} is a number`, digits, 'Put numbers in quotes');
  }
  if (typeof value === 'boolean') return meant(`${value} is no text`, String(value), 'Put true and false in quotes');
  return undefined;
}

/** Some APIs write a yes or no as 1 or 0, others as true or false. */
function flagFromScalar(_shape: Shape, value: unknown): MeantValue | undefined {
  if (typeof value === 'boolean') return meant(`${value} is no number`, Number(value), 'Write yes and no as 1 and 0');
  if (value === 0 || value === 1)
    return meant(`${value} is a number`, value === 1, 'Write yes and no as true and false');
  return undefined;
}

function wrapped(shape: Shape, value: unknown): MeantValue | undefined {
  if (shape.kind !== 'list' || value === null || value === undefined || Array.isArray(value)) return undefined;
  if (!accepts(shape.item, value)) return undefined;
  const is = typeof value === 'object' ? 'is an object' : 'is one value';
  return { is, write: 'wrap it in [ ]', value: [value as JsonValue], titleForAll: 'Wrap single values in [ ]' };
}

function unwrapped(shape: Shape, value: unknown): MeantValue | undefined {
  const [only, ...more]: readonly JsonValue[] = Array.isArray(value) && shape.kind !== 'list' ? value : [];
  if (only === undefined || more.length > 0 || !accepts(shape, only)) return undefined;
  return { is: 'is a list', write: 'take it out of [ ]', value: only, titleForAll: 'Take single values out of [ ]' };
}

/** Year, month and day in their order, with other signs between them or without zeros; in another order nobody knows. */
function dayInParts(shape: Shape, value: unknown): MeantValue | undefined {
  if (shape.kind !== 'text' || typeof value !== 'string') return undefined;
  const [whole, year, month = '', day = ''] =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(value.trim())?.toSpliced(2, 1) ?? [];
  if (whole === undefined) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return meant(`${quoted(value)} is no day as it is written here`, written, 'Write days as year-month-day');
}

const longestJson = 100_000;

/** A list or an object that was made text before it was put in. */
function jsonInText(shape: Shape, value: unknown): MeantValue | undefined {
  if (typeof value !== 'string' || value.length > longestJson || !/^\s*[[{]/.test(value)) return undefined;
  if (shape.kind !== 'list' && shape.kind !== 'object') return undefined;
  try {
    const content: JsonValue = JSON.parse(value);
    if (isDeeperThan(deepestRequest, content)) return undefined;
    return { is: 'is text', write: 'write it without quotes', value: content, titleForAll: 'Take JSON out of quotes' };
  } catch {
    // Text that is no JSON means something else.
    return undefined;
  }
}

function meant(is: string, value: JsonValue, titleForAll: string): MeantValue {
  const written = typeof value === 'string' ? quoted(value) : JSON.stringify(value);
  return { is, write: `write ${written}`, value, titleForAll };
}

function quoted(text: string): string {
  return JSON.stringify(shortened(text));
}
