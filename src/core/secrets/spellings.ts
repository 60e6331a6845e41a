import { toBase64 } from '../attachments/base64';
import { decodeLevel } from './decodeLevel';
import { shortestSearched } from './searchable';

/** Escapes within escapes are taken away up to this depth. */
export const mostLevels = 4;

/** As it is, with its own escapes taken away, in hexadecimal digits, and in base64 at each of three places. */
export function spellingsOf(value: string): readonly { text: string; isEncoded: boolean }[] {
  const bytes = new TextEncoder().encode(value);
  return [
    ...unescapedForms(value).map((text) => ({ text, isEncoded: false })),
    { text: hexOf(bytes), isEncoded: false },
    ...[0, 1, 2].map((shift) => ({ text: base64Core(bytes, shift), isEncoded: true })),
  ];
}

function unescapedForms(value: string): readonly string[] {
  // Half of a pair of surrogates cannot be encoded; what is sent in its place is another character.
  const forms = [value.replace(/\p{Surrogate}/gu, '\uFFFD'), value];
  for (let level = 0; level < mostLevels; level += 1) {
    const decoded = decodeLevel(forms.at(-1) ?? '');
    if (decoded === undefined || decoded.text.length < shortestSearched) break;
    forms.push(decoded.text);
  }
  return [...forms, ...forms.slice(-1).map((form) => form.replaceAll('\\', ''))];
}

function hexOf(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += byte.toString(16).padStart(2, '0');
  return digits;
}

/** The digits that depend on nothing around the value, which begins that many bytes behind a multiple of three. */
function base64Core(bytes: Uint8Array, shift: number): string {
  const shifted = new Uint8Array(bytes.length + shift);
  shifted.set(bytes, shift);
  const whole = Math.floor((shifted.length * 8) / 6);
  return toBase64(shifted).slice(Math.ceil((shift * 8) / 6), whole);
}
