import { views } from '../../ids';
import type { Targeted } from '../../treeTarget';
import { above, command, onNodes, shortcut } from '../command';
import { commandIds } from '../commandIds';

export const documentCommands = {
  [commandIds.refresh]: command<[node?: Targeted]>({
    title: 'Refresh',
    icon: 'refresh',
    menus: [
      above(views.providers, 'navigation@3'),
      ...onNodes(['provider'], '9_read@1'),
      ...onNodes(['connection'], '9_read@1'),
      ...onNodes(['collection'], 'inline@3', '9_read@1'),
      ...onNodes(['document'], 'inline@2', '9_read@1'),
    ],
  }),
  [commandIds.loadMore]: command<[node?: Targeted]>({ title: 'Load More', palette: 'never' }),
  [commandIds.revealDocument]: command<[node?: Targeted]>({ title: 'Show Document', palette: 'never' }),
  [commandIds.pinDocument]: command<[node?: Targeted]>({
    title: 'Pin Document by ID…',
    icon: 'pin',
    menus: onNodes(['collection', 'unlisted'], 'inline@2', '1_new@2'),
  }),
  [commandIds.unpinDocument]: command<[node?: Targeted]>({
    title: 'Unpin Document',
    icon: 'pinned',
    menus: onNodes(['pinned'], '7_pin@1'),
  }),
  [commandIds.copyId]: command<[node?: Targeted]>({
    title: 'Copy ID',
    icon: 'copy',
    menus: [
      ...onNodes(['connection'], '8_copy@1'),
      ...onNodes(['document'], '8_copy@1'),
      ...onNodes(['recipient'], '8_copy@1'),
    ],
  }),
  [commandIds.useInRequest]: command<[node?: Targeted]>({
    title: 'Use in Open Request',
    icon: 'insert',
    palette: 'never',
    menus: [...onNodes(['document'], '8_copy@2'), ...onNodes(['recipient'], '8_copy@2')],
  }),
  [commandIds.documentAction]: command<[node?: Targeted]>({
    keys: [shortcut('d')],
    title: 'Document Actions…',
    icon: 'list-selection',
    menus: onNodes(['document'], 'inline@1', '1_act@1'),
  }),
};

export const recipientCommands = {
  [commandIds.recipient.add]: command<[node?: Targeted]>({
    title: 'Add Recipient…',
    icon: 'person-add',
    menus: onNodes(['document', 'add'], '1_act@3'),
  }),
  [commandIds.recipient.edit]: command<[node?: Targeted]>({
    title: 'Edit Recipient…',
    icon: 'edit',
    menus: onNodes(['recipient', 'edit'], 'inline@3', '1_act@3'),
  }),
  [commandIds.recipient.invite]: command<[node?: Targeted]>({
    title: 'Invite Recipient…',
    icon: 'mail',
    menus: [...onNodes(['document', 'invite'], '1_act@2'), ...onNodes(['recipient', 'invite'], 'inline@2', '1_act@2')],
  }),
  [commandIds.recipient.remove]: command<[node?: Targeted]>({
    title: 'Remove Recipient…',
    icon: 'trash',
    menus: onNodes(['recipient', 'remove'], '1_act@4'),
  }),
  [commandIds.recipient.getLink]: command<[node?: Targeted]>({
    title: 'Get Signing Link',
    icon: 'link',
    menus: onNodes(['recipient', 'link'], 'inline@1', '1_act@1'),
  }),
  [commandIds.recipient.openSigningPage]: command<[node?: Targeted]>({
    title: 'Open Signing Page of the Emulator',
    icon: 'link-external',
    menus: onNodes(['recipient', 'signingPage'], 'inline@1', '1_act@1'),
  }),
};
