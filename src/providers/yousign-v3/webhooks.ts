import { payloadText } from '../../core/webhooks/payloadText';
import type { Webhooks } from '../../core/webhooks/webhooks';
import type { JsonObject } from '../../protocol/json';
import { endpoint } from './endpoint';
import { sampleIds } from './operations/sampleIds';
import { untoldEvents } from './operations/untoldEvents';
import { webhookEvents } from './operations/webhookEvents';
import { sources } from './sources';

const second = 1000;
const minute = 60 * second;

export const webhooks: Webhooks = {
  source: 'https://developers.yousign.com/docs/webhook-messages',
  registration: 'A webhook subscription with the events that it is told, or * for all.',
  endpoint,
  proof: { kind: 'hmac', header: 'x-yousign-signature-256', encoding: 'hex', prefix: 'sha256=' },
  rules: {
    source: 'https://developers.yousign.com/docs/failure-and-retry-policy',
    success: 'any2xxOr3xx',
    redirects: 2,
    timeoutsMs: [second, 10 * second],
    retriesMs: [2, 6, 30, 60, 300, 1_080, 1_440, 2_880].map((minutes) => minutes * minute),
    headers: { 'user-agent': 'Yousign Webhook Bot' },
    attemptHeaders: ({ number, at }) => ({
      'x-yousign-retry': String(number),
      'x-yousign-issued-at': String(Math.floor(at / second)),
    }),
  },
  events: webhookEvents,
  untold: untoldEvents,
  sample: (event) =>
    webhookEvents.some((one) => one === event)
      ? { payload: eventPayload({ ...sampleHead, event }, sampleDataOf(event)) }
      : undefined,
  read: (payload) => {
    // The documentation of 2026 is said to put the head into "metadata".
    const event = payloadText(payload, 'event_name') ?? payloadText(payload, 'metadata', 'event_name');
    const document = payloadText(payload, 'data', 'signature_request', 'id');
    const id = payloadText(payload, 'event_id') ?? payloadText(payload, 'metadata', 'event_id');
    return event === undefined ? undefined : { event, document, id };
  },
  gaps: [
    `Documentation of 2026 is said to put what identifies an event into "metadata"; all copies of ${sources.docs} have it at the top, as here. The receiver takes both.`,
    'How X-Yousign-Issued-At is written is not documented: here it is a number of seconds, as event_time. Suspending an address that fails often is not done.',
    'Two names are documented for a reminder that goes by itself: here both are told of each, one after the other, and none of a reminder that a call sends. The first goes out the interval after the activation.',
    'What becomes of an event that waits to be sent again when its webhook is changed is not documented: here it goes on to the address that it was told for, with the same bytes, and is dropped where the webhook was deleted, disabled or is not told of it any more.',
    'A retry of a subscription without auto_retry waits as long as the first one of others: how long is not documented.',
  ],
};

export interface EventHead {
  readonly id: string;
  readonly event: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly subscription: string;
  readonly description: string | null;
  readonly isSandbox: boolean;
}

export function eventPayload(
  { id, event, at, subscription, description, isSandbox }: EventHead,
  data: JsonObject,
): JsonObject {
  return {
    event_id: id,
    event_name: event,
    // Unix seconds, as a text.
    event_time: String(Math.floor(at / second)),
    subscription_id: subscription,
    subscription_description: description,
    sandbox: isSandbox,
    data,
  };
}

const sampleHead = {
  id: 'd09f0367-d80a-309c-a2ed-7083991fc564',
  at: Date.UTC(2024, 0, 18, 22, 59),
  subscription: sampleIds.webhook,
  description: 'Everything of the sandbox',
  isSandbox: true,
};

const samplePerson = {
  id: '550e8402-e29b-41d4-a716-446655440000',
  info: {
    first_name: 'Jane',
    last_name: 'Doe',
    email: 'jane.doe@example.com',
    phone_number: '+33612345678',
    locale: 'fr',
  },
};

const requestStatus: Readonly<Record<string, string>> = {
  'signature_request.done': 'done',
  'signature_request.declined': 'declined',
  'signature_request.expired': 'expired',
  'signature_request.canceled': 'canceled',
  'signature_request.rejected': 'rejected',
  'signer.declined': 'declined',
};

const signerStatus: Readonly<Record<string, string>> = { done: 'signed', declined: 'declined' };

function sampleDataOf(event: string): JsonObject {
  const [subject = '', what = ''] = event.split('.');
  const status = signerStatus[what] ?? 'notified';
  const request = sampleRequest(requestStatus[event] ?? 'ongoing', status);
  if (subject === 'signature_request') return { signature_request: request };
  if (subject === 'signer')
    return {
      signature_request: request,
      signer: {
        ...samplePerson,
        status,
        signed_at: status === 'signed' ? '2024-01-18T22:59:00+00:00' : null,
        signature_level: 'electronic_signature',
      },
    };
  if (subject === 'approver')
    return {
      signature_request: request,
      approver: { ...samplePerson, status: what === 'approved' ? what : 'notified' },
    };
  if (subject === 'contact')
    return {
      contact: { id: sampleIds.contact, email: 'jane.roe@example.com', first_name: 'Jane', last_name: 'Roe' },
    };
  return { [subject]: { id: sampleIds.user } };
}

function sampleRequest(status: string, signer: string): JsonObject {
  return {
    id: '0ef334d2-7f36-4643-8a2a-4283b4a3e4a4',
    status,
    name: 'My Signature Request',
    delivery_mode: 'email',
    created_at: '2024-01-18T22:50:00Z',
    activated_at: '2024-01-18T22:55:00Z',
    completed_at: status === 'done' ? '2024-01-18T22:59:00Z' : null,
    approved_at: null,
    deleted_at: null,
    timezone: 'Europe/Paris',
    email_custom_note: null,
    expiration_date: '2024-07-18T21:59:59Z',
    source: 'public_api',
    ordered_signers: true,
    external_id: 'ref#1234',
    workspace_id: sampleIds.workspace,
    sender: { id: sampleIds.user, email: 'dana.owner@example.com' },
    signers: [{ id: samplePerson.id, status: signer }],
    approvers: [],
    labels: [],
    documents: [],
    custom_properties: [],
  };
}
