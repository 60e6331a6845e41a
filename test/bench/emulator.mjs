import { startEcho } from './echo.mjs';
import { postText, requestsPerSecond } from './load.mjs';
import { body, path, reply, token } from './requestSample.mjs';
import { compare } from './rows.mjs';
import { startSigningTarget } from './signingTarget.mjs';

const repetitions = 5;
const requests = 6000;

/** The emulator checks token, path and body and looks up its state; the baseline only parses and answers. */
export async function benchEmulator() {
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
  return [{ what, unit: 'req/s', ...compare(rates), gate: { ratioAtLeast: 0.5 } }];
}

async function startTarget() {
  const { baseUrl, access, document, invite, end } = await startSigningTarget();
  const link = `/v2/documents/${document}/embedded-invites/${invite}/link`;
  return { port: Number(new URL(baseUrl).port), request: postText(link, body, access), end };
}
