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
): Promise<void> {
  const chunks = buffersOf(body);
  const first = await chunks.next();
  if (first.done) return;
  const unpacker = unpackers[encoding]?.(first.value);
  const whole = startingWith(first.value, chunks);
  if (unpacker !== undefined) return pipeline(whole, unpacker, takerOf(take));
  // Streams that nothing flows through would cost a small reply more than all else that is done to read it.
  for await (const chunk of whole) await take(chunk);
}

type Unpacker = (start: Buffer) => Transform;

// What has come is unpacked at once, so that it is there should the rest never come.
const promptly = { flush: zlib.constants.Z_SYNC_FLUSH };
const gunzip: Unpacker = () => zlib.createGunzip(promptly);
/** Some servers leave out the head that tells zlib's format. */
const inflate: Unpacker = ([head = 0]) =>
  (head & 0x0f) === 0x08 ? zlib.createInflate(promptly) : zlib.createInflateRaw(promptly);

const unpackers: Readonly<Record<string, Unpacker>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: inflate,
  'x-deflate': inflate,
  br: () => zlib.createBrotliDecompress({ flush: zlib.constants.BROTLI_OPERATION_FLUSH }),
};

async function* buffersOf(body: AsyncIterable<Uint8Array | string>): AsyncGenerator<Buffer, void> {
  for await (const chunk of body) yield Buffer.from(chunk);
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
