import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { resolveConnection } from '../../src/core/connections/resolveConnection';
import type { HttpRequest } from '../../src/core/http';
import type { Example, Operation } from '../../src/core/operation';
import { writeSdkCall } from '../../src/core/portable/sdk/writeSdkCall';
import { unsentRequest } from '../../src/core/portable/snippets/unsentRequest';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { providers } from '../../src/providers';
import { readClientFiles } from '../programs/clients/clientFile';
import { startTlsFront, type TlsFront } from '../programs/clients/tlsFront';
import { selfSigned } from '../unit/node/selfSigned';

/* A call in the official library sends what the request says: the library, as npm installs it, is asked. */

describe('A request in the words of the official library', function () {
  this.timeout(60_000);
  let api: Api;
  let front: TlsFront;
  let folder: string;

  before(async () => {
    api = await startApi();
    front = await startTlsFront(api.origin);
    folder = mkdtempSync(path.join(os.tmpdir(), 'esign-sdk-'));
    symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'), 'junction');
    writeFileSync(path.join(folder, 'certificate.pem'), selfSigned.cert);
  });

  after(async () => {
    await front.stop();
    await api.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is sent by the library as it is sent here', async () => {
    let count = 0;
    for (const provider of await new ProviderRegistry(providers).all()) {
      for (const { operation, example } of provider.sdk === undefined ? [] : examplesOf(provider)) {
        const sent = await requestOf(provider, operation, example);
        const code = writeSdkCall(provider, operation, sent);
        if (code === undefined) continue;
        const received = await run(provider, code, sent);
        compare(received, sent, `${operation.id}, ${example.title}\n${code}`);
        count += 1;
      }
    }
    assert.ok(count >= 20, String(count));
  });

  it('leaves nothing out: where the library does not take a value, there is no such call', async () => {
    for (const provider of await new ProviderRegistry(providers).all()) {
      for (const { operation, example } of provider.sdk === undefined ? [] : examplesOf(provider)) {
        const sent = await requestOf(provider, operation, example);
        const { body } = sent;
        if (body?.parts !== undefined || body?.text.startsWith('{') !== true) continue;
        const more = { ...sent, body: { text: body.text.replace('{', '{"unknown_member":1,') } };
        const code = writeSdkCall(provider, operation, more);
        assert.ok(code === undefined || code.includes('unknown_member'), operation.id);
      }
    }
  });

  async function run(provider: Provider, code: string, sent: HttpRequest): Promise<Received> {
    const library = readClientFiles(provider.id).find((one) => one.package === provider.sdk?.package);
    assert.ok(library?.opens.as === 'errorFirst', provider.id);
    const { module, values } = library.opens.settings;
    const own = JSON.stringify(values).replaceAll('{{host}}', front.host).replaceAll('"{{port}}"', String(front.port));
    writeFileSync(path.join(folder, 'there.cjs'), `Object.assign(require(${JSON.stringify(module)}), ${own});\n`);
    writeFileSync(path.join(folder, 'call.cjs'), code);
    for (const part of sent.body?.parts ?? [])
      if (part.kind === 'file') writeFileSync(path.join(folder, part.path ?? ''), 'content');
    const certificate = path.join(folder, 'certificate.pem');
    const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate, ESIGN_TOKEN: 'tok-1', ESIGN_BASIC: 'YTpi' };
    await promisify(execFile)(process.execPath, ['--require', './there.cjs', 'call.cjs'], { cwd: folder, env });
    return api.received();
  }
});

function examplesOf({ operations }: Provider): readonly { operation: Operation; example: Example }[] {
  return operations.flatMap((operation) => operation.examples.map((example) => ({ operation, example })));
}

async function requestOf(provider: Provider, operation: Operation, example: Example): Promise<HttpRequest> {
  const { title: _title, source: _source, ...values } = example;
  const connection = resolveConnection(provider, {
    id: 'sandbox',
    provider: provider.id,
    environment: provider.environments[0]?.id ?? '',
  });
  assert.ok(!('kind' in connection));
  const request = { operation: operation.id, connection: connection.id, ...values };
  const readFile = async (name: string) => ({ kind: 'read' as const, name, bytes: new Uint8Array([1]) });
  const built = await unsentRequest({ provider, operation, connection }, request, readFile);
  assert.ok(!('kind' in built), JSON.stringify(built));
  return built;
}

/** What the library adds by itself may stand beside what the request says. */
function compare({ method, url, authorization, body }: Received, sent: HttpRequest, shown: string): void {
  const there = new URL(url, 'https://a.example');
  const here = new URL(sent.url);
  assert.deepEqual([method, there.pathname], [sent.method, here.pathname], shown);
  for (const [name, value] of here.searchParams) assert.equal(there.searchParams.get(name), value, shown);
  assert.equal(authorization, 'Bearer tok-1', shown);
  if (sent.body?.parts !== undefined) assert.match(body, /content/, shown);
  else if (sent.body !== undefined) assert.deepEqual({ ...read(body), ...read(sent.body.text) }, read(body), shown);
  else assert.equal(body, '', shown);
}

function read(text: string): object {
  return JSON.parse(text) as object;
}

interface Received {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
  readonly body: string;
}

interface Api {
  readonly origin: string;
  received(): Received;
  stop(): Promise<void>;
}

async function startApi(): Promise<Api> {
  let last: Received | undefined;
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    last = { method, url, authorization: headers.authorization, body: await textOf(request) };
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    received: () => {
      assert.ok(last !== undefined);
      const found = last;
      last = undefined;
      return found;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
