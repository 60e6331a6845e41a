export interface ZipEntry {
  readonly name: string;
  readonly content: Uint8Array;
}

/** A ZIP archive of files as they are, not packed: what emulators answer where an API sends several files. */
export function zip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const shared = sharedHeader(content, encoder.encode(name));
    const file = joined([numbers([[signatures.file, 4]]), shared.header, shared.name]);
    directory.push(directoryEntry(shared, offset));
    files.push(file, content);
    offset += file.length + content.length;
  }
  const listed = joined(directory);
  const count = entries.length;
  const end = numbers([
    [signatures.end, 4],
    [0, 2],
    [0, 2],
    [count, 2],
    [count, 2],
    [listed.length, 4],
    [offset, 4],
    [0, 2],
  ]);
  return joined([...files, listed, end]);
}

const encoder = new TextEncoder();
const signatures = { file: 0x04034b50, entry: 0x02014b50, end: 0x06054b50 } as const;

interface SharedHeader {
  readonly header: Uint8Array;
  readonly name: Uint8Array;
}

/** What stands before a file, and again in the directory at the end. Names are UTF-8; the time is that of 1980. */
function sharedHeader(content: Uint8Array, name: Uint8Array): SharedHeader {
  const header = numbers([
    [20, 2],
    [0x0800, 2],
    [0, 2],
    [0, 2],
    [0x21, 2],
    [crc32(content), 4],
    [content.length, 4],
    [content.length, 4],
    [name.length, 2],
    [0, 2],
  ]);
  return { header, name };
}

function directoryEntry({ header, name }: SharedHeader, offset: number): Uint8Array {
  const start = numbers([
    [signatures.entry, 4],
    [20, 2],
  ]);
  const rest = numbers([
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [offset, 4],
  ]);
  return joined([start, header, rest, name]);
}

/** Little end first. */
function numbers(list: readonly (readonly [value: number, size: number])[]): Uint8Array {
  return Uint8Array.from(
    list.flatMap(([value, size]) => Array.from({ length: size }, (_unused, index) => (value >>> (8 * index)) & 0xff)),
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const crcTable = Uint32Array.from({ length: 256 }, (_unused, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = (value & 1) === 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(content: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of content) value = (crcTable[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
