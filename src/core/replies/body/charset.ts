export interface Charset {
  /** A label that TextDecoder knows. */
  readonly label: string;
  /** The charset of the header, where nobody knows it. */
  readonly unknown?: string;
}

/** How bytes are spelled: by their byte order mark, by the header, by the zeros of UTF-16, otherwise UTF-8. */
export function charsetOf(bytes: Uint8Array, contentType: string): Charset {
  const marked = markedCharset(bytes);
  if (marked !== undefined) return { label: marked };
  const named = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType)?.[1];
  if (named !== undefined) return isKnown(named) ? { label: named } : { label: 'utf-8', unknown: named };
  return { label: unmarkedUtf16(bytes) ?? 'utf-8' };
}

/** By the byte order mark. */
export function markedCharset(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** A text in UTF-16 without a mark: every other byte of its first ASCII characters is zero. */
export function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second, third, fourth] = bytes;
  if (bytes.length < 4) return undefined;
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  return first === 0 && second !== 0 && third === 0 && fourth !== 0 ? 'utf-16be' : undefined;
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    // It throws for labels of no encoding.
    return false;
  }
}
