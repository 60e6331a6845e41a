import { type Transform, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';

/**
 * Takes a body apart as it comes. Unlike fetch libraries it is strict about the end: a body that is cut off in the
 * middle of its packing is an error, and what could be unpacked has been taken before. `take` throws to end it.
 */
export async function unpack(
  body: AsyncIterable<Uint8Array | string>,
  encoding: string,
  take: (bytes: Buffer) => Promise<void>,
  onReceived: (bytes: number) => void = () => {},
): Promise<void> {
  const unpackerOf = unpackers.get(encoding);
  if (unpackerOf !== undefined) return takeUnpacked(buffersOf(body, onReceived), unpackerOf, take);
  // Generators and streams that nothing is changed in would cost a small reply more than all else that is done to read it.
  for await (const chunk of body) {
    const bytes = bufferOf(chunk);
    onReceived(bytes.length);
    await take(bytes);
  }
}

async function takeUnpacked(
  chunks: AsyncGenerator<Buffer, void>,
  unpackerOf: Unpacker,
  take: (bytes: Buffer) => Promise<void>,
): Promise<void> {
  const first = await chunks.next();
  if (!first.done) await pipeline(startingWith(first.value, chunks), unpackerOf(first.value), takerOf(take));
}

type Unpacker = (start: Buffer) => Transform;

// What has come is unpacked at once, so that it is there should the rest never come.
const promptly = { flush: zlib.constants.Z_SYNC_FLUSH };
const gunzip: Unpacker = () => zlib.createGunzip(promptly);
/** Some servers leave out the head that tells zlib's format. */
const inflate: Unpacker = ([head = 0]) =>
  (head & 0x0f) === 0x08 ? zlib.createInflate(promptly) : zlib.createInflateRaw(promptly);

const unpackers: ReadonlyMap<string, Unpacker> = new Map([
  ['gzip', gunzip],
  ['x-gzip', gunzip],
  ['deflate', inflate],
  ['x-deflate', inflate],
  ['br', () => zlib.createBrotliDecompress({ flush: zlib.constants.BROTLI_OPERATION_FLUSH })],
]);

async function* buffersOf(
  body: AsyncIterable<Uint8Array | string>,
  onReceived: (bytes: number) => void,
): AsyncGenerator<Buffer, void> {
  for await (const chunk of body) {
    const bytes = bufferOf(chunk);
    onReceived(bytes.length);
    yield bytes;
  }
}

function bufferOf(chunk: Uint8Array | string): Buffer {
  return Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk);
}

async function* startingWith(first: Buffer, others: AsyncGenerator<Buffer, void>): AsyncGenerator<Buffer, void> {
  yield first;
  yield* others;
}

/** The next piece is unpacked when this one has been taken. */
function takerOf(take: (bytes: Buffer) => Promise<void>): Writable {
  return new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      take(chunk).then(() => done(), done);
    },
  });
}
