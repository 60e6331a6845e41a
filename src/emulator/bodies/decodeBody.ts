import type { EmulatedRequest } from '../../core/emulation';
import type { JsonValue } from '../../protocol/json';
import {
  isMultipart,
  mostFields,
  mostNameLength,
  mostNames,
  mostObjects,
  mostValues,
  type TooMuch,
  tooMuch,
} from '../limits';
import { holdsTooMuch, isOvercrowded } from './jsonSize';
import { boundaryIn, type FormParts, parseMultipart, type Uploads } from './multipart';

export type DecodedBody =
  | { readonly kind: 'json'; readonly value: JsonValue }
  /** Values as text: what they stand for is the schema's business. A repeated name makes a list. */
  | {
      readonly kind: 'fields';
      readonly fields: Readonly<Record<string, string | readonly string[]>>;
      readonly files?: Uploads;
    }
  | { readonly kind: 'empty' }
  | Unreadable
  | TooMuch;

export interface Unreadable {
  readonly kind: 'unreadable';
  readonly detail: string;
}

const utf8 = new TextDecoder('utf-8');
/** JSON is nothing else: where others are put in the place of its letters, whoever sends it never learns. */
const nothingElse = new TextDecoder('utf-8', { fatal: true });

/** Reads a body by its content type. Without one it is read as JSON. */
export function decodeBody({ body, headers }: EmulatedRequest): DecodedBody {
  if (body.length === 0) return { kind: 'empty' };
  const contentType = headers['content-type'] ?? 'application/json';
  if (isMultipart(contentType)) return decodeMultipart(body, contentType);
  if (/^application\/x-www-form-urlencoded/i.test(contentType)) return decodeForm(utf8.decode(body));
  return isOvercrowded(body) ? tooMuch(tooManyValues) : decodeJson(body);
}

export const tooManyValues = `It holds more than ${mostValues} values, ${mostObjects} objects or ${mostNames} different names, or names of more than ${mostNameLength} characters.`;
const tooManyFields = `It holds more than ${mostFields} fields.`;

function decodeMultipart(body: Uint8Array, contentType: string): DecodedBody {
  const boundary = boundaryIn(contentType);
  if (boundary === undefined) return unreadable('The content type names no boundary.');
  const parsed = parseMultipart(body, boundary);
  if (parsed.kind !== 'parsed') return parsed;
  const decoded = fieldsOf(parsed.parts);
  return decoded.kind === 'fields' ? { ...decoded, files: parsed.files } : decoded;
}

function decodeForm(text: string): DecodedBody {
  // Counted first: taking a body of nothing but separators apart takes longer than anything else it could hold.
  let fields = 1;
  for (let mark = text.indexOf('&'); mark >= 0; mark = text.indexOf('&', mark + 1)) {
    fields += 1;
    if (fields > mostFields) return tooMuch(tooManyFields);
  }
  return fieldsOf([...new URLSearchParams(text)]);
}

function decodeJson(body: Uint8Array): DecodedBody {
  let text: string;
  try {
    text = nothingElse.decode(body);
  } catch {
    return unreadable('It is not UTF-8.');
  }
  if (text.trim() === '') return { kind: 'empty' };
  try {
    const value = JSON.parse(text) as JsonValue;
    return holdsTooMuch(value) ? tooMuch(tooManyValues) : { kind: 'json', value };
  } catch {
    return unreadable('It is not JSON.');
  }
}

function fieldsOf(pairs: FormParts): DecodedBody {
  if (pairs.length > mostFields) return tooMuch(tooManyFields);
  const fields = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const key = name.replace(/\[\]$/, '');
    const earlier = fields.get(key);
    if (earlier === undefined) fields.set(key, [value]);
    else earlier.push(value);
  }
  // fromEntries makes own properties of every name, `__proto__` included.
  return {
    kind: 'fields',
    fields: Object.fromEntries(
      [...fields].map(([name, values]): [string, string | readonly string[]] => [
        name,
        values.length === 1 ? (values[0] ?? '') : values,
      ]),
    ),
  };
}

function unreadable(detail: string): Unreadable {
  return { kind: 'unreadable', detail };
}
