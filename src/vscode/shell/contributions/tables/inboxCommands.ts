import type { EndedDelivery } from '../../../../emulator/deliveries/endedDelivery';
import { contextKeys, views } from '../../ids';
import { above, command, type MenuPlace } from '../command';
import { commandIds } from '../commandIds';
import { all, type InboxNodeKind, inView, key, not, onInboxNode } from '../when';

/** A row of the inbox, or what a page shows of it. */
export interface InboxRow {
  readonly eventId: string;
}

/** An event that an emulator gave up. */
export interface DeliveryRow {
  readonly delivery: EndedDelivery;
}

const receiving = key(contextKeys.receiving);
const notReceiving = not(contextKeys.receiving);

export const inboxCommands = {
  [commandIds.inbox.receive]: command({
    title: 'Receive Webhooks',
    icon: 'debug-start',
    enablement: notReceiving,
    menus: [above(views.inbox, 'navigation@1', notReceiving)],
  }),
  [commandIds.inbox.stop]: command({
    title: 'Stop Receiving Webhooks',
    icon: 'debug-stop',
    enablement: receiving,
    menus: [above(views.inbox, 'navigation@1', receiving)],
  }),
  [commandIds.inbox.copyAddress]: command({
    title: 'Copy Address for Webhooks',
    icon: 'copy',
    enablement: receiving,
    menus: [above(views.inbox, 'navigation@2', receiving)],
  }),
  [commandIds.inbox.register]: command({
    title: 'Register Webhook with an API…',
    icon: 'plug',
    menus: [above(views.inbox, 'navigation@3', receiving), above(views.inbox, 'inbox@0', notReceiving)],
  }),
  [commandIds.inbox.forward]: command({ title: 'Forward Events…', menus: [above(views.inbox, 'inbox@0')] }),
  [commandIds.inbox.enterSecret]: command<[row?: InboxRow]>({
    title: 'Enter Webhook Secret…',
    menus: [above(views.inbox, 'inbox@1'), ...onRows(['inboxEvent'], '3_secret@1')],
  }),
  [commandIds.inbox.clear]: command({ title: 'Clear Inbox', menus: [above(views.inbox, 'inbox@2')] }),
  [commandIds.inbox.open]: command<[row?: InboxRow]>({ title: 'Show Event', palette: 'never' }),
  [commandIds.inbox.replay]: command<[row?: InboxRow]>({
    title: 'Replay Event…',
    icon: 'redo',
    palette: 'never',
    menus: onRows(['inboxEvent'], 'inline@1', '1_event@1'),
  }),
  [commandIds.inbox.save]: command<[row?: InboxRow]>({
    title: 'Save Payload as…',
    palette: 'never',
    menus: onRows(['inboxEvent'], '1_event@2'),
  }),
  [commandIds.inbox.sendAgain]: command<[row?: DeliveryRow]>({
    title: 'Send Event Again',
    icon: 'redo',
    palette: 'never',
    menus: onRows(['inboxUndelivered'], 'inline@1', '1_event@1'),
  }),
  [commandIds.inbox.useInScenario]: command<[row?: InboxRow]>({
    title: 'Use in a Scenario',
    palette: 'never',
    menus: onRows(['inboxEvent'], '1_event@3'),
  }),
};

function onRows(kinds: readonly InboxNodeKind[], ...groups: readonly string[]): readonly MenuPlace[] {
  const when = all(inView(views.inbox), onInboxNode(...kinds));
  return groups.map((group) => ({ menu: 'view/item/context', when, group }));
}
