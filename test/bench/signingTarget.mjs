import { startEmulator } from '../host/emulator.mjs';

/** @typedef {{ readonly field_invites?: readonly { readonly id: string }[] }} Invited */

/**
 * An emulator, and the call for a signing link that its demo state is ready for: the same again and again, each time
 * with another link.
 */
export async function startSigningTarget() {
  const emulator = await startEmulator();
  const signNow = emulator.providers['signnow'];
  if (!signNow) throw new Error('The emulator has no signNow.');
  const { baseUrl, credentials } = signNow;
  const access = await accessToken(baseUrl, credentials);
  const documents = /** @type {{ id: string }[]} */ (await get(`${baseUrl}/user/documentsv2`, access));
  for (const { id } of documents) {
    const invited = /** @type {Invited} */ (await get(`${baseUrl}/document/${id}`, access));
    const invite = invited.field_invites?.[0];
    if (invite) return { ...emulator, baseUrl, access, document: id, invite: invite.id };
  }
  throw new Error('No demo document has an invite.');
}

/**
 * A document whose fields may be set again and again: nobody is asked to sign it.
 * @param {{ readonly baseUrl: string, readonly access: string }} target
 */
export async function unusedDocument({ baseUrl, access }) {
  const documents = /** @type {({ id: string } & Invited)[]} */ (await get(`${baseUrl}/user/documentsv2`, access));
  const unused = documents.find(({ field_invites: invites = [] }) => invites.length === 0);
  if (!unused) throw new Error('Every demo document has invites.');
  return unused.id;
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

/** @param {string} url @param {string} access @returns {Promise<unknown>} */
async function get(url, access) {
  return (await fetch(url, { headers: { authorization: `Bearer ${access}` } })).json();
}
