/** Several times as fast as `btoa`, which takes a text of bytes and looks at each of its characters. */
export function toBase64(bytes: Uint8Array): string {
  const codes = new Uint8Array(Math.ceil(bytes.length / 3) * 4);
  let to = 0;
  for (let from = 0; from < bytes.length; from += 3) {
    const bits = (byteAt(bytes, from) << 16) | (byteAt(bytes, from + 1) << 8) | byteAt(bytes, from + 2);
    codes[to++] = byteAt(digits, bits >> 18);
    codes[to++] = byteAt(digits, (bits >> 12) & 63);
    codes[to++] = byteAt(digits, (bits >> 6) & 63);
    codes[to++] = byteAt(digits, bits & 63);
  }
  const missing = (3 - (bytes.length % 3)) % 3;
  return decoder.decode(codes.fill(padding, codes.length - missing));
}

function byteAt(bytes: Uint8Array, at: number): number {
  return bytes[at] ?? 0;
}

const digits = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const padding = 0x3d;
const decoder = new TextDecoder();

/** Line breaks and blanks are passed over, and padding may be missing; undefined when the text is not base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  const compact = /\s/.test(text) ? text.replace(/\s/g, '') : text;
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(compact)) return undefined;
  try {
    return Uint8Array.from(atob(compact), (character) => character.charCodeAt(0));
  } catch {
    // The alphabet fits, the length does not.
    return undefined;
  }
}
