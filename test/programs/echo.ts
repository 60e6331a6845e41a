import assert from 'node:assert/strict';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { HttpRequest } from '../../src/core/http';
import { boundary } from '../unit/core/portable/snippets/multipartRequest';

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A server of this machine that takes down what it is sent. */
export interface Echo {
  readonly origin: string;
  /** Runs something, and demands that it sends this request. */
  expect(sent: HttpRequest, run: () => Promise<void>, shown: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startEcho(): Promise<Echo> {
  let received: Received | undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      received = { method, url, headers, body: Buffer.concat(chunks) };
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  return {
    origin,
    expect: async (sent, run, shown) => {
      received = undefined;
      await run();
      assert.ok(received !== undefined, shown);
      compare(received, sent, origin, shown);
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function compare({ method, url, headers, body }: Received, sent: HttpRequest, origin: string, shown: string): void {
  assert.deepEqual([method, url], [sent.method, sent.url.slice(origin.length)], shown);
  const wanted = { ...sent.headers };
  const own = boundaryOf(headers['content-type']);
  if (own !== undefined) wanted['content-type'] = `multipart/form-data; boundary=${own}`;
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((name) => [name, headers[name]])), wanted, shown);
  assert.deepEqual(
    Object.keys(headers).filter((name) => !(name in wanted) && !ofClients.has(name)),
    [],
    shown,
  );
  // Whether a line end follows the last boundary makes no difference.
  const whole = (bytes: Buffer) =>
    own === undefined ? bytes : Buffer.from(`${bytes.toString('latin1').trimEnd()}`, 'latin1');
  assert.ok(whole(body).equals(whole(bytesOf(sent, own))), `${shown}\n${body.toString().slice(0, 2000)}`);
}

/** What every client writes in its own way. */
const ofClients = new Set([
  ...['host', 'user-agent', 'content-length', 'connection', 'accept-encoding', 'accept-language', 'sec-fetch-mode'],
  ...['accept', 'http2-settings', 'upgrade', 'transfer-encoding'],
]);

function boundaryOf(contentType: string | undefined): string | undefined {
  return /^multipart\/form-data; boundary=(.*)$/.exec(contentType ?? '')?.[1];
}

function bytesOf({ body }: HttpRequest, own: string | undefined): Buffer {
  if (body?.bytes === undefined || own === undefined) return Buffer.from(body?.text ?? '');
  return Buffer.from(Buffer.from(body.bytes).toString('latin1').replaceAll(boundary, own), 'latin1');
}
