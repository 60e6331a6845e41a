import assert from 'node:assert/strict';
import { crc32 } from 'node:zlib';
import { zip } from '../../../../src/kit/files/zip';

/* Read back by the rules of the format (APPNOTE.TXT 4.3), from the directory at the end. */

describe('zip', () => {
  const entries = [
    { name: 'contract.pdf', content: new TextEncoder().encode('%PDF-1.7\n') },
    { name: 'Anhänge/Größe.png', content: Uint8Array.from({ length: 1000 }, (_unused, index) => index) },
    { name: 'empty', content: new Uint8Array() },
  ];

  it('holds each file as it is, under its name', () => {
    assert.deepEqual(
      readZip(Buffer.from(zip(entries))),
      entries.map(({ name, content }) => ({ name, content: Buffer.from(content) })),
    );
  });

  it('may hold nothing', () => assert.deepEqual(readZip(Buffer.from(zip([]))), []));
});

function readZip(bytes: Buffer) {
  const end = bytes.length - 22;
  assert.equal(bytes.readUInt32LE(end), 0x06054b50);
  const [count, size, start] = [
    bytes.readUInt16LE(end + 10),
    bytes.readUInt32LE(end + 12),
    bytes.readUInt32LE(end + 16),
  ];
  assert.equal(start + size, end);
  const files: { name: string; content: Buffer }[] = [];
  let at = start;
  for (let index = 0; index < count; index += 1) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50);
    const [checksum, length, nameLength] = [
      bytes.readUInt32LE(at + 16),
      bytes.readUInt32LE(at + 24),
      bytes.readUInt16LE(at + 28),
    ];
    const name = bytes.subarray(at + 46, at + 46 + nameLength).toString('utf8');
    const offset = bytes.readUInt32LE(at + 42);
    assert.equal(bytes.readUInt32LE(offset), 0x04034b50);
    // What stands before the file says the same of it.
    assert.deepEqual(bytes.subarray(offset + 4, offset + 30), bytes.subarray(at + 6, at + 32));
    const content = bytes.subarray(offset + 30 + nameLength, offset + 30 + nameLength + length);
    assert.equal(crc32(content), checksum);
    files.push({ name, content });
    at += 46 + nameLength;
  }
  assert.equal(at, end);
  return files;
}
