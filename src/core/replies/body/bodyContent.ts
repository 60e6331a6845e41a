import { t } from '@vscode/l10n';
import type { BodyContent } from '../../../protocol/reply';
import { toBase64 } from '../../attachments/base64';
import { fileKindNames, fileKindOf } from '../../attachments/fileKind';
import { readPage } from '../judging/page';
import { hexDump } from './hexDump';
import { isPdf } from './pdf/isPdf';
import { pdfFacts } from './pdf/pdfFacts';
import type { Inflate } from './pdf/pdfObjects';
import { type Received, replyBody } from './replyBody';

/** What of a body can be shown in another way than as text; undefined where text is all there is. */
export function bodyContent(reply: Received, { inflate, shownText }: ContentPorts): BodyContent | undefined {
  const body = replyBody(reply);
  switch (body.kind) {
    case 'empty':
    case 'json':
      return undefined;
    case 'text':
      return textContent(reply, body.text, shownText);
    case 'binary':
      return binaryContent(reply, inflate);
  }
}

export interface ContentPorts {
  readonly inflate: Inflate;
  /** A whole text as it may be shown. */
  shownText(text: string): string;
}

/** What bytes are called in a sentence. */
export function contentName({ headers, bytes }: Received): string {
  const type = mediaTypeOf(headers);
  if (type !== '' && type !== 'application/octet-stream') return type;
  const kind = fileKindOf(bytes);
  return kind === 'unknown' || kind === 'empty' ? type || t('an unknown kind') : fileKindNames()[kind];
}

/** In bytes: a larger image is opened instead. */
const mostOfImage = 4 * 1024 * 1024;

function textContent(reply: Received, text: string, shownText: (text: string) => string): BodyContent | undefined {
  if (isSvg(reply.headers, text))
    return imageContent(reply, 'image/svg+xml', new TextEncoder().encode(shownText(text)));
  return readPage(text, reply.headers['content-type'] ?? '') === undefined ? undefined : { kind: 'page' };
}

function binaryContent(reply: Received, inflate: Inflate): BodyContent {
  const { bytes, whole } = reply;
  if (isPdf(bytes)) return { kind: 'pdf', ...(whole === undefined && { facts: pdfFacts(bytes, inflate) }) };
  const image = imageTypeOf(bytes);
  if (image !== undefined) return imageContent(reply, image, bytes);
  return { kind: 'binary', name: contentName(reply), hex: hexDump(bytes.subarray(0, mostInHex)) };
}

const mostInHex = 256;

function imageContent({ whole }: Received, type: string, bytes: Uint8Array): BodyContent {
  const isShown = whole === undefined && bytes.length <= mostOfImage;
  return { kind: 'image', name: type, ...(isShown && { source: `data:${type};base64,${toBase64(bytes)}` }) };
}

/** By its first bytes, whatever the header says. */
function imageTypeOf(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  return images.find(([pattern]) => pattern.test(start))?.[1];
}

const images: readonly (readonly [RegExp, string])[] = [
  [/^\x89PNG\r\n/, 'image/png'],
  [/^\xff\xd8\xff/, 'image/jpeg'],
  [/^GIF8[79]a/, 'image/gif'],
  [/^RIFF[\s\S]{4}WEBP/, 'image/webp'],
];

function isSvg(headers: Received['headers'], text: string): boolean {
  return (
    mediaTypeOf(headers) === 'image/svg+xml' ||
    /^\s*(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)?<svg[\s>]/.test(text.slice(0, 2000))
  );
}

function mediaTypeOf(headers: Received['headers']): string {
  return (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
