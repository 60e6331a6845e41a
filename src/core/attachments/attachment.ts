import type { Issue } from '../../protocol/form';
import { type FileKind, fileKindNames, fileKindOf, oddityOfPdf } from './fileKind';
import type { LoadedFile } from './loadedFile';

/** What a file field took, without the bytes: to be said wherever the request is spoken of. */
export interface Attachment {
  /** Of the field. */
  readonly pointer: string;
  /** As the request names it; undefined for content that stands in the request itself. */
  readonly path: string | undefined;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly kind: FileKind;
  /** What it was taken for, in words. */
  readonly text: string;
  readonly warnings: readonly Issue[];
}

export function attachmentOf(pointer: string, file: LoadedFile): Attachment {
  const { path, name, mediaType, bytes } = file;
  const kind = fileKindOf(bytes);
  const size = bytes.length;
  const text = path === undefined ? embeddedText(file, kind) : `${path}, ${sizeText(size)}, ${kindText(bytes, kind)}`;
  return { pointer, path, name, mediaType, size, kind, text, warnings: warningsOf(pointer, file, kind) };
}

/** An attachment to be shown: its texts changed. */
export function shownAttachment(attachment: Attachment, change: (text: string) => string): Attachment {
  const { path, name, text, warnings } = attachment;
  return {
    ...attachment,
    path: path === undefined ? undefined : change(path),
    name: change(name),
    text: change(text),
    warnings: warnings.map((warning) => ({ ...warning, message: change(warning.message) })),
  };
}

/** Decimal, as file managers of most systems count. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  const [amount, unit] = bytes < 1_000_000 ? [bytes / 1000, 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${amount < 10 ? amount.toFixed(1).replace(/\.0$/, '') : Math.round(amount)} ${unit}`;
}

function embeddedText({ bytes, name, isNamed }: LoadedFile, kind: FileKind): string {
  return `${sizeText(bytes.length)} of content given as text${isNamed ? ` for ${name}` : ''}, ${kindText(bytes, kind)}`;
}

function kindText(bytes: Uint8Array, kind: FileKind): string {
  const oddity = kind === 'pdf' ? oddityOfPdf(bytes) : undefined;
  return oddity === undefined ? fileKindNames[kind] : `${fileKindNames[kind]} (${oddity})`;
}

function warningsOf(pointer: string, file: LoadedFile, kind: FileKind): readonly Issue[] {
  const what = file.path ?? (file.isNamed ? file.name : 'The content');
  if (kind === 'empty') return [warning(pointer, 'empty_file', `${what} is empty.`)];
  if (kind === 'pdf' || !isCalledPdf(file)) return [];
  const found = kind === 'unknown' ? 'it does not begin as one' : `by its first bytes it is: ${fileKindNames[kind]}`;
  return [warning(pointer, 'not_a_pdf', `${what} is no PDF: ${found}.`)];
}

function isCalledPdf({ name, isNamed, mediaType }: LoadedFile): boolean {
  return mediaType === 'application/pdf' || (isNamed && /\.pdf$/i.test(name));
}

function warning(pointer: string, code: string, message: string): Issue {
  return { pointer, code, message, severity: 'warning' };
}
