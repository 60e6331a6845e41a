import { isObject } from '../../core/json/jsonKinds';
import { payloadText } from '../../core/webhooks/payloadText';
import { undocumentedRules, type Webhooks } from '../../core/webhooks/webhooks';
import type { JsonObject } from '../../protocol/json';
import { describeSigner, statusOfSession } from './codes';

const codes = [1, 2, 3, 4, 5, 6, 7, 8, 9];

export const webhooks: Webhooks = {
  source: 'https://docs.constellation1.com/api/webhook/',
  registration:
    'The eSign team of the vendor stores the address; no call does. For the emulator, POST /__emulator/webhooks/address.',
  proof: {
    kind: 'none',
    says: 'Constellation1 documents no proof of origin: whoever knows the address can send such an event. Ask the API for the session before you act on it.',
  },
  rules: undocumentedRules,
  events: [
    ...codes.slice(0, 8).map((code) => eventName('SignerStatus', code)),
    ...codes.map((code) => eventName('SessionStatus', code)),
  ],
  untold: [
    {
      events: ['SignerStatus.PendingInvite'],
      reason: 'a signer begins with it, and no source says that this is told.',
    },
    { events: ['SignerStatus.Delegated'], reason: 'its signing page lets nobody hand on what they were asked for.' },
    { events: ['SignerStatus.AuthenticationFailed'], reason: 'its signing page asks nobody who they are.' },
    {
      events: ['SessionStatus.Purged', 'SessionStatus.Archived'],
      reason: 'no call leads to it, and no source says when it comes by itself.',
    },
  ],
  sample: (event) => {
    for (const type of ['SignerStatus', 'SessionStatus'] as const) {
      const status = codes.find((code) => eventName(type, code) === event);
      if (status !== undefined)
        return { payload: eventPayload({ ...sample, type, status, ...sampleOf(type, status) }) };
    }
    return undefined;
  },
  read: (payload) => {
    const type = payloadText(payload, 'Data', 'Type');
    const data = isObject(payload) ? payload['Data'] : undefined;
    const status = isObject(data) ? data['Status'] : undefined;
    if ((type !== 'SignerStatus' && type !== 'SessionStatus') || typeof status !== 'number') return undefined;
    return { event: eventName(type, status), document: payloadText(payload, 'Data', 'SigningSessionId') };
  },
  gaps: [
    'When a signer is InProgress is not documented: here from the first time that they open the signing page.',
    'Retries and the expected answer are not documented: here an event is sent once, and any 2xx within ten seconds is taken.',
    'An ID that is not set is 00000000-0000-0000-0000-000000000000 here, as the classes of the samples have it: no body is printed.',
    'That documents are pushed once they are signed is said, not how: here they are not.',
  ],
};

export interface ToldStatus {
  readonly session: string;
  /** Of a copy. */
  readonly newSession?: string | undefined;
  readonly signer?: string | undefined;
  readonly type: 'SignerStatus' | 'SessionStatus';
  readonly status: number;
  readonly title: string;
  readonly reason?: string | undefined;
}

const unset = '00000000-0000-0000-0000-000000000000';

export function eventPayload(told: ToldStatus): JsonObject {
  const { session, newSession = unset, signer = unset, type, status, title, reason } = told;
  return {
    Data: {
      SigningSessionId: session,
      NewSigningSessionId: newSession,
      SignerId: signer,
      Type: type,
      Status: status,
      Title: title,
      DeclinedReason: reason || null,
    },
  };
}

/** `SignerStatus.Completed`: bodies have the number, people read the word. */
export function eventName(type: ToldStatus['type'], status: number): string {
  const words = type === 'SignerStatus' ? describeSigner(status) : statusOfSession(status);
  return `${type}.${words?.text ?? status}`;
}

const sample = { session: '9f0c1a4e-0c1e-4a52-9a57-0d9a1c2b3d4e', title: 'Listing agreement' };

function sampleOf(type: ToldStatus['type'], status: number): Partial<ToldStatus> {
  if (type === 'SessionStatus') return {};
  const reason = describeSigner(status)?.text === 'Declined' ? { reason: 'The price is wrong.' } : {};
  return { signer: '1d2c3b4a-5e6f-4a7b-8c9d-0e1f2a3b4c5d', ...reason };
}
