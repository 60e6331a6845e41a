import { hasEmulator, startEmulator } from '../host/emulator.mjs';
import { startEcho } from './echo.mjs';
import { postText, requestsPerSecond } from './load.mjs';
import { body, path, reply, token } from './requestSample.mjs';
import { median } from './rows.mjs';

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

/** The demo state has a document whose invites wait for links. */
async function startTarget() {
  const { providers, end } = await startEmulator();
  const signNow = providers['signnow'];
  if (!signNow) throw new Error('The emulator has no signNow.');
  const { baseUrl, credentials } = signNow;
  const access = await accessToken(baseUrl, credentials);
  const documents = await get(`${baseUrl}/user/documentsv2`, access);
  for (const { id } of documents) {
    const invite = (await get(`${baseUrl}/document/${id}`, access)).field_invites?.[0];
    if (!invite) continue;
    const link = `/v2/documents/${id}/embedded-invites/${invite.id}/link`;
    return { port: Number(new URL(baseUrl).port), request: postText(link, body, access), end };
  }
  throw new Error('No demo document has an invite.');
}

/** @param {string} baseUrl @param {Record<string, string>} credentials @returns {Promise<string>} */
async function accessToken(baseUrl, { clientId, clientSecret, username = '', password = '' }) {
  const reply = await fetch(`${baseUrl}/oauth2/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'password', scope: '*', username, password }),
  });
  return (await reply.json()).access_token;
}

/** @param {string} url @param {string} access @returns {Promise<any>} */
async function get(url, access) {
  return (await fetch(url, { headers: { authorization: `Bearer ${access}` } })).json();
}
