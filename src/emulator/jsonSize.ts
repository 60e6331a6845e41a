import { findByte } from './findByte';
import { mostNumbers, mostValues } from './limits';

/**
 * Whether JSON text holds more than is worth reading, told by its marks alone: reading millions of lists takes
 * seconds, counting their brackets milliseconds. What is no JSON is the reader's to refuse.
 */
export function isOvercrowded(bytes: Uint8Array): boolean {
  let values = 0;
  let numbers = 0;
  let isItem = false;
  for (let position = 0; position < bytes.length && values <= mostValues && numbers <= mostNumbers; position += 1) {
    const byte = bytes[position] ?? 0;
    if (byte <= space) continue;
    if (isItem && isNumeric(byte)) {
      // Counted by the mark before it.
      values -= 1;
      numbers += 1;
    }
    if (byte === quote) position = endOfText(bytes, position + 1);
    isItem = byte === comma || byte === openList;
    if (isItem || byte === openObject) values += 1;
  }
  return values > mostValues || numbers > mostNumbers;
}

const space = 0x20;
const quote = 0x22;
const comma = 0x2c;
const openList = 0x5b;
const backslash = 0x5c;
const openObject = 0x7b;

/** Digits and the minus sign. */
function isNumeric(byte: number): boolean {
  return (byte >= 0x30 && byte <= 0x39) || byte === 0x2d;
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

/** Whether values that were read are too many, however they were written. */
export function holdsTooMuch(root: unknown): boolean {
  const open = [root];
  let count = 0;
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== 'object' || value === null) continue;
    const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
    count += inner.length;
    if (count > mostValues) return true;
    for (const item of inner) open.push(item);
  }
  return false;
}
