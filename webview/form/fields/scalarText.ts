import { t } from '@vscode/l10n';
import type { JsonValue } from '../../../src/protocol/json';
import { isWithin, pointerTo } from '../../../src/protocol/pointer';
import type { DraftReading } from '../state/draft';

const numberPattern = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** A value as its field shows it. Values of another type than the field's are shown too, so that they can be mended. */
export function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function readText(text: string, whenEmpty: DraftReading): DraftReading {
  return text === '' ? whenEmpty : { kind: 'value', value: text };
}

/** A text that is no number stays a string in the file: nothing typed is lost, and the check of the file says so. */
export function readTypedNumber(text: string, whenEmpty: DraftReading): DraftReading {
  const trimmed = text.trim();
  if (trimmed === '') return whenEmpty;
  const number = Number(trimmed);
  const exact = numberPattern.test(trimmed) && (!Number.isInteger(number) || Number.isSafeInteger(number));
  return { kind: 'value', value: exact && Number.isFinite(number) ? number : text };
}

export function readJson(text: string, whenEmpty: DraftReading): DraftReading {
  if (text.trim() === '') return whenEmpty;
  try {
    const value: JsonValue = JSON.parse(text);
    return { kind: 'value', value };
  } catch (error: unknown) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'unreadable', message: t('This is not JSON yet, so it is not in the file: {0}', detail) };
  }
}

/** Numbers as they are written in the file, by pointer. */
export interface Written {
  readonly pointer: string;
  readonly spellings: Readonly<Record<string, string>>;
}

export function typedNumber(value: JsonValue | undefined, { pointer, spellings }: Written): string {
  const spelling = spellings[pointer];
  return typeof value === 'number' && Number(spelling) === value && spelling !== undefined ? spelling : textOf(value);
}

export function jsonText(
  value: JsonValue | undefined,
  { pointer, spellings }: Written = { pointer: '', spellings: {} },
): string {
  if (value === undefined) return '';
  if (!Object.keys(spellings).some((at) => isWithin(at, pointer))) return JSON.stringify(value, null, 2);
  const text = JSON.stringify(withMarks(value, { pointer, spellings }), null, 2);
  return text.replace(new RegExp(`"${mark}([^"]*)"`, 'g'), '$1');
}

/** A value that goes elsewhere, with the digits that it is written with. */
export function withSpelling(
  value: JsonValue,
  { pointer, spellings }: Written,
): { readonly value: JsonValue; readonly written?: string } {
  const isSpelled = Object.keys(spellings).some((at) => isWithin(at, pointer));
  return isSpelled ? { value, written: jsonText(value, { pointer, spellings }) } : { value };
}

/** A character that stands for nothing. */
const mark = '\uE000';

/** A number becomes a text that is marked, since printing numbers would change their digits. */
function withMarks(value: JsonValue, { pointer, spellings }: Written): JsonValue {
  if (typeof value === 'number') {
    const text = typedNumber(value, { pointer, spellings });
    return text === String(value) ? value : `${mark}${text}`;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    return value.map((item: JsonValue, index) => withMarks(item, { pointer: pointerTo(pointer, index), spellings }));
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withMarks(item, { pointer: pointerTo(pointer, key), spellings })]),
  );
}

/** Emptying a required text leaves an empty one; emptying an optional one takes it out. */
export function emptyText(required: boolean): DraftReading {
  return required ? { kind: 'value', value: '' } : { kind: 'absent' };
}
