import { hasEmulator } from '../host/emulator.mjs';
import { startEcho } from './echo.mjs';
import { postText, requestsPerSecond } from './load.mjs';
import { body, path, reply, token } from './requestSample.mjs';
import { median } from './rows.mjs';
import { startSigningTarget } from './signingTarget.mjs';

const repetitions = 5;
const requests = 6000;

/** The emulator checks token, path and body and looks up its state; the baseline only parses and answers. */
export async function benchEmulator() {
  const echo = await startEcho(reply);
  const echoPort = Number(new URL(echo.origin).port);
  const target = hasEmulator() ? await startTarget() : undefined;
  /** @type {{ bare: number[], ours: number[] }} */
  const rates = { bare: [], ours: [] };
  for (let repetition = 0; repetition < repetitions; repetition++) {
    rates.bare.push(await requestsPerSecond(echoPort, postText(path, body, token), requests));
    if (target) rates.ours.push(await requestsPerSecond(target.port, target.request, requests));
  }
  await target?.end();
  await echo.end();
  return [
    {
      what: 'emulator, signing links at 32 connections',
      unit: 'req/s',
      ours: target ? median(rates.ours) : undefined,
      baseline: median(rates.bare),
      gate: { ratioAtLeast: 0.5 },
    },
  ];
}

async function startTarget() {
  const { baseUrl, access, document, invite, end } = await startSigningTarget();
  const link = `/v2/documents/${document}/embedded-invites/${invite}/link`;
  return { port: Number(new URL(baseUrl).port), request: postText(link, body, access), end };
}
