import assert from 'node:assert/strict';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import http from 'node:http';
import type net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { type HttpLimits, type HttpOutcome, type Reply, sizeOf } from '../../../../src/core/http';
import type { BodyKeeper, WholeBody } from '../../../../src/core/replies/body/wholeBody';
import { createHttpClient } from '../../../../src/node/http/httpClient';
import { ReplyFiles, sweepReplyFiles } from '../../../../src/node/http/replyFiles';
import { confirmed } from '../../core/addresses/confirmed';

const client = createHttpClient();
const limits: HttpLimits = { connectTimeoutMs: 20_000, totalTimeoutMs: 20_000, maxBytes: 100_000 };
const megabyte = 1_000_000;

describe('Replies that are larger than what is read', () => {
  let server: http.Server;
  let origin: string;
  let answer: http.RequestListener;
  let root: string;
  let files: ReplyFiles;

  beforeEach(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'esign-large-'));
    files = new ReplyFiles(root);
    server = http.createServer((request, response) => answer(request, response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await rm(root, { recursive: true });
  });

  it('are kept whole in a private file, and their beginning is read', async () => {
    answer = (_request, response) => void stream(response, 'é', 100 * megabyte);
    const { bytes, whole, wireSize, incomplete } = replyOf(await send(files, { maxBytes: 10 * megabyte }));
    assert.deepEqual(
      [whole?.kind, whole?.size, wireSize, incomplete],
      ['kept', 100 * megabyte, 100 * megabyte, undefined],
    );
    assert.equal(bytes.length, 1024 * 1024);
    const place = placeOf(whole);
    assert.equal(statSync(place).size, 100 * megabyte);
    assert.equal(statSync(place).mode & 0o777, 0o600);
    assert.equal(statSync(path.dirname(place)).mode & 0o777, 0o700);
    await files.remove(place);
    assert.deepEqual(filesIn(root), []);
  });

  it('are a file as soon as they are one byte too large, and none as long as they are not', async () => {
    answer = ({ url }, response) => void stream(response, 'x', Number(url?.slice(1)));
    assert.equal(replyOf(await send(files, {}, '/100000')).whole, undefined);
    assert.deepEqual(filesIn(root), []);
    const reply = replyOf(await send(files, {}, '/100001'));
    assert.equal(sizeOf(reply), 100_001);
    assert.equal(readFileSync(placeOf(reply.whole), 'utf8'), 'x'.repeat(100_001));
  });

  it('end with their beginning where nobody wants more', async () => {
    let sent = 0;
    answer = (_request, response) => void stream(response, 'x', 50 * megabyte, (bytes) => (sent += bytes));
    const { bytes, whole } = replyOf(await send('cut'));
    assert.equal(bytes.length, limits.maxBytes);
    assert.ok(whole?.kind === 'lost' && whole.why === 'notWanted' && whole.size > limits.maxBytes);
    assert.ok(sent < 50 * megabyte, `${sent} bytes were sent`);
  });

  const phases: readonly (readonly [string, (response: http.ServerResponse) => Promise<void>])[] = [
    ['before a reply begins', async () => {}],
    ['when it has begun', async (response) => void response.flushHeaders()],
    ['while it is in memory', (response) => stream(response, 'x', 1000, undefined, false)],
    ['when it has become a file', (response) => stream(response, 'x', megabyte, undefined, false)],
    ['while it becomes a larger file', (response) => stream(response, 'x', 20 * megabyte, undefined, false)],
  ];
  for (const [when, begin] of phases) {
    it(`can be cancelled ${when}: nothing is left of them`, async () => {
      const cancel = new AbortController();
      answer = (_request, response) => void begin(response).then(() => setImmediate(() => cancel.abort()));
      const outcome = await client.send(request('/'), { ...limits, larger: files }, cancel.signal);
      assert.deepEqual(outcome, { kind: 'failed', failure: { kind: 'cancelled' } });
      assert.deepEqual(filesIn(root), []);
    });
  }

  it('leave nothing behind when they stop coming', async () => {
    answer = (_request, response) => void stream(response, 'x', megabyte, undefined, false);
    const outcome = await send(files, { totalTimeoutMs: 150 });
    assert.deepEqual(outcome, { kind: 'failed', failure: { kind: 'timedOut', phase: 'total', afterMs: 150 } });
    assert.deepEqual(filesIn(root), []);
  });

  it('that break off keep what came', async () => {
    answer = (request, response) =>
      void stream(response, 'x', megabyte, undefined, false).then(() => request.socket.destroy());
    const { whole, incomplete } = replyOf(await send(files));
    assert.equal(incomplete, 'cut');
    assert.equal(whole?.kind, 'kept');
    assert.equal(statSync(placeOf(whole)).size, whole?.size);
  });

  for (const [encoding, compress] of [
    ['gzip', zlib.gzipSync],
    ['br', quickBrotli],
  ] as const) {
    it(`that ${encoding} made small are counted as they are unpacked, and kept up to a bound`, async () => {
      const packed = compress(Buffer.alloc(30 * megabyte));
      answer = (_request, response) => response.writeHead(200, { 'content-encoding': encoding }).end(packed);
      const small = replyOf(await send(files));
      assert.deepEqual([sizeOf(small), small.wireSize], [30 * megabyte, packed.length]);
      const bounded = { ...keeperOf(files), mostKept: 5 * megabyte };
      const { whole } = replyOf(await send(bounded));
      assert.ok(whole?.kind === 'lost' && whole.why === 'tooLarge');
      assert.ok(whole.size < 6 * megabyte, `${whole.size} bytes were unpacked`);
      assert.deepEqual(filesIn(root), [placeOf(small.whole)]);
    });
  }

  const refusals: readonly (readonly [string, string, WholeBody & { kind: 'lost' }])[] = [
    ['append', 'ENOSPC', { kind: 'lost', why: 'diskFull', size: 0 }],
    ['append', 'EIO', { kind: 'lost', why: 'notWritable', size: 0 }],
    ['close', 'ENOSPC', { kind: 'lost', why: 'diskFull', size: 0 }],
    ['open', 'EACCES', { kind: 'lost', why: 'notWritable', size: 0 }],
  ];
  for (const [where, code, { why }] of refusals) {
    it(`say that they could not be kept, with their beginning: ${code} of ${where}`, async () => {
      answer = (_request, response) => void stream(response, 'x', 2 * megabyte);
      const { bytes, whole, incomplete } = replyOf(await send(failing(files, where, code)));
      assert.deepEqual([whole?.kind === 'lost' && whole.why, incomplete], [why, undefined]);
      assert.equal(Buffer.from(bytes).toString(), 'x'.repeat(limits.maxBytes));
      assert.deepEqual(filesIn(root), []);
    });
  }

  it('never mix, however they alternate', async () => {
    const open: http.ServerResponse[] = [];
    answer = (_request, response) => {
      open.push(response);
      if (open.length === 2) void alternate(open);
    };
    const replies = (await Promise.all([send(files), send(files)])).map(replyOf);
    const texts = replies.map(({ whole }) => new Set(readFileSync(placeOf(whole), 'utf8')));
    assert.deepEqual(
      texts.map(({ size }) => size),
      [1, 1],
    );
    assert.deepEqual([...texts.flatMap((text) => [...text])].sort(), ['a', 'b']);
    assert.equal(new Set(replies.map(({ whole }) => placeOf(whole))).size, 2);
  });

  it('are swept when their process is gone, and only then', async () => {
    answer = (_request, response) => void stream(response, 'x', megabyte);
    const own = placeOf(replyOf(await send(files)).whole);
    // No process has this number: it is larger than any system gives.
    const left = path.join(root, '2147483646-left');
    await new ReplyFiles(left).open('text/plain').then((file) => file.close());
    writeFileSync(path.join(root, 'notes.txt'), '');
    await sweepReplyFiles(root);
    assert.deepEqual(
      [existsSync(own), existsSync(left), existsSync(path.join(root, 'notes.txt'))],
      [true, false, true],
    );
    files.dispose();
    assert.equal(existsSync(own), false);
    await sweepReplyFiles(path.join(root, 'nowhere'));
  });

  function send(larger: 'cut' | BodyKeeper, own: Partial<HttpLimits> = {}, target = '/'): Promise<HttpOutcome> {
    return client.send(request(target), { ...limits, ...own, larger });
  }

  function request(target: string) {
    return { method: 'GET', headers: {}, body: undefined, url: confirmed(`${origin}${target}`) };
  }
});

