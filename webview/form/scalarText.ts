import type { JsonValue } from '../../src/protocol/json';
import type { Reading } from './draft';

const numberPattern = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** A value as its field shows it. Values of another type than the field's are shown too, so that they can be mended. */
export function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export function readText(text: string, whenEmpty: Reading): Reading {
  return text === '' ? whenEmpty : { kind: 'value', value: text };
}

/** A text that is no number stays a string in the file: nothing typed is lost, and the check of the file says so. */
export function readNumber(text: string, whenEmpty: Reading): Reading {
  const trimmed = text.trim();
  if (trimmed === '') return whenEmpty;
  const number = Number(trimmed);
  const exact = numberPattern.test(trimmed) && (!Number.isInteger(number) || Number.isSafeInteger(number));
  return { kind: 'value', value: exact && Number.isFinite(number) ? number : text };
}

export function readJson(text: string, whenEmpty: Reading): Reading {
  if (text.trim() === '') return whenEmpty;
  try {
    return { kind: 'value', value: JSON.parse(text) as JsonValue };
  } catch (error: unknown) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'unreadable', message: `This is not JSON yet, so it is not in the file: ${detail}` };
  }
}

export function jsonText(value: JsonValue | undefined): string {
  return value === undefined ? '' : JSON.stringify(value, null, 2);
}

/** Emptying a required text leaves an empty one; emptying an optional one takes it out. */
export function emptyText(required: boolean): Reading {
  return required ? { kind: 'value', value: '' } : { kind: 'absent' };
}
