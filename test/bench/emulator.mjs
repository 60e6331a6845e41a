import { startEcho } from './echo.mjs';
import { postText, requestsPerSecond } from './load.mjs';
import { body, path, reply, token } from './requestSample.mjs';
import { compare } from './rows.mjs';
import { startSigningTarget, unusedDocument } from './signingTarget.mjs';

const repetitions = 5;
const requests = 6000;

export async function benchEmulator() {
  return [await linksRow(), ...(await worstBodyRows())];
}

/** The emulator checks token, path and body and looks up its state; the baseline only parses and answers. */
async function linksRow() {
  const echo = await startEcho(reply);
  const echoPort = Number(new URL(echo.origin).port);
  const target = await startTarget();
  /** @type {[number, number][]} */
  const rates = [];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const bare = await requestsPerSecond(echoPort, postText(path, body, token), requests);
    rates.push([await requestsPerSecond(target.port, target.request, requests), bare]);
  }
  await target.end();
  await echo.end();
  const what = 'emulator, signing links at 32 connections';
  /** @type {import('./rows.mjs').Row} */
  const row = { what, unit: 'req/s', ...compare(rates), gate: { ratioAtLeast: 0.5 } };
  return row;
}

async function startTarget() {
  const { baseUrl, access, document, invite, end } = await startSigningTarget();
  const link = `/v2/documents/${document}/embedded-invites/${invite}/link`;
  return { port: Number(new URL(baseUrl).port), request: postText(link, body, access), end };
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
