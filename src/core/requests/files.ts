import type { Problem } from '../problem';
import type { Operation, RequestValues } from '../provider';
import type { FileOutcome } from '../sending/ports';
import { fieldsByMeta } from './fieldsByMeta';
import { getAt, setAt } from './pointer';

export interface LoadedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Files of multipart bodies, by pointer into the request. */
export type LoadedFiles = ReadonlyMap<string, LoadedFile>;

export type FilesOutcome =
  | { readonly kind: 'loaded'; readonly values: RequestValues; readonly files: LoadedFiles }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Reads what the file fields name. Fields that travel as base64 text get the content in their place. */
export async function loadFiles(
  operation: Operation,
  values: RequestValues,
  readFile: (path: string) => Promise<FileOutcome>,
): Promise<FilesOutcome> {
  const files = new Map<string, LoadedFile>();
  let loaded = values;
  for (const { pointer, value, inline } of fileFields(operation, values)) {
    const file = await loadFile(value, readFile);
    if ('problem' in file) return { kind: 'failed', problem: file.problem };
    if (inline) loaded = setAt(loaded, pointer, toBase64(file.bytes)) as RequestValues;
    else files.set(pointer, file);
  }
  return { kind: 'loaded', values: loaded, files };
}

interface FileFieldValue {
  readonly pointer: string;
  readonly value: string;
  /** Travels as base64 text. */
  readonly inline: boolean;
}

function fileFields({ request }: Operation, values: RequestValues): readonly FileFieldValue[] {
  const schema = request.body;
  if (schema === undefined) return [];
  return (['file', 'fileBase64'] as const).flatMap((widget) =>
    fieldsByMeta(schema, values.body, (meta) => meta.widget === widget, '/body').flatMap((pointer) => {
      const value = getAt(values, pointer);
      const inline = widget === 'fileBase64';
      const isContent = typeof value !== 'string' || (inline && isBase64(value));
      return isContent ? [] : [{ pointer, value, inline }];
    }),
  );
}

async function loadFile(
  value: string,
  readFile: (path: string) => Promise<FileOutcome>,
): Promise<LoadedFile | { problem: Problem }> {
  if (value.startsWith('data:')) return readDataUri(value);
  const outcome = await readFile(value);
  if (outcome.kind === 'unreadable') {
    return { problem: { kind: 'unreadableFile', path: value, reason: outcome.reason } };
  }
  return { name: outcome.name, mediaType: mediaTypeOf(outcome.name), bytes: outcome.bytes };
}

const dataUri = /^data:([\w.+-]+\/[\w.+-]+)?((?:;[\w-]+=[^;,]*)*)(;base64)?,(.*)$/s;

/** `data:<type>;name=<encoded name>;base64,<content>`, name and base64 optional. */
export function readDataUri(uri: string): LoadedFile | { problem: Problem } {
  const match = dataUri.exec(uri);
  const content = match ? decodeContent(match[4] ?? '', match[3] !== undefined) : undefined;
  if (!match || content === undefined) {
    return { problem: { kind: 'unreadableFile', path: uri.slice(0, 40), reason: 'it is not a data: URI' } };
  }
  const name = /;name=([^;,]*)/.exec(match[2] ?? '')?.[1];
  return {
    name: name === undefined ? 'document.pdf' : decodeURIComponent(name),
    mediaType: match[1] ?? 'application/octet-stream',
    bytes: content,
  };
}

function decodeContent(content: string, isEncoded: boolean): Uint8Array | undefined {
  try {
    if (!isEncoded) return new TextEncoder().encode(decodeURIComponent(content));
    return Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
  } catch {
    // atob and decodeURIComponent throw on text that is not encoded as announced.
    return undefined;
  }
}

function isBase64(value: string): boolean {
  return /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(value);
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}

const mediaTypes: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  txt: 'text/plain',
};

/** By the extension of a file name. */
export function mediaTypeOf(name: string): string {
  const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return (Object.hasOwn(mediaTypes, extension) ? mediaTypes[extension] : undefined) ?? 'application/octet-stream';
}
