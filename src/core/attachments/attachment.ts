import { t } from '@vscode/l10n';
import type { Issue } from '../../protocol/form';
import { sizeText } from '../../protocol/words/sizeText';
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

export { sizeText };

function embeddedText({ bytes, name, isNamed }: LoadedFile, kind: FileKind): string {
  const [size, what] = [sizeText(bytes.length), kindText(bytes, kind)];
  return isNamed
    ? t('{0} of content given as text for {1}, {2}', size, name, what)
    : t('{0} of content given as text, {1}', size, what);
}

function kindText(bytes: Uint8Array, kind: FileKind): string {
  const oddity = kind === 'pdf' ? oddityOfPdf(bytes) : undefined;
  const name = fileKindNames()[kind];
  return oddity === undefined ? name : `${name} (${oddity})`;
}

function warningsOf(pointer: string, file: LoadedFile, kind: FileKind): readonly Issue[] {
  const name = file.path ?? (file.isNamed ? file.name : undefined);
  if (kind === 'empty') {
    const message = name === undefined ? t('The content is empty.') : t('{0} is empty.', name);
    return [warning(pointer, 'empty_file', message)];
  }
  return kind === 'pdf' || !isCalledPdf(file) ? [] : [warning(pointer, 'not_a_pdf', notPdf(name, kind))];
}

function notPdf(name: string | undefined, kind: FileKind): string {
  if (kind === 'unknown') {
    return name === undefined
      ? t('The content is no PDF: it does not begin as one.')
      : t('{0} is no PDF: it does not begin as one.', name);
  }
  const found = fileKindNames()[kind];
  return name === undefined
    ? t('The content is no PDF: by its first bytes it is: {0}.', found)
    : t('{0} is no PDF: by its first bytes it is: {1}.', name, found);
}

function isCalledPdf({ name, isNamed, mediaType }: LoadedFile): boolean {
  return mediaType === 'application/pdf' || (isNamed && /\.pdf$/i.test(name));
}

function warning(pointer: string, code: string, message: string): Issue {
  return { pointer, code, message, severity: 'warning' };
}
