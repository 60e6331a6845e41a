import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { temporaryFolder } from '../host/lifetime.mjs';
import { root } from '../host/paths.mjs';
import { startProcess } from '../host/processes.mjs';
import { token } from './requestSample.mjs';
import { compare } from './rows.mjs';

const rounds = 3;
const mostInvites = 300_000;
const path = { document_id: '016c8d15f909003085ed074a06236bc50bb3e1c3' };

/**
 * Large inputs that are wrong throughout, against those of the same size that are right: what is wrong is counted and
 * told up to a limit, so it costs no more than reading it.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function benchLargeInputs() {
  const folder = temporaryFolder('bench');
  return [await repliesRow(folder), await requestsRow(folder)];
}

/** @param {string} folder */
async function repliesRow(folder) {
  const replies = {
    right: replyOf({ id: 'a', status: 'b', email: 'c' }),
    wrong: replyOf({ id: 1, status: 2, email: 3 }),
  };
  const server = createServer(({ url }, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(url?.startsWith('/wrong/') ? replies.wrong : replies.right);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const file = requestFile(folder, 'get', { operation: 'signnow/get-document', path });
  const send = (/** @type {string} */ mode) =>
    timed(['send', file, '--base-url', `http://127.0.0.1:${port}/${mode}`, '--json'], 0);
  const measured = await measure(
    () => send('wrong'),
    () => send('right'),
  );
  await new Promise((resolve) => server.close(resolve));
  return row('CLI, a reply of 10 MB that departs throughout', measured);
}

/** @param {object} invite */
function replyOf(invite) {
  const text = JSON.stringify(invite);
  const count = Math.floor(10_000_000 / (text.length + 1));
  return `{"id":"a","document_name":"b","field_invites":[${Array.from({ length: count }, () => text)}]}`;
}

/** @param {string} folder */
async function requestsRow(folder) {
  const right = {
    email: 'ann@example.com',
    role_id: 'c8de4237e6dc4c7e8d897e2adad75b2b0b5ba659',
    order: 1,
    auth_method: 'none',
  };
  const wrong = { email: 1, role: 2, order: 'x', auth_method: 3 };
  const files = {
    right: invitesFile(folder, 'right', (index) => ({ ...right, email: `${index}@example.com` })),
    wrong: invitesFile(folder, 'wrong', () => wrong),
  };
  const measured = await measure(
    () => timed(['validate', files.wrong], 1),
    () => timed(['validate', files.right], 0),
  );
  return row(`CLI, ${mostInvites} wrong invites`, measured);
}

/** @param {string} folder @param {string} name @param {(index: number) => object} invite */
function invitesFile(folder, name, invite) {
  const invites = Array.from({ length: mostInvites }, (_unused, index) => invite(index));
  return requestFile(folder, name, { operation: 'signnow/create-embedded-invites', path, body: { invites } });
}

/** @param {string} folder @param {string} name @param {object} content */
function requestFile(folder, name, content) {
  const file = join(folder, `${name}.esign.json`);
  writeFileSync(file, JSON.stringify({ connection: 'signnow/test', ...content }));
  return file;
}

/** @param {string} what @param {readonly (readonly [number, number])[]} measured @returns {import('./rows.mjs').Row} */
function row(what, measured) {
  return { what, unit: 'ms', ...compare(measured), gate: { ratioAtMost: 1.5 } };
}

/** @param {() => Promise<number>} ours @param {() => Promise<number>} baseline */
async function measure(ours, baseline) {
  /** @type {[number, number][]} */
  const measured = [];
  for (let round = 0; round < rounds; round++) measured.push([await ours(), await baseline()]);
  return measured;
}

/** @param {readonly string[]} args @param {number} expected Exit code. */
async function timed(args, expected) {
  const started = performance.now();
  const { exited } = startProcess(process.execPath, [join(root, 'dist', 'cli.js'), ...args], {
    cwd: root,
    env: { ...process.env, ESIGN_SIGNNOW_TOKEN: token },
    onOutput: () => {},
  });
  const code = await exited;
  if (code !== expected) throw new Error(`esign ${args[0]} ended with ${code}`);
  return performance.now() - started;
}
