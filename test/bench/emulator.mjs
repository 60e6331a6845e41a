import { readFileSync } from 'node:fs';
import { startEcho } from './echo.mjs';
import { postText, processorSeconds, requestsPerSecond } from './load.mjs';
import { body } from './requestSample.mjs';
import { compare } from './rows.mjs';
import { startSigningTarget, unusedDocument } from './signingTarget.mjs';

const repetitions = 15;
/** Enough that the clock of the processor, which counts hundredths of a second, is no part of what differs. */
const timedRequests = 10_000;
/** Of both: what the compiler does meanwhile is part of no server that is asked for long. */
const warmUp = 8000;
const usualConnections = 32;
const manyConnections = 256;

export async function benchEmulator() {
  return [...(await linksRows()), ...(await worstBodyRows())];
}

/**
 * The emulator checks token, path and body and looks up its state; the baseline gets the same request, parses its body and
 * answers as much. In short rounds beside each other, each first in every other: the middle of many ratios lies still where
 * single ones do not. What is gated is the time of the processor, which hardly knows who else uses the machine.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
async function linksRows() {
  const target = await startTarget();
  const echo = await startEcho(target.reply);
  const bare = { port: Number(new URL(echo.origin).port), request: target.request, pid: echo.pid };
  for (const { port, request } of [bare, target]) await requestsPerSecond(port, request, warmUp, usualConnections);
  const work = async (/** @type {typeof bare} */ { port, request, pid }, /** @type {number} */ connections) => {
    const before = processorSeconds(pid);
    await requestsPerSecond(port, request, timedRequests, connections);
    return (1e6 * (processorSeconds(pid) - before)) / timedRequests;
  };
  const taken = await beside(
    () => work(target, usualConnections),
    () => work(bare, usualConnections),
  );
  const memory = await target.memory();
  const many = await beside(
    () => work(target, manyConnections),
    () => work(bare, manyConnections),
  );
  const grown = (await target.memory()) - memory;
  await target.end();
  await echo.end();
  const gate = { ratioAtMost: 2 };
  const what = 'emulator, processor time of a signing link at';
  return [
    { what: `${what} ${usualConnections} connections`, unit: 'µs', ...compare(taken), gate },
    { what: `${what} ${manyConnections} connections, none refused`, unit: 'µs', ...compare(many), gate },
    // Each makes a link, which is remembered for a day after its end.
    { what: 'emulator, memory of a signing link', unit: 'kB', ours: (1000 * grown) / (repetitions * timedRequests) },
  ];
}

/** @param {() => Promise<number>} ours @param {() => Promise<number>} baseline @returns {Promise<[number, number][]>} */
async function beside(ours, baseline) {
  /** @type {[number, number][]} */
  const rates = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const before = repetition % 2 === 0 ? await baseline() : undefined;
    const own = await ours();
    rates.push([own, before ?? (await baseline())]);
  }
  return rates;
}

async function startTarget() {
  const { baseUrl, access, document, invite, end, pid } = await startSigningTarget();
  const link = `/v2/documents/${document}/embedded-invites/${invite}/link`;
  const memory = async () => residentMegabytes(pid);
  const reply = await post(`${baseUrl}${link}`, access);
  return { port: Number(new URL(baseUrl).port), request: postText(link, body, access), reply, memory, pid, end };
}

/** @param {string} url @param {string} access @returns {Promise<unknown>} */
async function post(url, access) {
  const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) });
  return reply.json();
}

/** Where the system tells of other processes. @param {number | undefined} pid */
function residentMegabytes(pid) {
  if (pid === undefined || process.platform !== 'linux') return Number.NaN;
  const kilobytes = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1000;
}

const rounds = 30;
const field = { type: 'text', role: 'Signer', required: true, x: 1, y: 1, width: 1, height: 1, page_number: 0 };

/**
 * Bodies near the limits that are wrong in ways that cost the most, against one of as many values that is right: one
 * request at a time, since each keeps the process from everything else.
 * @returns {Promise<import('./rows.mjs').Row[]>}
 */
async function worstBodyRows() {
  const target = await startSigningTarget();
  const url = `${target.baseUrl}/document/${await unusedDocument(target)}`;
  const right = items(544, () => field);
  const wrong = {
    'empty items': items(990, () => ({})),
    'items of unknown names': items(990, (index) => ({ [`name${index % 900}`]: 1 })),
    'right in front, wrong behind': [...items(270, () => field), ...items(2_400, () => 1)],
  };
  /** @type {import('./rows.mjs').Row[]} */
  const rows = [];
  for (const [what, fields] of Object.entries(wrong)) {
    /** @type {[number, number][]} */
    const measured = [];
    for (let round = 0; round < rounds; round++) {
      const bad = await timed(url, target.access, fields, 400);
      measured.push([bad, await timed(url, target.access, right, 200)]);
    }
    rows.push({ what: `emulator, ${what}`, unit: 'ms', ...compare(measured), gate: { ratioAtMost: 2 } });
  }
  await target.end();
  return rows;
}

/** @param {number} count @param {(index: number) => unknown} make @returns {unknown[]} */
function items(count, make) {
  return Array.from({ length: count }, (_unused, index) => make(index));
}

/** @param {string} url @param {string} access @param {readonly unknown[]} fields @param {number} expected Status. */
async function timed(url, access, fields, expected) {
  const body = JSON.stringify({ client_timestamp: 1, fields });
  const headers = { authorization: `Bearer ${access}`, 'content-type': 'application/json' };
  const started = performance.now();
  const reply = await fetch(url, { method: 'PUT', headers, body });
  const text = await reply.text();
  if (reply.status !== expected) throw new Error(`${reply.status}: ${text.slice(0, 500)}`);
  return performance.now() - started;
}
