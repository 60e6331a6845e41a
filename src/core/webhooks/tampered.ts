const quote = 0x22;
const backslash = 0x5c;
const space = 0x20;

/** JSON that has changed by a byte after it was signed, and is JSON still. */
export function tampered(body: Uint8Array): Uint8Array {
  const digit = body.findLastIndex((byte) => byte >= 0x30 && byte <= 0x39);
  if (digit >= 0) return flipped(body, digit, 0x01);
  const letter = lastLetterOfTexts(body);
  // The other case of the same letter.
  return letter === undefined ? Uint8Array.of(...body, space) : flipped(body, letter, 0x20);
}

function flipped(body: Uint8Array, at: number, bit: number): Uint8Array {
  return body.map((byte, index) => (index === at ? byte ^ bit : byte));
}

/** Not of `true`, and not of an escape: they would be no JSON in the other case. */
function lastLetterOfTexts(body: Uint8Array): number | undefined {
  let last: number | undefined;
  let isText = false;
  let isEscape = false;
  for (const [at, byte] of body.entries()) {
    if (isEscape) isEscape = false;
    else if (byte === backslash) isEscape = true;
    else if (byte === quote) isText = !isText;
    else if (isText && isLetter(byte)) last = at;
  }
  return last;
}

function isLetter(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}
