import { backslash, beginsNumber, comma, openBrace, openBracket, quote, space } from '../../core/json/jsonLexemes';
import { mostMarkBytes, mostNameLength, mostNames, mostNumbers, mostObjects, mostValues } from '../limits';
import { findByte } from './findByte';

/**
 * Whether JSON text holds more than is worth reading, told by its marks alone: reading millions of lists takes
 * seconds, counting their brackets milliseconds. What is no JSON is the reader's to refuse.
 */
export function isOvercrowded(bytes: Uint8Array): boolean {
  let values = 0;
  let numbers = 0;
  let marks = 0;
  let isItem = false;
  const isTooMuch = () => values > mostValues || numbers > mostNumbers || marks > mostMarkBytes;
  for (let position = 0; position < bytes.length && !isTooMuch(); position += 1) {
    const byte = bytes[position] ?? 0;
    marks += 1;
    if (byte <= space) continue;
    if (isItem && beginsNumber(byte)) {
      // Counted by the mark before it.
      values -= 1;
      numbers += 1;
    }
    if (byte === quote) position = endOfText(bytes, position + 1);
    isItem = byte === comma || byte === openBracket;
    if (isItem || byte === openBrace) values += 1;
  }
  return isTooMuch();
}

/** The place of the quote that ends a text; the end when none does. */
function endOfText(bytes: Uint8Array, start: number): number {
  for (let end = findByte(bytes, quote, start); end >= 0; end = findByte(bytes, quote, end + 1)) {
    let first = end;
    while (first > start && bytes[first - 1] === backslash) first -= 1;
    if ((end - first) % 2 === 0) return end;
  }
  return bytes.length;
}

/** Whether values that were read are too many, or their names, however they were written. */
export function holdsTooMuch(root: unknown): boolean {
  const open = [root];
  const names = new Set<string>();
  let values = 0;
  let objects = 0;
  let nameLength = 0;
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    if (!Array.isArray(value)) {
      objects += 1;
      for (const name of Object.keys(value)) {
        names.add(name);
        nameLength += name.length;
      }
    }
    const inner: readonly unknown[] = Object.values(value);
    values += inner.length;
    if (values > mostValues || objects > mostObjects) return true;
    if (names.size > mostNames || nameLength > mostNameLength) return true;
    open.push(...inner.filter(isObject));
  }
  return false;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object';
}
