export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  }
  return btoa(binary);
}

/** Line breaks and blanks are passed over, and padding may be missing; undefined when the text is not base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  const digits = /\s/.test(text) ? text.replace(/\s/g, '') : text;
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(digits)) return undefined;
  try {
    return Uint8Array.from(atob(digits), (character) => character.charCodeAt(0));
  } catch {
    // The alphabet fits, the length does not.
    return undefined;
  }
}
