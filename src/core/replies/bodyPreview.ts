import type { BodyPreview } from '../../protocol/reply';
import { rewriteJson } from '../json/rewriteJson';
import { redactText } from '../requests/redaction';
import type { Secret } from '../sending/run';
import { type Received, type ReplyBody, replyBody } from './replyBody';

/** In characters: more than this freezes a panel. */
export const mostShown = 256 * 1024;

/** In characters: laying out more than this would stall everything that shares the thread. */
export const mostFormatted = 2 * 1024 * 1024;

/** What a panel shows of a body. Secrets are masked before anything is cut off. */
export function bodyPreview(reply: Received, secrets: readonly Secret[]): BodyPreview {
  const body = replyBody(reply);
  if (body.kind === 'empty') return { text: '', language: 'none', truncated: false };
  if (body.kind === 'binary') return { text: '', language: 'none', truncated: true };
  const contentType = reply.headers['content-type'] ?? '';
  if (body.text.length <= mostFormatted) return textPreview(redactText(body.text, secrets), contentType);
  return { text: startOf(body, secrets), language: languageOf(body.kind === 'json', contentType), truncated: true };
}

/** The preview of a text that is masked already. */
export function textPreview(text: string, contentType: string): BodyPreview {
  if (text === '') return { text, language: 'none', truncated: false };
  const formatted = text.length <= mostFormatted ? formatJson(text) : undefined;
  const shown = formatted ?? text;
  const language = languageOf(formatted !== undefined, contentType);
  return { text: shown.slice(0, mostShown), language, truncated: shown.length > mostShown };
}

/** The whole body for an editor, pretty printed when that does not stall. */
export function wholeText(reply: Received, secrets: readonly Secret[]): string {
  const body = replyBody(reply);
  if (body.kind === 'empty' || body.kind === 'binary') return '';
  const text = redactText(body.text, secrets);
  return (text.length <= mostFormatted ? formatJson(text) : undefined) ?? text;
}

/** With digits, order and repeated names as they came. Undefined when the text is not a JSON object or array. */
function formatJson(text: string): string | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const { text: formatted, kind } = rewriteJson(text, keep, { indent: 2 });
  // Broken JSON is shown as it came.
  return kind === 'whole' ? formatted : undefined;
}

/** Of JSON only whole tokens are shown, so that nothing behind the cut is needed to lay it out. */
function startOf({ kind, text }: ReplyBody & { readonly text: string }, secrets: readonly Secret[]): string {
  const masked = redactText(text.slice(0, mostShown + longest(secrets)), secrets);
  const laidOut = kind === 'json' ? rewriteJson(masked, keep, { indent: 2, most: mostShown }).text : '';
  const shown = laidOut === '' ? masked : laidOut;
  // A pair of surrogates that the cut goes through is left out.
  return shown.slice(0, mostShown).replace(/[\uD800-\uDBFF]$/, '');
}

function keep(): undefined {
  return undefined;
}

function languageOf(isJson: boolean, contentType: string): 'json' | 'text' {
  return isJson || /[/+]json\b/i.test(contentType) ? 'json' : 'text';
}

/** So that no secret is cut in two by the end of the preview. For the longest spelling of each. */
function longest(secrets: readonly Secret[]): number {
  return secrets.reduce((most, { value }) => Math.max(most, value.length * 6), 0);
}
