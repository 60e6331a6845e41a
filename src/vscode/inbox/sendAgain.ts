import { t } from '@vscode/l10n';
import { sendAgain as sendAgainCall } from '../../emulator/controlCalls/deliveryCalls';
import { callEmulator } from '../emulator/callEmulator';
import type { DeliveryRow } from '../shell/contributions/tables/inboxCommands';
import { showInfo } from '../shell/notices';
import type { InboxViewServices } from './inboxServices';

/** The same bytes to the same address, by the emulator itself: what comes of it changes the row. */
export async function sendAgain(services: InboxViewServices, { delivery }: DeliveryRow): Promise<void> {
  const { registry, sender, emulators } = services;
  const provider = await registry.provider(delivery.provider);
  // Where its emulator has stopped, another one would have other deliveries.
  if (provider === undefined || emulators.address(delivery.provider) === undefined) {
    emulators.undelivered.drop(delivery);
    return;
  }
  const request = { operation: sendAgainCall.id, body: { id: delivery.id } };
  const door = await sender.door(undefined);
  const { outcome } = await callEmulator({ door, provider, request, origin: { cause: 'page' } });
  if (outcome.kind === 'replied' && !outcome.reading.failed) return;
  emulators.undelivered.drop(delivery);
  await showInfo(t('The emulator does not have this event any more: it was reset, or too many others came after it.'));
}
