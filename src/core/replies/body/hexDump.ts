const rowLength = 16;

/** Bytes as hex editors show them: where they stand, their digits, and the characters among them. */
export function hexDump(bytes: Uint8Array): string {
  const starts = Array.from({ length: Math.ceil(bytes.length / rowLength) }, (_unused, row) => row * rowLength);
  return starts.map((start) => rowOf(start, bytes.subarray(start, start + rowLength))).join('\n');
}

function rowOf(start: number, bytes: Uint8Array): string {
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  const characters = Array.from(bytes, (byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join(
    '',
  );
  return `${start.toString(16).padStart(8, '0')}  ${digits.padEnd(3 * rowLength - 1)}  ${characters}`;
}
