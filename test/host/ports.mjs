import { once } from 'node:events';
import { createServer } from 'node:net';

const host = '127.0.0.1';
/** Below those that systems hand out by themselves. */
const first = 8710;
const ranges = 100;
/** As many for everybody: ranges of several sizes would lie across each other. */
const inRow = 9;

export async function freePort() {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Ports in a row that nobody listens on and nobody else is given until they are released. The one after them is held by
 * us: of several processes that look at the same time one alone gets it, and it is given back when ours ends.
 * @returns {Promise<{ base: number, release: () => Promise<void> }>}
 */
export async function holdPortRange() {
  for (let base = first; base < first + ranges * (inRow + 1); base += inRow + 1) {
    const held = await listenOn(base + inRow);
    if (held === undefined) continue;
    const others = Array.from({ length: inRow }, (_, index) => base + index);
    if ((await Promise.all(others.map(isFree))).every(Boolean)) return { base, release: () => close(held) };
    await close(held);
  }
  throw new Error(`No ${inRow} free ports in a row.`);
}

/** @param {number} port */
async function isFree(port) {
  const server = await listenOn(port);
  await (server && close(server));
  return server !== undefined;
}

/** Undefined when somebody else does. @param {number} port @returns {Promise<import('node:net').Server | undefined>} */
function listenOn(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    // Whoever forgets to release it ends all the same.
    server.listen(port, host, () => resolve(server.unref()));
  });
}

/** @param {import('node:net').Server} server @returns {Promise<void>} */
function close(server) {
  return new Promise((resolve) => {
    server.close(() => resolve());
  });
}
