import { views } from '../../ids';
import type { Targeted } from '../../treeTarget';
import { above, command, onNodes } from '../command';
import { commandIds } from '../commandIds';

export const connectionCommands = {
  [commandIds.addConnection]: command<[provider?: string | Targeted]>({
    title: 'Add Connection…',
    icon: 'add',
    menus: [above(views.providers, 'navigation@2'), ...onNodes(['provider'], 'inline@1', '1_new@1')],
  }),
  [commandIds.editConnection]: command<[node?: Targeted]>({
    title: 'Edit Connection…',
    icon: 'edit',
    menus: onNodes(['configured'], '4_edit@1'),
  }),
  [commandIds.removeConnection]: command<[node?: Targeted]>({
    title: 'Remove Connection…',
    menus: onNodes(['configured'], '4_edit@2'),
  }),
  [commandIds.testConnection]: command<[node?: Targeted]>({
    title: 'Test Connection',
    icon: 'debug-disconnect',
    menus: [...onNodes(['connection'], '2_test@1'), ...onNodes(['configured'], 'inline@1')],
  }),
  [commandIds.diagnoseConnection]: command<[node?: Targeted]>({
    title: 'Diagnose Connection',
    icon: 'pulse',
    menus: onNodes(['connection'], '2_test@2'),
  }),
  [commandIds.enterCredentials]: command<[node?: Targeted]>({
    title: 'Enter Credentials…',
    icon: 'key',
    menus: onNodes(['configured'], '3_credentials@1'),
  }),
  [commandIds.confirmAddress]: command<[node?: Targeted]>({ title: 'Confirm Address…', palette: 'never' }),
  [commandIds.forgetCredentials]: command<[node?: Targeted]>({
    title: 'Forget Credentials',
    menus: onNodes(['configured'], '3_credentials@2'),
  }),
  [commandIds.manageCredentials]: command({
    title: 'Manage Credentials…',
    menus: [above(views.providers, 'credentials@1')],
  }),
  [commandIds.moveProxyCredentials]: command({ title: 'Move Proxy Credentials to Secret Storage…' }),
  [commandIds.newToken]: command<[node?: Targeted]>({
    title: 'Get New Token',
    menus: onNodes(['connection'], '3_credentials@4'),
  }),
  [commandIds.forgetToken]: command<[node?: Targeted]>({
    title: 'Forget Token',
    menus: onNodes(['connection'], '3_credentials@5'),
  }),
  [commandIds.openToAssistants]: command<[node?: Targeted]>({
    title: 'Open Connection to Assistants…',
    menus: onNodes(['configured', 'unopened'], '5_assistants@1'),
  }),
  [commandIds.closeToAssistants]: command<[node?: Targeted]>({
    title: 'Close Connection to Assistants',
    menus: onNodes(['configured', 'opened'], '5_assistants@1'),
  }),
};
