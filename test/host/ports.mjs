import { once } from 'node:events';
import { createServer } from 'node:net';

const host = '127.0.0.1';

export async function freePort() {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** The first of `count` ports in a row that nobody listens on. @param {number} count */
export async function freePortRange(count) {
  for (let base = 8710; base < 8710 + 100 * count; base += count) {
    const ports = Array.from({ length: count }, (_, index) => base + index);
    if ((await Promise.all(ports.map(isFree))).every(Boolean)) return base;
  }
  throw new Error(`No ${count} free ports in a row.`);
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
