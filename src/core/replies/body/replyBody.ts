import { t } from '@vscode/l10n';
import type { JsonValue } from '../../../protocol/json';
import { type Pause, type ReadJson, readJson, readJsonInSlices } from '../../json/readJson';
import { shortened } from '../../quoting/shortened';
import { charsetOf } from './charset';
import { unknownEncoding } from './contentEncoding';
import { isBinary } from './isBinary';
import type { WholeBody } from './wholeBody';

/** What a body is read from. */
export interface Received {
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;
  readonly whole?: WholeBody;
}

export type ReplyBody =
  | { readonly kind: 'empty' }
  | { readonly kind: 'binary' }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** What a reader should know of the decoding. */
      readonly remarks: readonly string[];
    }
  | {
      readonly kind: 'json';
      readonly text: string;
      readonly value: JsonValue;
      readonly remarks: readonly string[];
    };

/** In bytes: a longer body is read in slices where the surroundings can pause. */
export const readAtOnce = 256 * 1024;

const bodies = new WeakMap<Received, ReplyBody>();

/** The body of a reply, decoded and read once however often it is asked for. */
export function replyBody(reply: Received): ReplyBody {
  const known = bodies.get(reply);
  if (known !== undefined) return known;
  const body = bodyWithoutText(reply) ?? bodyOfText(reply, decodeAtOnce(reply), readJson);
  bodies.set(reply, body);
  return body;
}

/** Reads a long body with pauses, so that `replyBody` has it at hand. */
export async function prepareReplyBody(reply: Received, pause: Pause): Promise<void> {
  if (reply.bytes.length <= readAtOnce || bodies.has(reply)) return;
  const body = bodyWithoutText(reply) ?? (await bodyInSlices(reply, pause));
  bodies.set(reply, body);
}

async function bodyInSlices(reply: Received, pause: Pause): Promise<ReplyBody> {
  const text = await decodeInSlices(reply, pause);
  const read = reply.whole === undefined ? await readJsonInSlices(text, pause) : undefined;
  return bodyOfText(reply, text, () => read);
}

function bodyWithoutText(received: Received): ReplyBody | undefined {
  const { headers, bytes } = received;
  if (bytes.length === 0) return { kind: 'empty' };
  const isPacked = unknownEncoding(headers) !== undefined && !isUtf8(received);
  return isPacked || isBinary(bytes, headers['content-type'] ?? '') ? { kind: 'binary' } : undefined;
}

function isUtf8({ bytes, whole }: Received): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: whole !== undefined });
    return true;
  } catch {
    // Its way to say no.
    return false;
  }
}

function bodyOfText(reply: Received, text: string, read: (text: string) => ReadJson | undefined): ReplyBody {
  const remarks = decodingRemarks(reply, text);
  if (reply.whole !== undefined) return { kind: 'text', text, remarks };
  const json = read(text);
  if (json?.kind !== 'read') return { kind: 'text', text, remarks };
  return { kind: 'json', text, value: json.value, remarks };
}

/** A character that the beginning of a larger body ends in the middle of is left out. */
function decodeAtOnce({ headers, bytes, whole }: Received): string {
  const stream = whole !== undefined;
  return new TextDecoder(charsetOf(bytes, headers['content-type'] ?? '').label).decode(bytes, { stream });
}

async function decodeInSlices({ headers, bytes, whole }: Received, pause: Pause): Promise<string> {
  const decoder = new TextDecoder(charsetOf(bytes, headers['content-type'] ?? '').label);
  let text = '';
  for (let start = 0; start < bytes.length; start += readAtOnce) {
    text += decoder.decode(bytes.subarray(start, start + readAtOnce), { stream: true });
    await pause();
  }
  return whole === undefined ? text + decoder.decode() : text;
}

function decodingRemarks(received: Received, text: string): readonly string[] {
  const { headers, bytes } = received;
  const { label, unknown } = charsetOf(bytes, headers['content-type'] ?? '');
  const isDamaged = /^utf-?8$/i.test(label) && text.includes('\uFFFD') && !isUtf8(received);
  const damage = () => t('The body holds bytes that are no UTF-8, each shown as �; its charset may be another one.');
  return [...(unknown === undefined ? [] : [unknownCharset(unknown)]), ...(isDamaged ? [damage()] : [])];
}

function unknownCharset(unknown: string): string {
  return t('The reply names the charset "{0}", which is unknown here. It was read as UTF-8.', shortened(unknown, 40));
}
