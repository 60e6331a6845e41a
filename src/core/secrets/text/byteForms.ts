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

export interface ListedBytes {
  readonly hex: string;
  /** Where the number behind them begins, or the last one ends. */
  readonly end: number;
}

/** So many bytes of a list of JSON, or all that are left, from the number that begins there: `53a4` for `83, 164]`. */
export function listedBytes(text: string, start: number, most: number): ListedBytes {
  const item = new RegExp(listed10, 'y');
  item.lastIndex = start;
  let hex = '';
  let end = start;
  for (let count = 0; count < most; count += 1) {
    const match = item.exec(text);
    if (match === null) break;
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
