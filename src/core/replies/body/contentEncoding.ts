type Headers = Readonly<Record<string, string>>;

/** What bodies are unpacked from, by the names that servers write. */
const knownEncodings: ReadonlySet<string> = new Set(['', 'identity', 'gzip', 'x-gzip', 'deflate', 'x-deflate', 'br']);

/** How a body is packed, in lower case; empty for one that says nothing. */
export function contentEncoding(headers: Headers): string {
  return (headers['content-encoding'] ?? '').trim().toLowerCase();
}

/** How a body is packed that nobody here can unpack. */
export function unknownEncoding(headers: Headers): string | undefined {
  const encoding = contentEncoding(headers);
  return knownEncodings.has(encoding) ? undefined : encoding;
}
