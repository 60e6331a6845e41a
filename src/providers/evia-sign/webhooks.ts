import { isObject } from '../../core/json/jsonKinds';
import { payloadText } from '../../core/webhooks/payloadText';
import { undocumentedRules, type Webhooks } from '../../core/webhooks/webhooks';
import type { JsonObject } from '../../protocol/json';
import { endpoint } from './endpoint';
import { sources } from './sources';

/** As version 1 numbers and calls them; the last is known from third-party code. `names`: those of subscriptions. */
export const events = {
  received: { id: 1, description: 'SignRequestReceived', names: ['request.sent'] },
  signed: { id: 2, description: 'SignatoryCompleted', names: [] },
  completed: { id: 3, description: 'RequestCompleted', names: ['request.completed'] },
  rejected: { id: 5, description: 'RequestRejected', names: [] },
} as const;

export type EventKey = keyof typeof events;

const keys = ['received', 'signed', 'completed', 'rejected'] as const satisfies readonly EventKey[];

export const webhooks: Webhooks = {
  source: sources.webhooks,
  registration:
    'A callback URL in each request, with the types of events; or a webhook for requests sent and completed.',
  endpoint,
  proof: {
    kind: 'none',
    says: 'EVIA Sign documents no proof of origin: whoever knows the address can send such an event. Ask the API for the request before you act on it.',
  },
  rules: undocumentedRules,
  events: keys.map((key) => events[key].description),
  sample: (event) => {
    const key = keys.find((one) => events[one].description === event);
    return key && { payload: eventPayload(key, sample) };
  },
  read: (payload) => {
    const event = payloadText(payload, 'EventDescription');
    const isOurs = isObject(payload) && typeof payload['EventId'] === 'number';
    return event === undefined || !isOurs ? undefined : { event, document: payloadText(payload, 'RequestId') };
  },
  gaps: [
    'Retries and the expected answer are not documented: here an event is sent once, and any 2xx within ten seconds is taken.',
    'What a webhook that was registered is sent is not documented: here the body of the callbacks of version 1, marked as illustrative.',
    'The number and name of a rejected request are known from third-party code only; event 4 is not known.',
  ],
};

/** Who did what, as a callback tells it. */
export interface ToldEvent {
  readonly request: string;
  readonly name: string;
  readonly email: string;
  readonly subject: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly documents?: readonly { readonly DocumentName: string; readonly DocumentContent: string }[];
}

export function eventPayload(key: EventKey, { request, name, email, subject, at, documents }: ToldEvent): JsonObject {
  const { id, description } = events[key];
  return {
    RequestId: request,
    UserName: name,
    Email: email,
    Subject: subject,
    EventId: id,
    EventDescription: description,
    EventTime: new Date(at).toISOString(),
    ...(documents && { Documents: documents.map((one) => ({ ...one })) }),
  };
}

const sample: ToldEvent = {
  request: '3b0c5a16-7f2d-4d1e-9a44-0c9f1f2b7e55',
  name: 'Anna Signer',
  email: 'anna@example.com',
  subject: 'Service agreement',
  at: Date.UTC(2026, 2, 14, 9, 30),
};
