import { t } from '@vscode/l10n';
import { markedCharset, unmarkedUtf16 } from '../replies/body/charset';

export type DecodedFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'undecodable'; readonly detail: string };

/** The text of a request file, which is UTF-8 with or without a byte order mark. Nothing is guessed. */
export function decodeRequestFile(bytes: Uint8Array): DecodedFile {
  const encoding = otherEncoding(bytes);
  if (encoding !== undefined) return { kind: 'undecodable', detail: `${encoding} ${t('Save it as UTF-8.')}` };
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'undecodable', detail: `${singleByteEncoding(bytes)} ${t('Save it as UTF-8.')}` };
  }
}

function otherEncoding(bytes: Uint8Array): string | undefined {
  const marked = markedCharset(bytes);
  if (marked === 'utf-16le' || marked === 'utf-16be' || unmarkedUtf16(bytes)) return t('The file is saved as UTF-16.');
  return bytes.subarray(0, 1024).includes(0) ? t('The file is no text.') : undefined;
}

/** Windows-1252 has letters and quotes where ISO-8859-1 has control characters. */
function singleByteEncoding(bytes: Uint8Array): string {
  return bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)
    ? t('The file is not UTF-8, but apparently Windows-1252.')
    : t('The file is not UTF-8, but apparently ISO-8859-1 or Windows-1252.');
}
