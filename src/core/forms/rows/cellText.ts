import type { ChoiceField, FormField } from '../../../protocol/form';
import type { JsonValue } from '../../../protocol/json';
import type { CellReading } from './cellReading';
import { markedText } from './markedCell';
import { readCell } from './readCell';

/** A value as a cell of a spreadsheet, from which it can be read again; `undefined` is an empty one. */
export function cellText(field: FormField, value: JsonValue | undefined, written?: string): string {
  if (value === undefined) return '';
  const text = plainText(field, value, written);
  const isSafe = text !== '' && text === text.trim();
  return isSafe && isRead(readCell(field, text), value) ? text : markedText(written ?? JSON.stringify(value));
}

function isRead(reading: CellReading, value: JsonValue): boolean {
  return reading.kind === 'value' && JSON.stringify(reading.value) === JSON.stringify(value);
}

function plainText(field: FormField, value: JsonValue, written: string | undefined): string {
  if (value === null) return field.nullLabel ?? 'null';
  if (typeof value === 'string') return value;
  if (field.kind === 'check') return JSON.stringify(value) === JSON.stringify(field.on) ? 'yes' : 'no';
  return written ?? JSON.stringify(value);
}

/** As a person reads it: choices by what they are called. */
export function shownText(field: FormField, value: JsonValue | undefined): string {
  if (value === undefined) return '';
  if (field.kind === 'choice') return labelOf(field, value) ?? plainText(field, value, undefined);
  return plainText(field, value, undefined);
}

function labelOf({ options }: ChoiceField, value: JsonValue): string | undefined {
  return options.find((option) => JSON.stringify(option.value) === JSON.stringify(value))?.label;
}
