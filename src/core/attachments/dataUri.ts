import { t } from '@vscode/l10n';
import { shortened } from '../quoting/shortened';
import { fromBase64, toBase64 } from './base64';

/** Content that stands in the request itself. */
export interface EmbeddedFile {
  readonly name: string;
  /** The name is the file's own, not the one that a file without a name is sent under. */
  readonly isNamed: boolean;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export type DataUriOutcome =
  | ({ readonly kind: 'read' } & EmbeddedFile)
  | { readonly kind: 'unreadable'; readonly reason: string };

export function isDataUri(value: string): boolean {
  return /^data:/i.test(value);
}

/** `data:<type>;name=<encoded name>;base64,<content>`; type, name and base64 may be left out. */
export function readDataUri(uri: string): DataUriOutcome {
  const comma = uri.indexOf(',');
  if (!isDataUri(uri) || comma < 0) return unreadable(t('A data: URI has a comma in front of its content.'));
  const [mediaType = '', ...parameters] = uri.slice('data:'.length, comma).split(';');
  if (mediaType !== '' && !/^[\w.+-]+\/[\w.+-]+$/.test(mediaType)) {
    return unreadable(
      t('"{0}" in the data: URI is no media type; write for example application/pdf.', shortened(mediaType)),
    );
  }
  const name = nameIn(parameters);
  if (typeof name === 'object') return name;
  const content = contentOf(uri.slice(comma + 1), parameters.at(-1)?.toLowerCase() === 'base64');
  if ('reason' in content) return unreadable(content.reason);
  return {
    kind: 'read',
    name: name ?? 'document.pdf',
    isNamed: name !== undefined,
    mediaType: mediaType || 'application/octet-stream',
    bytes: content.bytes,
  };
}

/** The name that a data: URI carries; undefined when it carries none, or one that cannot be read. */
export function nameOfDataUri(uri: string): string | undefined {
  const name = nameIn(uri.slice(0, Math.max(0, uri.indexOf(','))).split(';'));
  return typeof name === 'object' ? undefined : name;
}

export function writeDataUri(file: Pick<EmbeddedFile, 'name' | 'mediaType' | 'bytes'>): string {
  return `data:${file.mediaType};name=${encodeURIComponent(file.name)};base64,${toBase64(file.bytes)}`;
}

function nameIn(parameters: readonly string[]): string | undefined | (DataUriOutcome & { kind: 'unreadable' }) {
  const given = parameters.find((parameter) => /^name=/i.test(parameter))?.slice('name='.length);
  if (given === undefined) return undefined;
  try {
    return decodeURIComponent(given);
  } catch {
    // Only text that was not encoded makes it throw.
    return unreadable(
      t('The name "{0}" in the data: URI holds a % that encodes nothing; write it as %25.', shortened(given)),
    );
  }
}

type Content = { readonly bytes: Uint8Array } | { readonly reason: string };

function contentOf(written: string, isBase64: boolean): Content {
  const bytes = unescapePercent(written);
  if (bytes === undefined) {
    return { reason: t('The content of the data: URI holds a % that encodes nothing; write it as %25.') };
  }
  if (!isBase64) return { bytes };
  const decoded = fromBase64(written.includes('%') ? new TextDecoder().decode(bytes) : written);
  return decoded === undefined
    ? { reason: t('The content of the data: URI is not base64 as announced.') }
    : { bytes: decoded };
}

/** `%xx` stands for a byte, whatever the bytes make up. */
function unescapePercent(text: string): Uint8Array | undefined {
  if (/%(?![0-9a-f]{2})/i.test(text)) return undefined;
  const bytes = new TextEncoder().encode(text);
  if (!text.includes('%')) return bytes;
  const percent = 0x25;
  let length = 0;
  for (let index = 0; index < bytes.length; index++) {
    const byte = bytes[index] ?? 0;
    bytes[length++] = byte === percent ? hexAt(bytes, index + 1) : byte;
    if (byte === percent) index += 2;
  }
  return bytes.slice(0, length);
}

function hexAt(bytes: Uint8Array, index: number): number {
  return Number.parseInt(String.fromCharCode(...bytes.subarray(index, index + 2)), 16);
}

function unreadable(reason: string): DataUriOutcome & { kind: 'unreadable' } {
  return { kind: 'unreadable', reason };
}
