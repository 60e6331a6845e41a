import { toBase64 } from '../core/attachments/base64';

/** Name and value of each part in order. A file becomes a data: URI that keeps its name. */
export type FormParts = readonly (readonly [name: string, value: string])[];

/**
 * multipart/form-data (RFC 7578), read as the vendors' servers read it: one official client leaves the closing
 * boundary out, so the end of the body ends the last part too.
 */
export function parseMultipart(bytes: Uint8Array, boundary: string): FormParts {
  // One character per byte, so that positions in the text are positions in the bytes.
  const text = new TextDecoder('latin1').decode(bytes);
  const parts: (readonly [string, string])[] = [];
  let start = afterDelimiter(text, boundary, 0);
  while (start !== undefined) {
    const end = endOfPart(text, boundary, start);
    const part = parsePart(text, bytes, start, end);
    if (part !== undefined) parts.push(part);
    start = afterDelimiter(text, boundary, end);
  }
  return parts;
}

/** Where the next part begins; undefined after the closing boundary and at the end. */
function afterDelimiter(text: string, boundary: string, from: number): number | undefined {
  const position = text.indexOf(`--${boundary}`, from);
  if (position < 0) return undefined;
  const after = position + boundary.length + 2;
  if (text.startsWith('--', after)) return undefined;
  const lineEnd = text.indexOf('\n', after);
  return lineEnd < 0 ? undefined : lineEnd + 1;
}

function endOfPart(text: string, boundary: string, start: number): number {
  const delimiter = text.indexOf(`\n--${boundary}`, start - 1);
  const end = delimiter < 0 ? text.length : delimiter + 1;
  return Math.max(start, end - lineBreakBefore(text, end));
}

function lineBreakBefore(text: string, end: number): number {
  if (text.endsWith('\r\n', end)) return 2;
  return text.endsWith('\n', end) ? 1 : 0;
}

function parsePart(text: string, bytes: Uint8Array, start: number, end: number): readonly [string, string] | undefined {
  const gap = /\r?\n\r?\n/.exec(text.slice(start, end));
  if (gap === null) return undefined;
  const headers = utf8(bytes.subarray(start, start + gap.index));
  const content = bytes.subarray(start + gap.index + gap[0].length, end);
  const name = parameterOf(headers, 'name');
  if (name === undefined) return undefined;
  const fileName = parameterOf(headers, 'filename');
  return [name, fileName === undefined ? utf8(content) : dataUri(headers, fileName, content)];
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
