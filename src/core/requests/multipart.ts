import type { JsonObject } from '../../protocol/json';
import type { LoadedFiles } from '../attachments/loadedFile';
import type { BodyPart, FilePart, Headers, HttpBody } from '../http';
import { textOrJson } from '../json/values/textOrJson';
import { joinPointer } from './pointer';

/** multipart/form-data (RFC 7578). The text form names files by size instead of showing their bytes. */
export function encodeMultipart(body: JsonObject, files: LoadedFiles, boundary: string): HttpBody {
  const parts = Object.entries(body).map(([name, value]): BodyPart => {
    const file = files.get(joinPointer('/body', name));
    if (file === undefined) return { kind: 'text', name, value: textOrJson(value) };
    const { name: fileName, mediaType, bytes, path } = file;
    return { kind: 'file', name, fileName, mediaType, size: bytes.length, path, bytes };
  });
  const pieces = multipartPieces(parts, boundary);
  return {
    text: textOf(pieces),
    bytes: concatenate(pieces.map(bytesOf)),
    parts,
  };
}

/** What the body is made of, in its order: text as it is sent, and the content of files. */
export function multipartPieces(parts: readonly BodyPart[], boundary: string): readonly (string | FilePart)[] {
  return [...parts.flatMap((part) => piecesOf(part, boundary)), `--${boundary}--\r\n`];
}

/** What is printed and stored of a body of these parts. */
export function multipartText(parts: readonly BodyPart[], headers: Headers): string {
  return textOf(multipartPieces(parts, boundaryOf(headers)));
}

export function boundaryOf(headers: Headers): string {
  return /; boundary=(.*)$/.exec(headers['content-type'] ?? '')?.[1] ?? '';
}

/** Parts to be shown or stored: their texts changed, and no content of files that are found by their path. */
export function shownParts(
  parts: readonly BodyPart[],
  change: (text: string, name?: string) => string,
): readonly BodyPart[] {
  return parts.map((part) => {
    if (part.kind === 'text') return { ...part, value: change(part.value, part.name) };
    const { bytes, path, ...facts } = part;
    const source = path === undefined ? { path, ...(bytes && { bytes }) } : { path: change(path) };
    return { ...facts, fileName: change(part.fileName), ...source };
  });
}

function textOf(pieces: readonly (string | FilePart)[]): string {
  return pieces.map((piece) => (typeof piece === 'string' ? piece : `(${piece.size} bytes)`)).join('');
}

function piecesOf(part: BodyPart, boundary: string): readonly (string | FilePart)[] {
  const start = `--${boundary}\r\nContent-Disposition: form-data; name="${quotedName(part.name)}"`;
  if (part.kind === 'text') return [`${start}\r\n\r\n${part.value}\r\n`];
  const head = `${start}; filename="${quotedName(part.fileName)}"\r\nContent-Type: ${part.mediaType}\r\n\r\n`;
  return [head, part, '\r\n'];
}

function bytesOf(piece: string | FilePart): Uint8Array {
  if (typeof piece === 'string') return new TextEncoder().encode(piece);
  return piece.bytes ?? new Uint8Array();
}

/** As browsers do: a quote or line break would end the header early. */
export function quotedName(name: string): string {
  return name.replace(/["\r\n]/g, (character) => encodeURIComponent(character));
}

function concatenate(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}
