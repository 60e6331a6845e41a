import type { BodyPreview } from '../../protocol/reply';
import { redactText } from '../requests/redaction';
import type { Secret } from '../sending/run';

/** In characters: more than this freezes a panel. */
export const mostShown = 256 * 1024;

/** In bytes: parsing and printing more than this would stall everything that shares the thread. */
export const mostFormatted = 2 * 1024 * 1024;

/** What a panel shows of a body. Secrets are masked before anything is cut off. */
export function bodyPreview(bytes: Uint8Array, contentType: string, secrets: readonly Secret[]): BodyPreview {
  if (bytes.length === 0) return { text: '', language: 'none', truncated: false };
  if (isBinary(bytes, contentType)) return { text: '', language: 'none', truncated: true };
  if (bytes.length <= mostFormatted)
    return textPreview(redactText(decodeStart(bytes, bytes.length), secrets), contentType);
  const text = redactText(decodeStart(bytes, mostShown + longest(secrets)), secrets);
  return { text: text.slice(0, mostShown), language: languageOf(undefined, contentType), truncated: true };
}

/** The preview of a text that is masked already. */
export function textPreview(text: string, contentType: string): BodyPreview {
  if (text === '') return { text, language: 'none', truncated: false };
  const formatted = text.length <= mostFormatted ? formatJson(text) : undefined;
  const shown = formatted ?? text;
  const language = languageOf(formatted, contentType);
  return { text: shown.slice(0, mostShown), language, truncated: shown.length > mostShown };
}

/** The whole body for an editor, pretty printed when that does not stall. */
export function wholeText(bytes: Uint8Array, secrets: readonly Secret[]): string {
  const text = redactText(new TextDecoder('utf-8').decode(bytes), secrets);
  return (bytes.length <= mostFormatted ? formatJson(text) : undefined) ?? text;
}

/** Undefined when the text is not a JSON object or array. */
function formatJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    // Broken JSON is shown as it came.
    return undefined;
  }
}

function languageOf(formatted: string | undefined, contentType: string): 'json' | 'text' {
  return formatted !== undefined || /[/+]json\b/i.test(contentType) ? 'json' : 'text';
}

/** So that no secret is cut in two by the end of the preview. In bytes, for the longest spelling of each. */
function longest(secrets: readonly Secret[]): number {
  return secrets.reduce((most, { value }) => Math.max(most, value.length * 6), 0);
}

/** A character that the cut goes through is left out. */
function decodeStart(bytes: Uint8Array, most: number): string {
  if (bytes.length <= most) return new TextDecoder('utf-8').decode(bytes);
  return new TextDecoder('utf-8').decode(bytes.subarray(0, most)).replace(/\uFFFD+$/, '');
}

const textTypes = /^(text\/|application\/(.*\+)?(json|xml|javascript|x-www-form-urlencoded|problem\+json))/i;

export function isBinary(bytes: Uint8Array, contentType: string): boolean {
  if (textTypes.test(contentType)) return false;
  return bytes.subarray(0, 1024).includes(0) || /^(image|audio|video|font)\/|pdf|zip|octet-stream/i.test(contentType);
}