function quickBrotli(bytes: Buffer): Buffer {
  return zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 1 } });
}

/** As fast as it is taken. */
async function stream(
  response: http.ServerResponse,
  text: string,
  size: number,
  onSent: (bytes: number) => void = () => {},
  end = true,
): Promise<void> {
  const piece = Buffer.from(text.repeat(65_536)).subarray(0, 65_536);
  function* pieces(): Generator<Buffer> {
    for (let left = size; left > 0; left -= piece.length) {
      const part = piece.subarray(0, Math.min(left, piece.length));
      onSent(part.length);
      yield part;
    }
  }
  // Whoever has enough hangs up.
  await pipeline(Readable.from(pieces()), response, { end }).catch(() => {});
}

async function alternate(responses: readonly http.ServerResponse[]): Promise<void> {
  for (let round = 0; round < 40; round++) {
    for (const [index, response] of responses.entries()) {
      if (!response.write((index === 0 ? 'a' : 'b').repeat(10_000))) await once(response, 'drain');
    }
  }
  for (const response of responses) response.end();
}

function replyOf(outcome: HttpOutcome): Reply {
  assert.ok(outcome.kind === 'replied', JSON.stringify(outcome));
  return outcome.reply;
}

function placeOf(whole: WholeBody | undefined): string {
  assert.ok(whole?.kind === 'kept', JSON.stringify(whole));
  return whole.place;
}

function filesIn(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

function keeperOf(files: ReplyFiles): BodyKeeper {
  return {
    mostKept: files.mostKept,
    open: (type) => files.open(type),
    remove: (place) => files.remove(place),
  };
}

/** A disk that refuses one kind of work. */
function failing(files: ReplyFiles, where: string, code: string): BodyKeeper {
  const refuse = async (): Promise<never> => Promise.reject(Object.assign(new Error(code), { code }));
  return {
    ...keeperOf(files),
    async open(type) {
      if (where === 'open') return refuse();
      const file = await files.open(type);
      return {
        place: file.place,
        append: where === 'append' ? refuse : (bytes) => file.append(bytes),
        close: where === 'close' ? refuse : () => file.close(),
        discard: () => file.discard(),
      };
    },
  };
}
