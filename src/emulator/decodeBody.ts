import type { EmulatedRequest } from '../core/emulation';
import type { JsonValue } from '../protocol/json';
import { type FormParts, parseMultipart } from './multipart';

export type DecodedBody =
  | { readonly kind: 'json'; readonly value: JsonValue }
  /** Values as text: what they stand for is the schema's business. A repeated name makes a list. */
  | { readonly kind: 'fields'; readonly fields: Readonly<Record<string, string | readonly string[]>> }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly detail: string };

const utf8 = new TextDecoder('utf-8');

/** Reads a body by its content type. Without one it is read as JSON. */
export function decodeBody(request: EmulatedRequest): DecodedBody {
  if (request.body.length === 0) return { kind: 'empty' };
  const contentType = request.headers['content-type'] ?? 'application/json';
  if (/^multipart\/form-data/i.test(contentType)) return decodeMultipart(request.body, contentType);
  const text = utf8.decode(request.body);
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) {
    return { kind: 'fields', fields: group([...new URLSearchParams(text)]) };
  }
  return decodeJson(text);
}

function decodeMultipart(body: Uint8Array, contentType: string): DecodedBody {
  const match = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary === undefined) return { kind: 'unreadable', detail: 'The content type names no boundary.' };
  return { kind: 'fields', fields: group(parseMultipart(body, boundary)) };
}

function decodeJson(text: string): DecodedBody {
  if (text.trim() === '') return { kind: 'empty' };
  try {
    return { kind: 'json', value: JSON.parse(text) as JsonValue };
  } catch (error: unknown) {
    return { kind: 'unreadable', detail: error instanceof Error ? error.message : String(error) };
  }
}

function group(pairs: FormParts): Readonly<Record<string, string | readonly string[]>> {
  const fields = new Map<string, string | readonly string[]>();
  for (const [name, value] of pairs) {
    const key = name.replace(/\[\]$/, '');
    const earlier = fields.get(key);
    fields.set(key, earlier === undefined ? value : [earlier, value].flat());
  }
  // fromEntries makes own properties of every name, `__proto__` included.
  return Object.fromEntries(fields);
}
