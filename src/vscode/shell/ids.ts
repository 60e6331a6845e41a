import type { ConnectionSetting } from '../../core/connections/connection';
import type { RequestFile } from '../../core/requests/requestFile';
import type { Targeted } from './treeTarget';

/**
 * Commands by id with the arguments they take when they do not come from the palette. Everything is optional:
 * without an argument a command asks.
 */
export interface Commands {
  'esign.addConnection': [provider?: string | Targeted];
  'esign.editConnection': [node?: Targeted];
  'esign.removeConnection': [node?: Targeted];
  'esign.enterCredentials': [node?: Targeted];
  'esign.forgetCredentials': [node?: Targeted];
  'esign.testConnection': [node?: Targeted];
  'esign.refresh': [node?: Targeted];
  'esign.loadMore': [node?: Targeted];
  'esign.pinDocument': [node?: Targeted];
  'esign.unpinDocument': [node?: Targeted];
  'esign.copyId': [node?: Targeted];
  'esign.newRequest': [node?: Targeted];
  'esign.documentAction': [node?: Targeted];
  'esign.recipient.add': [node?: Targeted];
  'esign.recipient.edit': [node?: Targeted];
  'esign.recipient.invite': [node?: Targeted];
  'esign.recipient.remove': [node?: Targeted];
  'esign.recipient.getLink': [node?: Targeted];
  'esign.recipient.openSigningPage': [node?: Targeted];
  'esign.openRequest': [request?: RequestFile];
  'esign.send': [];
  'esign.sendAnyway': [];
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
  connections: readonly ConnectionSetting[];
  'emulator.portBase': number;
  'history.enabled': boolean;
  'history.maxEntries': number;
  'send.allowedRecipients': readonly string[];
  'send.connectTimeoutSeconds': number;
  'send.totalTimeoutSeconds': number;
  'send.maxReplyMegabytes': number;
}
