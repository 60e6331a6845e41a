import type { BodyPreview } from '../../../protocol/reply';
import { type Pause, readJson } from '../../json/readJson';
import type { Masker } from '../../secrets/masker';
import { type Received, replyBody } from './replyBody';

/** In characters: more than this freezes a panel. */
export const mostShown = 256 * 1024;

/** In characters: laying out more than this would stall everything that shares the thread. */
export const mostFormatted = 2 * 1024 * 1024;

/** What a panel shows of a body. Only what is shown is masked, and no secret is cut in two. */
export function bodyPreview(reply: Received, masker: Masker): BodyPreview {
  const body = replyBody(reply);
  if (body.kind === 'empty' || body.kind === 'binary') return { text: '', language: 'none', truncated: false };
  const { text, isJson, isCut } = masker.body(body.text, { side: 'reply', most: mostShown });
  const language = languageOf(isJson, reply.headers['content-type'] ?? '');
  return { text: startOf(text), language, truncated: isCut || text.length > mostShown };
}

/** The preview of a text that is masked already. */
export function textPreview(text: string, contentType: string): BodyPreview {
  if (text === '') return { text, language: 'none', truncated: false };
  const isJson = text.length <= mostFormatted && readJson(text).kind === 'read' && /^\s*[[{]/.test(text);
  return { text: startOf(text), language: languageOf(isJson, contentType), truncated: text.length > mostShown };
}

/** The whole body for an editor, pretty printed up to a size that is pleasant to read. */
export async function wholeText(reply: Received, masker: Masker, pause: Pause): Promise<string> {
  const body = replyBody(reply);
  if (body.kind === 'empty' || body.kind === 'binary') return '';
  const layout = body.text.length <= mostFormatted ? { indent: 2 } : {};
  return masker.bodyInSlices(body.text, { side: 'reply', ...layout }, pause);
}

/** A pair of surrogates that the cut goes through is left out. */
function startOf(text: string): string {
  return text.length <= mostShown ? text : text.slice(0, mostShown).replace(/[\uD800-\uDBFF]$/, '');
}

function languageOf(isJson: boolean, contentType: string): 'json' | 'text' {
  return isJson || /[/+]json\b/i.test(contentType) ? 'json' : 'text';
}
