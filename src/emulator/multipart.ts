import { toBase64 } from '../core/attachments/base64';
import { findByte } from './findByte';
import { mostFields, mostHeaderBytes, mostTextBytes } from './limits';

/** Name and value of each part in order. A file becomes a data: URI that keeps its name. */
export type FormParts = readonly (readonly [name: string, value: string])[];

export type ParsedMultipart =
  | { readonly kind: 'parsed'; readonly parts: FormParts }
  | { readonly kind: 'unreadable'; readonly detail: string };

/** Bytes, enough to tell what a file is. No emulated API gives an upload of this kind back, so the rest is not kept. */
const keptOfFile = 1024;

/**
 * multipart/form-data (RFC 7578), read as the vendors' servers read it: one official client leaves the closing
 * boundary out, so the end of the body ends the last part too. Every byte is looked at once: a boundary cannot hold
 * the line feed that it stands behind, so that lines which nearly are one never overlap.
 */
export function parseMultipart(bytes: Uint8Array, boundary: string): ParsedMultipart {
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  // RFC 2046 ends a boundary at 70 characters.
  if (delimiter.length > 72 || /[\r\n]/.test(boundary)) return unreadable('Its boundary is none.');
  const parts: (readonly [string, string])[] = [];
  let textBytes = 0;
  let count = 0;
  let start = afterDelimiter(bytes, delimiter, findDelimiter(bytes, delimiter, 0));
  while (start !== undefined) {
    count += 1;
    if (count > mostFields) return unreadable(`It holds more than ${mostFields} parts.`);
    const next = findDelimiter(bytes, delimiter, start);
    const part = readPart(bytes.subarray(start, Math.max(start, next - lineBreakBefore(bytes, next))));
    if (part !== undefined) {
      if (!part.isFile) textBytes += part.value.length;
      if (textBytes > mostTextBytes) return unreadable(`Its texts are longer than ${mostTextBytes} bytes.`);
      parts.push([part.name, part.value]);
    }
    start = afterDelimiter(bytes, delimiter, next);
  }
  return { kind: 'parsed', parts };
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const dash = 0x2d;

/** The next line that begins with the delimiter, `from` being the start of one; the end when there is none. */
function findDelimiter(bytes: Uint8Array, delimiter: Uint8Array, from: number): number {
  for (let line = from; line < bytes.length; ) {
    if (bytes[line] === dash && startsWith(bytes, delimiter, line)) return line;
    const end = findByte(bytes, lineFeed, line);
    if (end < 0) break;
    line = end + 1;
  }
  return bytes.length;
}

function startsWith(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}

/** Where the next part begins; undefined after the closing boundary and at the end. */
function afterDelimiter(bytes: Uint8Array, delimiter: Uint8Array, at: number): number | undefined {
  const after = at + delimiter.length;
  if (bytes[after] === dash && bytes[after + 1] === dash) return undefined;
  const lineEnd = findByte(bytes, lineFeed, after);
  return lineEnd < 0 ? undefined : lineEnd + 1;
}

function lineBreakBefore(bytes: Uint8Array, end: number): number {
  if (bytes[end - 1] !== lineFeed) return 0;
  return bytes[end - 2] === carriageReturn ? 2 : 1;
}

interface Part {
  readonly name: string;
  readonly value: string;
  readonly isFile: boolean;
}

/** Undefined without headers that name it. */
function readPart(part: Uint8Array): Part | undefined {
  // One character per byte, so that positions in the text are positions in the bytes.
  const start = String.fromCharCode(...part.subarray(0, mostHeaderBytes));
  const gap = /\r?\n\r?\n/.exec(start);
  if (gap === null) return undefined;
  const headers = utf8(part.subarray(0, gap.index));
  const content = part.subarray(gap.index + gap[0].length);
  const name = parameterOf(headers, 'name');
  if (name === undefined) return undefined;
  const fileName = parameterOf(headers, 'filename');
  if (fileName === undefined) {
    // One byte more than all texts may have is enough to refuse them.
    return { name, value: utf8(content.subarray(0, mostTextBytes + 1)), isFile: false };
  }
  return { name, value: dataUri(headers, fileName, content.subarray(0, keptOfFile)), isFile: true };
}

/** A parameter of Content-Disposition, quoted or not. */
function parameterOf(headers: string, parameter: string): string | undefined {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  const match = new RegExp(`[;\\s]${parameter}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(disposition);
  const value = match?.[1] ?? match?.[2];
  // Browsers write quotes and line breaks of a name this way.
  return value?.replace(/%(22|0D|0A)/gi, (sequence) => decodeURIComponent(sequence));
}

function dataUri(headers: string, fileName: string, content: Uint8Array): string {
  const mediaType = /^content-type:\s*([\w.+-]+\/[\w.+-]+)/im.exec(headers)?.[1] ?? 'application/octet-stream';
  return `data:${mediaType};name=${encodeURIComponent(fileName)};base64,${toBase64(content)}`;
}

function utf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function unreadable(detail: string): ParsedMultipart {
  return { kind: 'unreadable', detail };
}
