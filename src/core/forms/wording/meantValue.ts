import { t } from '@vscode/l10n';
import type { JsonValue } from '../../../protocol/json';
import { deepestRequest, isDeeperThan } from '../../nesting';
import { shortened } from '../../quoting/shortened';
import { accepts } from '../shapes/accepts';
import type { Shape } from '../shapes/shape';

/** A value that stands there in another form than it should, and what was meant by it. */
export interface MeantValue {
  /** About the value that stands there: `"45" is text`, or `is a list` where the field is to be named in front. */
  readonly is: string;
  readonly isOfField?: true;
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
  return meant(t('{0} is text', quoted(value)), number, t('Take numbers out of quotes'));
}

function flagInText(_shape: Shape, value: unknown): MeantValue | undefined {
  const text = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (text !== 'true' && text !== 'false') return undefined;
  return meant(t('{0} is text', quoted(String(value))), text === 'true', t('Take true and false out of quotes'));
}

function textFromScalar(shape: Shape, value: unknown, spelling?: string): MeantValue | undefined {
  // An address whose form no pattern tells is no number in quotes.
  if (shape.kind === 'text' && shape.format !== undefined && shape.patterns.length === 0) return undefined;
  if (typeof value === 'number') {
    const digits = spelling ?? String(value);
    return meant(t('{0} is a number', shortened(digits)), digits, t('Put numbers in quotes'));
  }
  if (typeof value === 'boolean')
    return meant(t('{0} is no text', String(value)), String(value), t('Put true and false in quotes'));
  return undefined;
}

/** Some APIs write a yes or no as 1 or 0, others as true or false. */
function flagFromScalar(_shape: Shape, value: unknown): MeantValue | undefined {
  if (typeof value === 'boolean')
    return meant(t('{0} is no number', value), Number(value), t('Write yes and no as 1 and 0'));
  if (value === 0 || value === 1)
    return meant(t('{0} is a number', value), value === 1, t('Write yes and no as true and false'));
  return undefined;
}

function wrapped(shape: Shape, value: unknown): MeantValue | undefined {
  if (shape.kind !== 'list' || value === null || value === undefined || Array.isArray(value)) return undefined;
  if (!accepts(shape.item, value)) return undefined;
  const is = typeof value === 'object' ? t('is an object') : t('is one value');
  return {
    is,
    isOfField: true,
    write: t('wrap it in [ ]'),
    value: [value as JsonValue],
    titleForAll: t('Wrap single values in [ ]'),
  };
}

function unwrapped(shape: Shape, value: unknown): MeantValue | undefined {
  const [only, ...more]: readonly JsonValue[] = Array.isArray(value) && shape.kind !== 'list' ? value : [];
  if (only === undefined || more.length > 0 || !accepts(shape, only)) return undefined;
  return {
    is: t('is a list'),
    isOfField: true,
    write: t('take it out of [ ]'),
    value: only,
    titleForAll: t('Take single values out of [ ]'),
  };
}

/** Year, month and day in their order, with other signs between them or without zeros; in another order nobody knows. */
function dayInParts(shape: Shape, value: unknown): MeantValue | undefined {
  if (shape.kind !== 'text' || typeof value !== 'string') return undefined;
  const [whole, year, month = '', day = ''] =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(value.trim())?.toSpliced(2, 1) ?? [];
  if (whole === undefined) return undefined;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return meant(t('{0} is no day as it is written here', quoted(value)), written, t('Write days as year-month-day'));
}

const longestJson = 100_000;

/** A list or an object that was made text before it was put in. */
function jsonInText(shape: Shape, value: unknown): MeantValue | undefined {
  if (typeof value !== 'string' || value.length > longestJson || !/^\s*[[{]/.test(value)) return undefined;
  if (shape.kind !== 'list' && shape.kind !== 'object') return undefined;
  try {
    const content: JsonValue = JSON.parse(value);
    if (isDeeperThan(deepestRequest, content)) return undefined;
    return {
      is: t('is text'),
      isOfField: true,
      write: t('write it without quotes'),
      value: content,
      titleForAll: t('Take JSON out of quotes'),
    };
  } catch {
    // Text that is no JSON means something else.
    return undefined;
  }
}

function meant(is: string, value: JsonValue, titleForAll: string): MeantValue {
  const written = typeof value === 'string' ? quoted(value) : JSON.stringify(value);
  return { is, write: t('write {0}', written), value, titleForAll };
}

function quoted(text: string): string {
  return JSON.stringify(shortened(text));
}
