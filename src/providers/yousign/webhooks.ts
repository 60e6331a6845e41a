import { payloadText } from '../../core/webhooks/payloadText';
import { undocumentedRules, type Webhooks } from '../../core/webhooks/webhooks';
import type { JsonObject } from '../../protocol/json';
import { sources } from './sources';

const events = [
  'procedure.started',
  'procedure.finished',
  'procedure.refused',
  'procedure.expired',
  'procedure.deleted',
  'member.started',
  'member.finished',
  'comment.created',
] as const;

type EventName = (typeof events)[number];

export const webhooks: Webhooks = {
  source: sources.procedures,
  registration: 'In the procedure: config.webhook names addresses for each event, each with its method and headers.',
  proof: {
    kind: 'none',
    says: 'Yousign v2 documents no proof of origin. Give the webhook a header with a word that only you know, and compare it.',
  },
  rules: undocumentedRules,
  events,
  untold: [{ events: ['comment.created'], reason: 'no source has a call that writes a comment.' }],
  sample: (event) => {
    const name = events.find((one) => one === event);
    return name && { payload: samplePayload(name) };
  },
  read: (payload) => {
    const document = payloadText(payload, 'procedure', 'id');
    if (document === undefined) return undefined;
    // The event is named by the place of the address in the procedure alone.
    const isOfMember = payloadText(payload, 'member', 'id') !== undefined;
    return { event: isOfMember ? 'member.*' : 'procedure.*', document };
  },
  gaps: [
    'How procedure and member stand side by side in the body is not documented: here under these names, marked as illustrative. A GET, which is the default, has no body.',
    'Retries and the expected answer are not documented: here an event is sent once, and any 2xx within ten seconds is taken.',
    'No body names its event: give each event an address of its own.',
  ],
};

function samplePayload(event: EventName): JsonObject {
  const procedure = {
    id: '/procedures/e8adf1aa-8a0b-4e5f-9a0d-3e3c5b0d4f11',
    name: 'Service agreement',
    status: statuses[event] ?? 'active',
  };
  if (!event.startsWith('member.')) return { procedure };
  return {
    procedure,
    member: {
      id: '/members/d5cfda43-88b4-4ac7-9a5d-bf20ba1f7c6a',
      firstname: 'Jane',
      lastname: 'Doe',
      email: 'jane.doe@example.com',
      status: event === 'member.finished' ? 'done' : 'pending',
    },
  };
}

const statuses: Partial<Record<EventName, string>> = {
  'procedure.finished': 'finished',
  'procedure.refused': 'refused',
  'procedure.expired': 'expired',
};
