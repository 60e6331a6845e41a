import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';

/** So many, where nothing else is said. */
const usual = 32;
const loopback = '127.0.0.1';

/**
 * Requests per second of a server of ours on this machine: a fixed number of the same request over connections that
 * are kept open. Raw sockets, since a client library would be what is measured.
 * @param {number} port @param {string} request The whole of it, as text. @param {number} count @param {number} [connections]
 */
export async function requestsPerSecond(port, request, count, connections = usual) {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  let left = count;
  const started = performance.now();
  await Promise.all(sockets.map((socket) => sendInTurn(socket, request, () => left-- > 0)));
  const seconds = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.destroy();
  return count / seconds;
}

/**
 * Seconds of the processor that a process has taken, all its threads together, where the system tells: unlike what it gets
 * done in a second, they hardly depend on what else the machine does.
 * @param {number | undefined} pid
 */
export function processorSeconds(pid) {
  if (pid === undefined || process.platform !== 'linux') return Number.NaN;
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [, user, system] = /\) (?:\S+ ){11}(\d+) (\d+)/.exec(line) ?? [];
  return (Number(user) + Number(system)) / ticksPerSecond;
}

/** USER_HZ, the same on every Linux that Node runs on. */
const ticksPerSecond = 100;

/** @param {number} port */
async function open(port) {
  const socket = connect({ port, host: loopback, noDelay: true });
  await once(socket, 'connect');
  return socket.setEncoding('latin1');
}

/** @param {import('node:net').Socket} socket @param {string} request @param {() => boolean} more @returns {Promise<void>} */
function sendInTurn(socket, request, more) {
  return new Promise((resolve, reject) => {
    let received = '';
    const next = () => (more() ? void socket.write(request) : resolve());
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('The server closed a connection.')));
    socket.on('data', (/** @type {string} */ text) => {
      received += text;
      if (!isWhole(received)) return;
      if (!/^HTTP\/1\.1 2/.test(received)) return reject(new Error(received.slice(0, 500)));
      received = '';
      next();
    });
    next();
  });
}

/** @param {string} received */
function isWhole(received) {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return false;
  const length = /\r\ncontent-length: (\d+)/i.exec(received);
  return length ? received.length >= end + 4 + Number(length[1]) : received.endsWith('0\r\n\r\n');
}

/** @param {string} path @param {unknown} body @param {string} token */
export function postText(path, body, token) {
  const json = JSON.stringify(body);
  return [
    `POST ${path} HTTP/1.1`,
    `host: ${loopback}`,
    `authorization: Bearer ${token}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(json)}`,
    '',
    json,
  ].join('\r\n');
}
