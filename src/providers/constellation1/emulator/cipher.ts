/*
 * Stands in for the vendor's Rijndael: a text that looks encrypted, and that only the same salt turns back. It keeps
 * nothing secret, and need not: the keys of the emulator are printed when it starts.
 */

const blockSize = 32;

export function encryptText(plainText: string, salt: string): string {
  const bytes = new TextEncoder().encode(plainText);
  const padded = new Uint8Array(Math.ceil((bytes.length + 1) / blockSize) * blockSize);
  padded.set(bytes);
  return btoa(String.fromCharCode(...mixed(padded, salt)));
}

/** Undefined when the text is none that was encrypted. With another salt another text comes out. */
export function decryptText(encrypted: string, salt: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(encrypted), (character) => character.charCodeAt(0));
    const plain = mixed(bytes, salt);
    const end = plain.indexOf(0);
    return new TextDecoder('utf-8').decode(end < 0 ? plain : plain.subarray(0, end));
  } catch {
    // atob throws on what is not base64.
    return undefined;
  }
}

/** The same once more gives back what was there before. */
function mixed(bytes: Uint8Array, salt: string): Uint8Array {
  const key = new TextEncoder().encode(salt);
  let state = 0x811c9dc5;
  return bytes.map((byte, index) => {
    state = Math.imul(state ^ (key[index % key.length] ?? 0), 0x01000193) >>> 0;
    return byte ^ (state >>> 24);
  });
}
