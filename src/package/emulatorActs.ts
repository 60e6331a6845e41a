import * as z from 'zod';
import { placeBelow } from '../core/addresses/webAddress';
import type { EmulatedReply } from '../core/emulation';
import type { Operation, RequestValues } from '../core/operation';
import { shortened } from '../core/quoting/shortened';
import { listDeliveries } from '../emulator/controlCalls/deliveryCalls';
import { actAsRecipient } from '../emulator/controlCalls/signingCalls';
import { controlHeader } from '../emulator/controlHeader';
import type { RunningEmulator, RunningEmulators } from '../node/emulator/runningEmulators';
import { GivenProblem } from './givenOptions';
import type { ActedPage, DeliveredMessage, DeliveriesWanted, RecipientAct } from './types/emulators.js';

/** Programs without types give any of them. */
interface GivenAct {
  readonly link?: string;
  readonly provider?: string;
  readonly document?: string;
  readonly as?: string;
}

/** What somebody does on a signing page. Throws what the emulator says where it cannot be done. */
export function actOfRecipient({ servers }: RunningEmulators, act: RecipientAct): ActedPage {
  const { action = 'finish', answers, reason } = act;
  const { link, provider, document, as }: GivenAct = act;
  const isNamed = provider !== undefined && document !== undefined && as !== undefined;
  if (link === undefined && !isNamed)
    throw new GivenProblem('sign needs "link", or else "provider", "document" and "as" (address, name or role).');
  const server = link === undefined ? serverOf(servers, provider ?? '') : servers.find(isBehind(link));
  if (server === undefined) throw new Error('The link leads to none of these emulators.');
  const who = link === undefined ? { document: document ?? '', as: as ?? '' } : { link };
  const body = { ...who, action, ...(answers && { answers }), ...(reason !== undefined && { reason }) };
  const reply = controlInProcess(server, actAsRecipient, { body });
  if (reply.status !== 200) throw new Error(messageOf(reply));
  return actAsRecipient.replies[200].parse(reply.body);
}

/** What all of them would have sent, the newest first. */
export function messagesOf(
  running: RunningEmulators,
  { provider, to, document }: DeliveriesWanted,
): readonly DeliveredMessage[] {
  const query = { ...(to !== undefined && { to }), ...(document !== undefined && { document }) };
  const messages = serversOf(running, provider).flatMap((server) =>
    listDeliveries.replies[200]
      .parse(controlInProcess(server, listDeliveries, { query }).body)
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
  const reply = controlInProcess(serverOf(servers, provider), operation, { body });
  if (reply.status !== 200) throw new Error(messageOf(reply));
}

/** One, or all of them. */
export function serversOf({ servers }: RunningEmulators, provider: string | undefined): readonly RunningEmulator[] {
  return provider === undefined ? servers : [serverOf(servers, provider)];
}

function serverOf(servers: readonly RunningEmulator[], provider: string): RunningEmulator {
  const server = servers.find((one) => one.provider === provider);
  if (server !== undefined) return server;
  const known = servers.map((one) => one.provider).join(', ');
  throw new Error(`There is no emulator of "${shortened(String(provider))}" here. There is one of ${known}.`);
}

function isBehind(link: string): (server: RunningEmulator) => boolean {
  return ({ baseUrl }) => placeBelow(baseUrl, link) !== undefined;
}

/** A call of the emulator's own, without the way over its port. */
export function controlInProcess(
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
