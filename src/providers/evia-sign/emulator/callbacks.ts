import { toBase64 } from '../../../core/attachments/base64';
import type { EmulatorTools } from '../../../core/emulation';
import type { JsonObject } from '../../../protocol/json';
import type { Signatory, SignatureRequest, State } from './state';

/* What EVIA Sign reports: to the callback of a request, and to those who registered a webhook. */

/** As version 1 numbers and calls them; the last is known from third-party code. */
const events = {
  received: { id: 1, description: 'SignRequestReceived', names: ['request.sent'] },
  signed: { id: 2, description: 'SignatoryCompleted', names: [] },
  completed: { id: 3, description: 'RequestCompleted', names: ['request.completed'] },
  rejected: { id: 5, description: 'RequestRejected', names: [] },
} as const;

type EventKey = keyof typeof events;

export function callBack(request: SignatureRequest, key: EventKey, who: Signatory, tools: EmulatorTools): void {
  const { url } = request.callback;
  const { description: event } = events[key];
  if (!url || !isWanted(request, key)) return;
  const payload = payloadOf(request, key, who, tools);
  tools.deliver({ channel: 'webhook', purpose: 'event', to: url, document: request.id, event, payload });
}

/** The two events of subscriptions. What their bodies hold is not documented, so that nothing is said of it. */
export function tellSubscribers(
  state: State,
  request: SignatureRequest,
  event: 'request.sent' | 'request.completed',
  tools: EmulatorTools,
): void {
  for (const { url, events: wanted } of state.webhooks) {
    if (!wanted.includes(event)) continue;
    tools.deliver({ channel: 'webhook', purpose: 'event', to: url, document: request.id, event });
  }
}

/** Numbers are the events' own; names are those of subscriptions. Without a list everything is reported. */
function isWanted({ callback: { types } }: SignatureRequest, key: EventKey): boolean {
  const { id, names } = events[key];
  const known: readonly (string | number)[] = [id, String(id), ...names];
  return types === undefined || types.some((type) => known.includes(type));
}

function payloadOf(request: SignatureRequest, key: EventKey, who: Signatory, tools: EmulatorTools): JsonObject {
  const { id, description } = events[key];
  const isAttached = key === 'completed' && request.callback.attachesDocuments;
  return {
    RequestId: request.id,
    UserName: who.name,
    Email: who.email,
    Subject: request.title,
    EventId: id,
    EventDescription: description,
    EventTime: new Date(tools.now()).toISOString(),
    ...(isAttached && {
      Documents: request.documents.map(({ name, bytes }) => ({ DocumentName: name, DocumentContent: toBase64(bytes) })),
    }),
  };
}
