import type { Steps } from '../../steps';
import { type DecodedText, withoutEscapes } from './decodedText';

/** What a text reads where bytes are written one by one: each form has their hexadecimal digits side by side. */
export function* byteForms(text: string): Steps<readonly DecodedText[]> {
  const forms: DecodedText[] = [];
  if (text.length < shortest) return forms;
  if (maySeparate.test(text)) {
    const joined = yield* withoutEscapes(text, separator, () => '');
    if (joined !== undefined) forms.push(joined);
  }
  if (mayList.test(text)) {
    const listed = yield* withoutEscapes(text, listed10, hexOfNumber);
    if (listed !== undefined) forms.push(listed);
  }
  return forms;
}

/** The bytes of a list of JSON that begins there, and where it ends: `53a4` for `83, 164]`. */
export function listedBytes(text: string, start: number): { readonly hex: string; readonly end: number } {
  const item = new RegExp(listed10, 'y');
  item.lastIndex = start;
  let hex = '';
  let end = start;
  for (let match = item.exec(text); match !== null; match = item.exec(text)) {
    const byte = hexOfNumber(match[0]);
    if (byte === undefined) break;
    hex += byte;
    end = item.lastIndex;
  }
  return { hex, end };
}

export function mayHoldBytes(text: string): boolean {
  return text.length >= shortest && (maySeparate.test(text) || mayList.test(text));
}

function hexOfNumber(spelling: string): string | undefined {
  const byte = Number.parseInt(spelling, 10);
  return byte <= 0xff ? byte.toString(16).padStart(2, '0') : undefined;
}

const maySeparate = /(?:[\da-f]{2}(?:[:\- ]|,? ?0x)){7}[\da-f]{2}/i;
const separator = /(?<=(?:^|[^\da-z]|0x)[\da-f]{2})(?:[:\- ]|,? ?0x)(?=[\da-f]{2}(?![\da-wyz]))/gi;
const mayList = /(?:\d{1,3}\s{0,16},\s{0,16}){7}\d/;
const listed10 = /(?<!\d)\d{1,3}(?:\s{0,16},\s{0,16}(?=\d)|(?=\s{0,16}(?:[\])}]|$)))/g;
/** Of eight bytes in decimal digits. */
const shortest = 15;
