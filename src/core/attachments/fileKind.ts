import { t } from '@vscode/l10n';

/** What a file is by its bytes, whatever its name says. */
export type FileKind = 'empty' | 'pdf' | 'word' | 'zip' | 'png' | 'jpeg' | 'text' | 'unknown';

export const fileKindNames = (): Readonly<Record<FileKind, string>> => ({
  empty: t('empty'),
  pdf: 'PDF',
  word: t('Word document'),
  zip: t('ZIP archive'),
  png: t('PNG image'),
  jpeg: t('JPEG image'),
  text: t('text'),
  unknown: t('unknown kind'),
});

export function fileKindOf(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  const signed = signatures.find(({ start }) => bytesAt(bytes, 0, start.length) === start)?.kind;
  if (signed === 'zip') return bytesAt(bytes, 0, looked).includes('word/') ? 'word' : 'zip';
  if (signed !== undefined) return signed;
  // Readers of PDF pass over what stands in front of it.
  if (bytesAt(bytes, 0, 1024).includes('%PDF-')) return 'pdf';
  return isText(bytes.subarray(0, looked)) ? 'text' : 'unknown';
}

/** What a PDF says of itself at its end, in words; undefined when it is an ordinary one. */
export function oddityOfPdf(bytes: Uint8Array): string | undefined {
  const end = bytesAt(bytes, Math.max(0, bytes.length - looked), looked);
  if (!end.includes('%%EOF')) return t('its end is missing');
  return end.includes('/Encrypt') ? t('encrypted') : undefined;
}

/** Whether the bytes begin with the mark of a kind of file: no text in base64 does so by chance. */
export function hasSignature(bytes: Uint8Array): boolean {
  return signatures.some(({ start }) => bytesAt(bytes, 0, start.length) === start);
}

const looked = 4096;

const signatures: readonly { readonly start: string; readonly kind: FileKind }[] = [
  { start: '%PDF', kind: 'pdf' },
  { start: 'PK\x03\x04', kind: 'zip' },
  { start: '\x89PNG', kind: 'png' },
  { start: '\xff\xd8\xff', kind: 'jpeg' },
  { start: '\xd0\xcf\x11\xe0', kind: 'word' },
];

/** One character for each byte. */
function bytesAt(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length));
}

/** A character that the end of the sample goes through does not count. */
function isText(sample: Uint8Array): boolean {
  const text = new TextDecoder().decode(sample).replace(/\uFFFD{1,3}$/, '');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what tells bytes from text.
  return !/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\uFFFD]/.test(text);
}
