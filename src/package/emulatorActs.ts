import * as z from 'zod';
import { placeBelow } from '../core/addresses/webAddress';
import type { EmulatedReply } from '../core/emulation';
import type { Operation, RequestValues } from '../core/operation';
import { controlHeader } from '../emulator/control';
import { listDeliveries } from '../emulator/controlCalls/deliveryCalls';
import { actAsRecipient } from '../emulator/controlCalls/signingCalls';
import type { RunningEmulator, RunningEmulators } from '../node/emulator/runningEmulators';
import type { ActedPage, DeliveredMessage, DeliveriesWanted, RecipientAct } from './types/emulators.js';

/** What somebody does on a signing page. Throws what the emulator says where it cannot be done. */
export function actOnPage({ servers }: RunningEmulators, act: RecipientAct): ActedPage {
  const { action = 'finish', answers, reason } = act;
  const server =
    'link' in act ? servers.find(isBehind(act.link)) : servers.find((one) => one.provider === act.provider);
  if (server === undefined) {
    throw new Error(
      'link' in act ? 'The link leads to none of these emulators.' : `There is no emulator of "${act.provider}" here.`,
    );
  }
  const who = 'link' in act ? { link: act.link } : { document: act.document, as: act.as };
  const body = { ...who, action, ...(answers && { answers }), ...(reason !== undefined && { reason }) };
  const reply = control(server, actAsRecipient, { body });
  if (reply.status !== 200) throw new Error(messageOf(reply));
  return actAsRecipient.replies[200].parse(reply.body);
}

/** What all of them would have sent, the newest first. */
export function messagesOf(
  { servers }: RunningEmulators,
  { provider, to, document }: DeliveriesWanted,
): readonly DeliveredMessage[] {
  const query = { ...(to !== undefined && { to }), ...(document !== undefined && { document }) };
  const asked = servers.filter((server) => provider === undefined || server.provider === provider);
  const messages = asked.flatMap((server) =>
    listDeliveries.replies[200]
      .parse(control(server, listDeliveries, { query }).body)
      .deliveries.map((message) => ({ ...message, provider: server.provider })),
  );
  return messages.toSorted((one, other) => other.sentAt.localeCompare(one.sentAt));
}

/** What is changed on one emulator. Throws what it says where it cannot be done. */
export function changeEmulator(
  { servers }: RunningEmulators,
  provider: string,
  operation: Pick<Operation, 'method' | 'path'>,
  body: NonNullable<RequestValues['body']>,
): void {
  const server = servers.find((one) => one.provider === provider);
  if (server === undefined) throw new Error(`There is no emulator of "${provider}" here.`);
  const reply = control(server, operation, { body });
  if (reply.status !== 200) throw new Error(messageOf(reply));
}

function isBehind(link: string): (server: RunningEmulator) => boolean {
  return ({ baseUrl }) => placeBelow(baseUrl, link) !== undefined;
}

/** A call of the emulator's own, without the way over its port. */
function control(
  { emulator, baseUrl }: RunningEmulator,
  { method, path }: Pick<Operation, 'method' | 'path'>,
  { query = {}, body }: { readonly query?: Readonly<Record<string, string>>; readonly body?: RequestValues['body'] },
): EmulatedReply {
  const bytes = new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body));
  return emulator.handle({ method, path, query, headers: { [controlHeader]: '1' }, body: bytes, baseUrl });
}

const refusal = z.object({ message: z.string() });

function messageOf({ body }: EmulatedReply): string {
  return refusal.safeParse(body).data?.message ?? 'The emulator refused it.';
}
