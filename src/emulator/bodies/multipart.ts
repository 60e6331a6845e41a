import { toBase64 } from '../../core/attachments/base64';
import { mostFields, mostHeaderBytes, mostLines, mostTextBytes, type TooMuch, tooMuch } from '../limits';
import { findByte } from './findByte';

/** Name and value of each part in order, and what is in it where it is a file. That becomes a data: URI that keeps its name. */
export type FormParts = readonly FormPart[];
type FormPart = readonly [name: string, value: string, file?: UploadedFile | undefined];

export interface UploadedFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** Contents of files by the names of their parts: views of the body, not copies. */
export type Uploads = ReadonlyMap<string, readonly Uint8Array[]>;

export type ParsedMultipart =
  | { readonly kind: 'parsed'; readonly parts: FormParts; readonly files: Uploads }
  | { readonly kind: 'unreadable'; readonly detail: string }
  | TooMuch;

/** Bytes in a value, enough to tell what a file is: the whole is not searched for references, nor checked as text. */
const keptOfFile = 256;

/**
 * multipart/form-data (RFC 7578), read as the vendors' servers read it: one official client leaves the closing
 * boundary out, so the end of the body ends the last part too.
 */
export function parseMultipart(bytes: Uint8Array, boundary: string): ParsedMultipart {
  const delimiter = new TextEncoder().encode(`--${boundary}`);
  // RFC 2046 ends a boundary at 70 characters.
  if (delimiter.length > 72 || /[\r\n]/.test(boundary)) return unreadable('Its boundary is none.');
  const delimiters = findDelimiters(bytes, delimiter);
  if (typeof delimiters === 'string') return tooMuch(delimiters);
  const parts: FormPart[] = [];
  const files = new Map<string, Uint8Array[]>();
  let textBytes = 0;
  for (const [index, at] of delimiters.entries()) {
    const start = afterDelimiter(bytes, at + delimiter.length);
    if (start === undefined) break;
    if (index >= mostFields) return tooMuch(tooManyParts);
    const next = delimiters[index + 1] ?? bytes.length;
    const part = readPart(bytes.subarray(start, Math.max(start, next - lineBreakBefore(bytes, next))));
    if (part === undefined) continue;
    textBytes += part.textBytes;
    if (textBytes > mostTextBytes) return tooMuch(`Its texts are longer than ${mostTextBytes} bytes.`);
    parts.push([part.name, part.value, part.file]);
    if (part.file !== undefined) addTo(files, part.name, part.file.content);
  }
  return { kind: 'parsed', parts, files };
}

export function boundaryIn(contentType: string): string | undefined {
  const match = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  return match?.[1] ?? match?.[2];
}

function addTo(files: Map<string, Uint8Array[]>, name: string, file: Uint8Array): void {
  const earlier = files.get(name);
  if (earlier === undefined) files.set(name, [file]);
  else earlier.push(file);
}

const utf8 = new TextDecoder('utf-8');
const tooManyParts = `It holds more than ${mostFields} parts.`;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const dash = 0x2d;

/**
 * Where lines begin with the delimiter, or why there are too many. Every byte is looked at once: a boundary cannot
 * hold the line feed that it stands behind, so that lines which nearly are one never overlap.
 */
function findDelimiters(bytes: Uint8Array, delimiter: Uint8Array): readonly number[] | string {
  const found: number[] = [];
  let line = 0;
  for (let count = 0; count <= mostLines; count += 1) {
    if (bytes[line] === dash && startsWith(bytes, delimiter, line)) found.push(line);
    // One more than parts may only close the body.
    if (found.length > mostFields + 1) return tooManyParts;
    const end = findByte(bytes, lineFeed, line);
    if (end < 0) return found;
    line = end + 1;
  }
  return `It holds more than ${mostLines} lines.`;
}

function startsWith(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  for (let index = 0; index < wanted.length; index += 1) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}

/** Where the part behind a delimiter begins; undefined after the closing one and at the end. */
function afterDelimiter(bytes: Uint8Array, after: number): number | undefined {
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
  /** Of its headers, and of its content unless that is a file. */
  readonly textBytes: number;
  readonly file?: UploadedFile | undefined;
}

/** Undefined without headers that name it. */
function readPart(part: Uint8Array): Part | undefined {
  const gap = findBlankLine(part);
  if (gap === undefined) return undefined;
  const headers = utf8.decode(part.subarray(0, gap));
  const content = part.subarray(findByte(part, lineFeed, gap + 1) + 1);
  const name = parameterOf(headers, 'name');
  if (name === undefined) return undefined;
  const fileName = parameterOf(headers, 'filename');
  if (fileName !== undefined) {
    const file = { fileName, mediaType: mediaTypeOf(headers), content };
    return { name, value: dataUri(file), textBytes: gap, file };
  }
  const textBytes = gap + content.length;
  return { name, value: textBytes > mostTextBytes ? '' : utf8.decode(content), textBytes };
}

/** The end of the line before the first that is blank; undefined when there is none where headers may be. */
function findBlankLine(part: Uint8Array): number | undefined {
  let end = findByte(part, lineFeed, 0);
  while (end >= 0 && end < mostHeaderBytes) {
    const next = part[end + 1] === carriageReturn ? end + 2 : end + 1;
    if (part[next] === lineFeed) return end;
    end = findByte(part, lineFeed, end + 1);
  }
  return undefined;
}

/** A parameter of Content-Disposition, quoted or not. */
function parameterOf(headers: string, parameter: string): string | undefined {
  const disposition = /^content-disposition:(.*)$/im.exec(headers)?.[1] ?? '';
  const match = new RegExp(`[;\\s]${parameter}=(?:"([^"]*)"|([^;\\s]+))`, 'i').exec(disposition);
  const value = match?.[1] ?? match?.[2];
  // Browsers write quotes and line breaks of a name this way.
  return value?.replace(/%(22|0D|0A)/gi, (sequence) => decodeURIComponent(sequence));
}

function mediaTypeOf(headers: string): string {
  return /^content-type:\s*([\w.+-]+\/[\w.+-]+)/im.exec(headers)?.[1] ?? 'application/octet-stream';
}

function dataUri({ mediaType, fileName, content }: UploadedFile): string {
  const beginning = toBase64(content.subarray(0, keptOfFile));
  return `data:${mediaType};name=${encodeURIComponent(fileName)};base64,${beginning}`;
}

function unreadable(detail: string): ParsedMultipart {
  return { kind: 'unreadable', detail };
}
