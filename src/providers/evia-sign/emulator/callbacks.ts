import { toBase64 } from '../../../core/attachments/base64';
import type { EmulatorTools } from '../../../core/emulation';
import { type EventKey, eventPayload, events, type ToldEvent } from '../webhooks';
import { type Signatory, type SignatureRequest, type State, signersOf } from './state';

/* What EVIA Sign reports: to the callback of a request, and to those who registered a webhook. */

export function callBack(request: SignatureRequest, key: EventKey, who: Signatory, tools: EmulatorTools): void {
  const { url, attachesDocuments } = request.callback;
  if (!url || !isWanted(request, key)) return;
  tools.deliver({
    channel: 'webhook',
    purpose: 'event',
    to: url,
    document: request.id,
    event: events[key].description,
    payload: eventPayload(key, told(request, who, key === 'completed' && attachesDocuments, tools)),
  });
}

/** The two events of subscriptions. What their bodies hold is not documented: they get those of callbacks. */
export function tellSubscribers(
  state: State,
  request: SignatureRequest,
  event: 'request.sent' | 'request.completed',
  tools: EmulatorTools,
): void {
  const [who] = signersOf(request);
  if (who === undefined) return;
  const payload = eventPayload(event === 'request.sent' ? 'received' : 'completed', told(request, who, false, tools));
  for (const { url, events: wanted } of state.webhooks) {
    if (!wanted.includes(event)) continue;
    const about = { document: request.id, event, payload, isIllustrative: true } as const;
    tools.deliver({ channel: 'webhook', purpose: 'event', to: url, ...about });
  }
}

/** Numbers are the events' own; names are those of subscriptions. Without a list everything is reported. */
function isWanted({ callback: { types } }: SignatureRequest, key: EventKey): boolean {
  const { id, names } = events[key];
  const known: readonly (string | number)[] = [id, String(id), ...names];
  return types === undefined || types.some((type) => known.includes(type));
}

function told(request: SignatureRequest, who: Signatory, isAttached: boolean, tools: EmulatorTools): ToldEvent {
  return {
    request: request.id,
    name: who.name,
    email: who.email,
    subject: request.title,
    at: tools.now(),
    ...(isAttached && {
      documents: request.documents.map(({ name, bytes }) => ({ DocumentName: name, DocumentContent: toBase64(bytes) })),
    }),
  };
}
