import type { RequestFile } from '../core/requests/requestFile';
import type { RecipientNode, TreeNode } from './features/providersTree/nodes';

/**
 * Commands by id with the arguments they take when they do not come from the palette. Everything is optional:
 * without an argument a command asks.
 */
export interface Commands {
  'esign.addConnection': [provider?: string];
  'esign.editConnection': [node?: TreeNode];
  'esign.removeConnection': [node?: TreeNode];
  'esign.enterCredentials': [node?: TreeNode];
  'esign.forgetCredentials': [node?: TreeNode];
  'esign.testConnection': [node?: TreeNode];
  'esign.refresh': [node?: TreeNode];
  'esign.loadMore': [node?: TreeNode];
  'esign.pinDocument': [node?: TreeNode];
  'esign.unpinDocument': [node?: TreeNode];
  'esign.copyId': [node?: TreeNode];
  'esign.newRequest': [node?: TreeNode];
  'esign.documentAction': [node?: TreeNode];
  'esign.recipient.add': [node?: TreeNode];
  'esign.recipient.edit': [node?: RecipientNode];
  'esign.recipient.invite': [node?: TreeNode];
  'esign.recipient.remove': [node?: RecipientNode];
  'esign.recipient.getLink': [node?: RecipientNode];
  'esign.openRequest': [request?: RequestFile];
  'esign.send': [];
  'esign.cancel': [];
  'esign.openAsText': [];
  'esign.openAsForm': [];
  'esign.showReply': [];
  'esign.copyAsCurl': [];
  'esign.openSigningLink': [];
  'esign.copySigningLink': [];
  'esign.history.open': [entry?: { readonly id: string }];
  'esign.history.replay': [entry?: { readonly id: string }];
  'esign.history.editAndResend': [entry?: { readonly id: string }];
  'esign.history.remove': [entry?: { readonly id: string }];
  'esign.history.clear': [];
  'esign.history.refresh': [];
  'esign.history.loadMore': [];
  'esign.emulator.start': [];
  'esign.emulator.stop': [];
  'esign.emulator.reset': [];
  'esign.emulator.advanceClock': [];
  'esign.showLog': [];
}
export type CommandId = keyof Commands;

export const views = {
  providers: 'esign.providers',
  history: 'esign.history',
} as const;

export const requestEditor = 'esign.requestForm';
export const replyPanel = 'esign.reply';

/** Context keys that menus and welcome texts look at. */
export interface ContextKeys {
  'esign.emulatorRunning': boolean;
  'esign.sending': boolean;
  'esign.hasReply': boolean;
  'esign.hasLinks': boolean;
}

/** Settings by key, without the `esign.` prefix. */
export interface Settings {
  connections: readonly import('../core/connections/connection').ConnectionSetting[];
  'emulator.portBase': number;
  'history.enabled': boolean;
  'history.maxEntries': number;
  'send.connectTimeoutSeconds': number;
  'send.totalTimeoutSeconds': number;
  'send.maxReplyMegabytes': number;
}
