import type { FormField } from '../../../../src/protocol/form';
import type { JsonValue } from '../../../../src/protocol/json';
import { jsonText, readJson, readTypedNumber, textOf } from '../../fields/scalarText';

export interface Typed {
  readonly value: JsonValue | undefined;
  readonly written?: string;
}

/** Where a choice has no value. */
export const unset = 'unset';

export function optionsOf(field: FormField & { kind: 'choice' }) {
  if (field.nullLabel === undefined || field.options.some(({ value }) => value === null)) return field.options;
  return [...field.options, { value: null, label: field.nullLabel }];
}

/** A value as it begins to be edited. */
export function startText(field: FormField, value: JsonValue | undefined): string {
  if (value === null) return field.nullLabel ?? 'null';
  return field.kind === 'json' ? jsonText(value) : textOf(value);
}

/** What was typed in the place of a value. */
export function readTyped(field: FormField, text: string, before: JsonValue | undefined): Typed {
  if (field.kind === 'choice') {
    if (text === unset) return { value: before };
    return { value: optionsOf(field)[Number(text)]?.value };
  }
  if (text === startText(field, before) && before !== undefined) return { value: before };
  if (text === '') return { value: undefined };
  if (field.nullLabel !== undefined && text === field.nullLabel) return { value: null };
  if (field.kind === 'number') {
    const reading = readTypedNumber(text, { kind: 'absent' });
    return reading.kind === 'value' ? { value: reading.value } : { value: undefined };
  }
  if (field.kind !== 'json') return { value: text };
  // What is no JSON is a text.
  const reading = readJson(text, { kind: 'absent' });
  return reading.kind === 'value' ? { value: reading.value, written: text } : { value: text };
}
