import { t } from '@vscode/l10n';
import type { Operation, RequestValues } from '../operation';
import type { Problem } from '../problems/problem';
import { shortened } from '../quoting/shortened';
import { fieldsByMeta } from '../requests/fieldsByMeta';
import { getAt, setAt } from '../requests/pointer';
import type { FileOutcome } from '../sending/ports';
import { type Attachment, attachmentOf } from './attachment';
import { fromBase64, toBase64 } from './base64';
import { isDataUri, readDataUri } from './dataUri';
import { hasSignature } from './fileKind';
import type { LoadedFile, LoadedFiles } from './loadedFile';
import { mediaTypeOf } from './mediaType';
import { longestName } from './namedFile';

export type UnreadableFile = Problem & { readonly kind: 'unreadableFile' };

export type ReadFile = (path: string) => Promise<FileOutcome>;

export type FilesOutcome =
  | {
      readonly kind: 'loaded';
      readonly values: RequestValues;
      readonly files: LoadedFiles;
      readonly attachments: readonly Attachment[];
    }
  | { readonly kind: 'failed'; readonly problem: Problem };

/** Reads what the file fields name. Fields that travel as base64 text get the content in their place. */
export async function loadFiles(
  operation: Operation,
  values: RequestValues,
  readFile: ReadFile,
): Promise<FilesOutcome> {
  const files = new Map<string, LoadedFile>();
  const attachments: Attachment[] = [];
  let loaded = values;
  for (const field of fileFields(operation, values)) {
    const file = await loadFile(field, readFile);
    if ('problem' in file) return { kind: 'failed', problem: file.problem };
    attachments.push(attachmentOf(field.pointer, file));
    if (!field.inline) files.set(field.pointer, file);
    // What is base64 already goes out as it was written.
    else if (!file.isEncoded) loaded = setAt(loaded, field.pointer, toBase64(file.bytes));
  }
  return { kind: 'loaded', values: loaded, files, attachments };
}

export interface FileFieldValue {
  readonly pointer: string;
  readonly value: string;
  /** Travels as base64 text. */
  readonly inline: boolean;
}

export function fileFields({ request }: Operation, values: RequestValues): readonly FileFieldValue[] {
  const schema = request.body;
  if (schema === undefined) return [];
  return (['file', 'fileBase64'] as const).flatMap((widget) =>
    fieldsByMeta(schema, values.body, (meta) => meta.widget === widget, '/body').flatMap((pointer) => {
      const value = getAt(values, pointer);
      return typeof value === 'string' ? [{ pointer, value, inline: widget === 'fileBase64' }] : [];
    }),
  );
}

/**
 * A value is content only where it says so itself: as a data: URI, or in a field of base64 as the base64 of a known kind
 * of file, unless a file has that very name. Everything else is a path, and a path that leads nowhere is a problem.
 */
export async function loadFile(
  { value, inline }: Pick<FileFieldValue, 'value' | 'inline'>,
  readFile: ReadFile,
): Promise<LoadedFile | { problem: UnreadableFile }> {
  if (isDataUri(value)) return embedded(value);
  const bytes = inline ? wholeBase64(value) : undefined;
  const outcome = bytes !== undefined && value.length > longestName ? undefined : await readFile(value);
  if (outcome?.kind === 'read') {
    const { name, bytes } = outcome;
    return { name, isNamed: true, mediaType: mediaTypeOf(name), bytes, path: value };
  }
  if (bytes !== undefined && (outcome === undefined || hasSignature(bytes))) return encoded(bytes);
  const reasons = [
    ...(outcome === undefined ? [] : [outcome.reason]),
    ...(bytes === undefined
      ? []
      : [t('Content that is to be sent itself is written as data:<type>;base64,<content>.')]),
  ];
  return unreadable(shortened(value, mostNamed), reasons.join(' '));
}

function embedded(uri: string): LoadedFile | { problem: UnreadableFile } {
  const outcome = readDataUri(uri);
  if (outcome.kind === 'unreadable') return unreadable(shortened(uri, mostNamed), outcome.reason);
  const { name, isNamed, mediaType, bytes } = outcome;
  return { name, isNamed, mediaType, bytes, path: undefined };
}

/** Of a value that is base64 to its last character, padding included. */
function wholeBase64(value: string): Uint8Array | undefined {
  return value.replace(/\s/g, '').length % 4 === 0 ? fromBase64(value) : undefined;
}

function encoded(bytes: Uint8Array): LoadedFile {
  const mediaType = 'application/octet-stream';
  return { name: 'content', isNamed: false, mediaType, bytes, path: undefined, isEncoded: true };
}

function unreadable(path: string, reason: string): { problem: UnreadableFile } {
  return { problem: { kind: 'unreadableFile', path, reason } };
}

/** A whole file is no name to be shown. */
const mostNamed = 200;
