import type { JsonValue } from '../../../protocol/json';
import { isList, isObject } from '../../json/jsonKinds';
import { secretText } from './secretText';
import type { ValueWriter } from './snippetLanguage';

/**
 * The value of a JSON text as a literal of a language, several lines long. Undefined where the language would not write
 * the same text of it: digits that a number cannot hold, spaces, names that stand twice.
 */
export function writeJson(text: string, writer: ValueWriter, indent: string): string | undefined {
  const value = exactValue(text);
  return value === undefined || typeof value !== 'object' ? undefined : writeValue(value, writer, indent);
}

function exactValue(text: string): JsonValue | undefined {
  try {
    const value = JSON.parse(text) as JsonValue;
    return JSON.stringify(value) === text && isPlain(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Fractions are spelled in several ways. */
function isPlain(value: JsonValue): boolean {
  if (typeof value === 'number') return Number.isSafeInteger(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isPlain);
}

function writeValue(value: JsonValue, writer: ValueWriter, indent: string): string {
  if (typeof value === 'string') return writer.literal(secretText(value));
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return writer.words[value ? 'true' : 'false'];
  const inner = `${indent}${writer.indent}`;
  if (isList(value))
    return block(
      '[]',
      value.map((item) => writeValue(item, writer, inner)),
      indent,
      inner,
    );
  if (!isObject(value)) return writer.words.null;
  const members = Object.entries(value).map(
    ([name, item]) => `${writer.key(secretText(name))}: ${writeValue(item, writer, inner)}`,
  );
  return block('{}', members, indent, inner);
}

function block(brackets: '[]' | '{}', items: readonly string[], indent: string, inner: string): string {
  if (items.length === 0) return brackets;
  return `${brackets[0]}\n${items.map((item) => `${inner}${item},\n`).join('')}${indent}${brackets[1]}`;
}
