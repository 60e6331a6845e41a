import { payloadText } from '../../core/webhooks/payloadText';
import type { Webhooks } from '../../core/webhooks/webhooks';
import type { JsonObject } from '../../protocol/json';
import { endpoint } from './endpoint';
import { eventNames } from './operations/events/eventNames';
import { untoldEvents } from './operations/events/untoldEvents';
import { sources } from './sources';

const second = 1000;
const hour = 3_600 * second;

export const webhooks: Webhooks = {
  source: 'https://docs.signnow.com/webhooks/subscriptions',
  registration: 'One event subscription for each event, of one document, group or template or of a whole account.',
  // Captures of four real deliveries agree with it; without a secret_key there is no such header.
  endpoint,
  proof: { kind: 'hmac', header: 'x-signnow-signature', encoding: 'base64', prefix: '' },
  rules: {
    source: sources.liveCaptures,
    success: 'any2xx',
    redirects: 0,
    timeoutsMs: [10 * second, 10 * second],
    retriesMs: [...repeated(10 * second, 4), ...repeated(4 * hour, 5)],
    finalAnswer: 'any4xx',
  },
  events: eventNames,
  untold: untoldEvents,
  sample: (event) =>
    eventNames.includes(event) ? { payload: callbackPayload({ ...sampleMeta, event }, contentOf(event)) } : undefined,
  read: (payload) => {
    const event = payloadText(payload, 'meta', 'event');
    const document = payloadText(payload, 'content', 'document_id') ?? payloadText(payload, 'content', 'group_id');
    return event === undefined ? undefined : { event, document };
  },
  gaps: [
    'Retries, the time limit and what an answer means are described by an integration that captured real deliveries, not by signNow: five tries ten seconds apart, five more four hours apart, none after an answer 4xx. That thirty answers 4xx in an hour end a subscription is not done here.',
    'What template.update, template.delete and user.invite.expired bring is not documented: here IDs, marked as illustrative. A change of a template is told by template.update alone.',
    'When document.open and document_group.open come is not documented: here each time that a recipient opens a signing page that is open to them.',
    'What becomes of an event that waits to be sent again when its event subscription is changed is not documented: here it goes on to the address that it was told for, with the same bytes, and is dropped where the event subscription was deleted or is not told of it any more.',
    'Whether the bytes that are signed are compact or indented is not published: here they are compact.',
  ],
};

function repeated(ms: number, times: number): readonly number[] {
  return Array.from({ length: times }, () => ms);
}

export interface CallbackMeta {
  /** Unix seconds. */
  readonly timestamp: number;
  readonly event: string;
  readonly initiator: string;
  readonly callback: string;
  /** Left out where the subscription says so. */
  readonly accessToken: string | undefined;
}

/** The keys of `meta` as clients type them and captures show them. */
export function callbackPayload(
  { timestamp, event, initiator, callback, accessToken }: CallbackMeta,
  content: Readonly<Record<string, string>>,
) {
  return {
    meta: {
      timestamp,
      event,
      environment: 'https://api.signnow.com',
      initiator_id: initiator,
      callback_url: callback,
      ...(accessToken !== undefined && { access_token: accessToken }),
    },
    content,
  } satisfies JsonObject;
}

const ids = {
  document_id: '08ba14321d484b30a3dd74a0bf3cd40d8dee71b8',
  group_id: '9f4c1de8a27b4b0d8e35c6f2a1907d54be38c6f0',
  user_id: '5f1b0a8e4d2c4f1aa5d0a9f7c8e6b3d2a1f0e9d8',
  invite_id: 'ee8f0a1b2c3d4e5f60718293a4b5c6d7e8f9f86d',
};

const sampleMeta = {
  timestamp: 1_788_517_139,
  initiator: ids.user_id,
  callback: 'https://example.com/webhook',
  accessToken: undefined,
};

const statuses: Readonly<Record<string, string>> = {
  create: 'created',
  sent: 'pending',
  signed: 'fulfilled',
  decline: 'declined',
  declined: 'declined',
  expired: 'expired',
};

/** By the part of its name that says what it is about: the keys that the official client reads. */
function contentOf(name: string): Readonly<Record<string, string>> {
  const event = name.replace(/^user\./, '');
  const status = statuses[event.split('.').at(-1) ?? ''] ?? 'pending';
  const document = { document_id: ids.document_id, document_name: 'Service agreement', user_id: ids.user_id };
  const byAccount = event.endsWith('.delete') && {
    initiator_id: ids.user_id,
    initiator_email: 'owner@example.com',
  };
  if (event.startsWith('document_group.invite.') || event.startsWith('document_group.freeform.'))
    return { group_id: ids.group_id, group_invite_id: ids.invite_id, status };
  if (event.startsWith('document_group.'))
    return { group_id: ids.group_id, group_name: 'Employment papers', user_id: ids.user_id, ...byAccount };
  if (event === 'template.update' || event === 'template.delete')
    return { template_id: ids.group_id, user_id: ids.user_id, ...byAccount };
  if (event.startsWith('template.'))
    return {
      document_id: ids.document_id,
      template_id: ids.group_id,
      user_id: ids.user_id,
      viewer_user_unique_id: ids.user_id,
    };
  if (event.startsWith('document.fieldinvite.') || event.startsWith('document.freeform.') || event === 'invite.expired')
    return { document_id: ids.document_id, invite_id: ids.invite_id, signer: 'anna@example.com', status };
  const viewer = event === 'document.open' && { viewer_user_unique_id: ids.user_id };
  return { ...document, ...byAccount, ...viewer };
}
