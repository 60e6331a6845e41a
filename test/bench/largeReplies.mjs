import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { temporaryFolder } from '../host/lifetime.mjs';
import { root } from '../host/paths.mjs';
import { startProcess } from '../host/processes.mjs';
import { requestFile, token } from './requestSample.mjs';
import { compare } from './rows.mjs';

const rounds = 3;
const usageScript = join(root, 'test', 'bench', 'ownUsage.cjs');

/** @type {Record<string, { type: string, part: string, around: readonly [string, string] }>} */
const kinds = {
  'of JSON': {
    type: 'application/json',
    part: '{"id":"a","email":"ann@example.com","status":"pending"},',
    around: ['{"data":{"link":"https://signing.example/a"},"invites":[', '{}]}'],
  },
  'of digits': {
    type: 'application/json',
    part: '1,',
    around: ['{"data":{"link":"https://signing.example/a"},"rows":[', '1]}'],
  },
  'that is a page': {
    type: 'text/html',
    part: '<p class="error">The service is <b>unavailable</b>.</p>\n',
    around: ['<!doctype html><html><head><title>Unavailable</title></head><body>', '</body></html>'],
  },
};

/**
 * Replies as large as they are taken, against a tenth of that; and ones that are far larger, which cost no more than
 * those: nobody reads on.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
export async function benchLargeReplies() {
  const server = createServer(answer);
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  const file = join(temporaryFolder('bench'), 'link.esign.json');
  writeFileSync(file, JSON.stringify(requestFile));
  const rows = [];
  for (const kind of Object.keys(kinds)) {
    rows.push(
      ...(await rowsOf(kind, (size) => send(file, `http://127.0.0.1:${port}/${size}/${encodeURIComponent(kind)}`))),
    );
  }
  for (const [megabytes, kind] of shown) {
    const work = { file, baseUrl: `http://127.0.0.1:${port}`, megabytes, kind };
    rows.push(...(await rowsOfShowing(`${megabytes} MB ${kind}`, (mode) => show(mode, work))));
  }
  await new Promise((resolve) => server.close(resolve));
  return rows;
}

/** The last has the most values for its size. @type {readonly (readonly [megabytes: number, kind: string])[]} */
const shown = [
  [1, 'of JSON'],
  [10, 'of JSON'],
  [100, 'of JSON'],
  [10, 'of digits'],
];

/** @typedef {{ readonly ms: number, readonly block: number, readonly MB: number }} Showing How long it took, was blocked at most, and the growth of memory. */

/**
 * Beside the least that could be done: the bytes into a file, the beginning into a text.
 * @param {string} which @param {(mode: 'ours' | 'floor') => Promise<Showing>} showing
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
async function rowsOfShowing(which, showing) {
  /** @type {[Showing, Showing][]} */
  const measured = [];
  for (let round = 0; round < rounds; round++) measured.push([await showing('ours'), await showing('floor')]);
  const of = (/** @type {keyof Showing} */ name) =>
    compare(measured.map(([ours, floor]) => /** @type {const} */ ([ours[name], floor[name]])));
  const what = `host, a reply of ${which}`;
  return [
    { what: `${what} ready for the panel`, unit: 'ms', ...of('ms') },
    { what: `${what}, longest block`, unit: 'ms', ...of('block'), gate: { atMost: 100 } },
    { what: `${what}, more memory`, unit: 'MB', ...of('MB'), gate: { atMost: 150 } },
  ];
}

/**
 * @param {'ours' | 'floor'} mode @param {{ file: string, baseUrl: string, megabytes: number, kind: string }} work
 * @returns {Promise<Showing>}
 */
async function show(mode, { file, baseUrl, megabytes, kind }) {
  let output = '';
  const args = [join(root, 'dist', 'bench', 'showReply.js'), mode, file, baseUrl, String(megabytes), kind];
  const { exited } = startProcess(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ESIGN_SIGNNOW_TOKEN: token },
    onOutput: (text) => {
      output += text;
    },
  });
  await exited;
  return JSON.parse(output.trim().split('\n').at(-1) ?? '');
}

/** @typedef {{ readonly ms: number, readonly MB: number }} Usage Time of the processor, and the most memory. */

/** @param {string} kind @param {(megabytes: number) => Promise<Usage>} usageOf @returns {Promise<import('./rows.mjs').Row[]>} */
async function rowsOf(kind, usageOf) {
  const [taken, time, memory] = [[], [], []].map(() => /** @type {[number, number][]} */ ([]));
  for (let round = 0; round < rounds; round++) {
    const [none, one, ten, hundred] = [await usageOf(0), await usageOf(1), await usageOf(10), await usageOf(100)];
    taken?.push([ten.ms - none.ms, 10 * (one.ms - none.ms)]);
    time?.push([hundred.ms, ten.ms]);
    memory?.push([hundred.MB, ten.MB]);
  }
  return [
    { what: `CLI, a reply of 10 MB ${kind}`, unit: 'ms', ...compare(taken ?? []), gate: { ratioAtMost: 2 } },
    { what: `CLI, a reply of 100 MB ${kind}`, unit: 'ms', ...compare(time ?? []), gate: { ratioAtMost: 1.2 } },
    { what: `CLI, a reply of 100 MB ${kind}`, unit: 'MB', ...compare(memory ?? []), gate: { ratioAtMost: 1.2 } },
  ];
}

/** @type {import('node:http').RequestListener} */
function answer({ url = '' }, response) {
  const [, megabytes = '', kind = ''] = url.split('/');
  const { type, part, around } = kinds[decodeURIComponent(kind)] ?? { type: 'text/plain', part: ' ', around: ['', ''] };
  const parts = part.repeat(Math.floor((Number(megabytes) * 1_000_000) / part.length));
  response.writeHead(200, { 'content-type': type });
  response.end(around.join(parts));
}

/** @param {string} file @param {string} baseUrl @returns {Promise<Usage>} */
async function send(file, baseUrl) {
  let tail = '';
  const args = ['--require', usageScript, join(root, 'dist', 'cli.js'), 'send', file, '--base-url', baseUrl, '--json'];
  const { exited } = startProcess(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ESIGN_SIGNNOW_TOKEN: token },
    onOutput: (text) => {
      tail = (tail + text).slice(-1000);
    },
  });
  await exited;
  return JSON.parse(tail.trim().split('\n').at(-1) ?? '');
}
