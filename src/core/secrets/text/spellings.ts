import { toBase64 } from '../../attachments/base64';
import { atOnce } from '../../steps';
import { decodeLevel } from './decodeLevel';
import { shortestSearched } from './searchable';

/** Escapes within escapes are taken away up to this depth. */
export const mostLevels = 4;

/** A token that fits into headers is shorter; of longer ones the rarer spellings would cost more than reading the reply. */
const longestRespelled = 16 * 1024;

/**
 * As it is, with its own escapes taken away, in hexadecimal digits, and in base64 at each of three places. `deep`: also
 * what was escaped or encoded before it was encoded, as in the credentials and payloads of OAuth.
 */
export function spellingsOf(value: string, deep: boolean): readonly { text: string; isEncoded: boolean }[] {
  const isShort = value.length <= longestRespelled;
  const wide = isShort ? [wideBytes(value, true), wideBytes(value, false), ...narrowBytes(value)] : [];
  const bytes = [bytesOf(value), ...wide];
  const encoded = [
    ...(deep && isShort ? deepCores(value) : base64Cores(bytesOf(value))),
    ...bytes.slice(1).flatMap(base64Cores),
  ];
  return [
    ...[...unescapedForms(value), ...misreadForms(value)].map((text) => ({ text, isEncoded: false })),
    ...bytes.map((form) => ({ text: hexOf(form), isEncoded: false })),
    ...encoded.map((text) => ({ text, isEncoded: true })),
  ];
}

function deepCores(value: string): readonly string[] {
  const once = [...new Set(escapedForms(value))].flatMap((form) => base64Cores(bytesOf(form)));
  const inner = base64Cores(bytesOf(value)).flatMap((core) => [core, core.replace(/\+/g, '-').replace(/\//g, '_')]);
  return [...once, ...[...new Set(inner)].flatMap((core) => base64Cores(bytesOf(core)))];
}

/** As JSON, PHP, addresses and forms have it. */
function escapedForms(value: string): readonly string[] {
  const whole = value.replace(/\p{Surrogate}/gu, '\uFFFD');
  const json = JSON.stringify(whole).slice(1, -1);
  const form = new URLSearchParams([['', whole]]).toString().slice(1);
  return [value, json, json.replaceAll('/', '\\/'), encodeURIComponent(whole), form];
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** UTF-16, as .NET and PowerShell encode texts. */
function wideBytes(value: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(value.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < value.length; at += 1) view.setUint16(at * 2, value.charCodeAt(at), isLittle);
  return bytes;
}

/** Latin-1, where that is something else than UTF-8. */
function narrowBytes(value: string): readonly Uint8Array[] {
  const isNarrow = /[\u0080-\u00ff]/.test(value) && !/[^\0-\u00ff]/.test(value);
  return isNarrow ? [Uint8Array.from(value, (character) => character.charCodeAt(0))] : [];
}

/** UTF-8 that was read as Latin-1 or as Windows-1252, and Latin-1 that was read as UTF-8. */
function misreadForms(value: string): readonly string[] {
  if (!/[^\0-\u007f]/.test(value)) return [];
  const latin = Array.from(bytesOf(value), (byte) => String.fromCharCode(byte)).join('');
  const windows = latin.replace(/[\u0080-\u009f]/g, (control) => windows1252[control.charCodeAt(0) - 0x80] ?? control);
  return [latin, windows, value.replace(/[^\0-\u007f]/gu, '\uFFFD')];
}

/** From 0x80 on; what is not assigned stays. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function unescapedForms(value: string): readonly string[] {
  // Half of a pair of surrogates cannot be encoded; what is sent in its place is another character.
  const forms = [value.replace(/\p{Surrogate}/gu, '\uFFFD'), value];
  for (let level = 0; level < mostLevels; level += 1) {
    const decoded = atOnce(decodeLevel(forms.at(-1) ?? ''));
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

function base64Cores(bytes: Uint8Array): readonly string[] {
  return [0, 1, 2].map((shift) => base64Core(bytes, shift));
}

/** The digits that depend on nothing around the value, which begins that many bytes behind a multiple of three. */
function base64Core(bytes: Uint8Array, shift: number): string {
  const shifted = new Uint8Array(bytes.length + shift);
  shifted.set(bytes, shift);
  const whole = Math.floor((shifted.length * 8) / 6);
  return toBase64(shifted).slice(Math.ceil((shift * 8) / 6), whole);
}
