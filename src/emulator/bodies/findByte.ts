/** Where a byte comes next, -1 when it does not. */
export function findByte(bytes: Uint8Array, byte: number, from: number): number {
  // The native search is fastest over long gaps, and costs more than a look at each byte over short ones.
  const near = Math.min(from + 16, bytes.length);
  for (let position = from; position < near; position += 1) {
    if (bytes[position] === byte) return position;
  }
  return near === bytes.length ? -1 : bytes.indexOf(byte, near);
}
