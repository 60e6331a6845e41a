import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { HttpsProxyAgent } from 'https-proxy-agent';
import fetch from 'node-fetch';
import { confirmAddress } from '../../src/core/addresses/address';
import { createHttpClient } from '../../src/node/http/httpClient';
import { environmentRoutes } from '../../src/node/http/routes/environmentRoutes';
import { startProxy } from '../unit/fixtures/proxyServer';
import { certificateFile, startSecureServer } from '../unit/fixtures/secureServer';

// Calls through a proxy, by ours, by a bare node-fetch with a new tunnel for each, and by curl: node proxyCalls.js COUNT ROUNDS.
// Prints milliseconds of a call, and how many connections the proxy saw, as JSON.
const [count = 100, rounds = 3] = process.argv.slice(2).map(Number);
const run = promisify(execFile);
const ca = readFileSync(certificateFile('authority.pem'), 'utf8');

interface Timed {
  readonly ms: number;
  readonly connections: number;
}

async function measure(): Promise<void> {
  const server = await startSecureServer();
  const proxy = await startProxy('open');
  const url = confirmAddress(`${server.origin}/x`, [server.origin]);
  if (url === undefined) throw new Error('The server has no address.');
  const proxyUrl = `http://${proxy.address}`;
  const client = createHttpClient(environmentRoutes({ HTTPS_PROXY: proxyUrl, NO_PROXY: '<-loopback>' }));
  const limits = { connectTimeoutMs: 10_000, totalTimeoutMs: 10_000, maxBytes: 1_000_000 };
  const ours = async () => {
    const outcome = await client.send({ method: 'GET', url, headers: {}, body: undefined, tls: { ca } }, limits);
    if (outcome.kind === 'failed') throw new Error(JSON.stringify(outcome));
  };
  const bare = async () => {
    const agent = new HttpsProxyAgent(proxyUrl);
    Object.assign(agent.options, { ca });
    await (await fetch(url, { agent })).text();
  };
  const many = (call: () => Promise<void>) => async () => {
    for (let calls = 0; calls < count; calls++) await call();
  };
  const curl = async () => {
    const urls = Array.from({ length: count }, () => url);
    // Of this machine, which curl would go to straight.
    const args = [
      '--silent',
      '--noproxy',
      'none.invalid',
      '--proxy',
      proxyUrl,
      '--cacert',
      certificateFile('authority.pem'),
    ];
    await run('curl', [...args, ...urls], { maxBuffer: 10_000_000 });
  };
  const hasCurl = await run('curl', ['--version']).then(
    () => true,
    () => false,
  );
  const timed = async (calls: () => Promise<void>) => {
    const before = proxy.connections;
    const start = performance.now();
    await calls();
    return { ms: (performance.now() - start) / count, connections: proxy.connections - before };
  };
  await ours();
  await bare();
  const measured: Record<string, Timed>[] = [];
  for (let round = 0; round < rounds; round++) {
    measured.push({
      ours: await timed(many(ours)),
      bare: await timed(many(bare)),
      ...(hasCurl && { curl: await timed(curl) }),
    });
  }
  console.info(JSON.stringify(measured));
  await proxy.close();
  await server.close();
}

measure().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
