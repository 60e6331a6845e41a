import type { PdfObject } from './pdfObjects';

/** A text of a dictionary, in whatever way it is spelled; undefined without one. */
export function pdfString({ bytes, text, start, end }: PdfObject, name: string): string | undefined {
  const found = new RegExp(`/${name}\\s*([(<])`).exec(text.slice(start, end));
  if (found === null) return undefined;
  const from = start + found.index + found[0].length;
  return decoded(found[1] === '(' ? literalBytes(bytes.subarray(from, end)) : hexBytes(text.slice(from, end)));
}

function decoded(bytes: readonly number[]): string {
  const array = Uint8Array.from(bytes);
  const [first, second, third] = array;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(array);
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder().decode(array);
  return new TextDecoder('latin1').decode(array);
}

function hexBytes(text: string): number[] {
  const digits = (/^[\s\da-f]*/i.exec(text)?.[0] ?? '').replace(/\s/g, '');
  return (digits.match(/..?/g) ?? []).map((pair) => Number.parseInt(pair.padEnd(2, '0'), 16));
}

const backslash = 0x5c;

/** Up to the parenthesis that closes it; those in between come in pairs. */
function literalBytes(bytes: Uint8Array): number[] {
  const written: number[] = [];
  let depth = 1;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === backslash) {
      const { value, length } = escaped(bytes.subarray(at + 1, at + 4));
      written.push(...value);
      at += length;
      continue;
    }
    if (byte === 0x28) depth += 1;
    if (byte === 0x29) depth -= 1;
    if (depth === 0) break;
    written.push(byte);
  }
  return written;
}

const controls: ReadonlyMap<number, number> = new Map([
  [0x6e, 0x0a],
  [0x72, 0x0d],
  [0x74, 0x09],
  [0x62, 0x08],
  [0x66, 0x0c],
]);

/** What stands behind a backslash: a number of one to three digits, a control, the end of a line, or itself. */
function escaped(next: Uint8Array): { readonly value: readonly number[]; readonly length: number } {
  const octal = /^[0-7]{1,3}/.exec(String.fromCharCode(...next))?.[0];
  if (octal !== undefined) return { value: [Number.parseInt(octal, 8) & 0xff], length: octal.length };
  const [first = backslash, second] = next;
  if (first === 0x0a) return { value: [], length: 1 };
  if (first === 0x0d) return { value: [], length: second === 0x0a ? 2 : 1 };
  return { value: [controls.get(first) ?? first], length: 1 };
}
