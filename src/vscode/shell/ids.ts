import type { ConnectionSetting } from '../../core/connections/connection';

export const views = {
  providers: 'esign.providers',
  requests: 'esign.requests',
  history: 'esign.history',
  inbox: 'esign.inbox',
} as const;
export type View = (typeof views)[keyof typeof views];
/** The editor's own view of tests, as welcome texts name it. */
export const testingView = 'testing';

export const requestFileEnding = '.esign.json';
export const requestFileGlob = '**/*.esign.json';
export const requestEditor = 'esign.requestForm';
/** Requests that no file of a person's holds yet. */
export const scratchScheme = 'esign-scratch';
/** Read-only documents of runs that are compared. */
export const comparedScheme = 'esign-compared';
export const walkthrough = 'start';
export const scenarioFileEnding = /\.arazzo\.(?:ya?ml|json)$/;
export const newScenarioEnding = '.arazzo.yaml';
export const scenarioFileGlob = '**/*.arazzo.{yaml,yml,json}';
export const scenarioDebugger = 'esign-scenario';
export const scenarioTests = 'esign.scenarios';
/** Of the message of a step that failed. */
export const stepMessage = 'esign.step';

/** In front of the names of the tools of assistants, which all extensions share. */
export const toolPrefix = 'esign_';
export const agentServers = 'esign.mcp';

/** Types of the tabs that come back with their window. */
export const restoredPanels = {
  reply: 'esign.reply',
  journey: 'esign.journey',
  embed: 'esign.embed',
  inboxEvent: 'esign.inboxEvent',
  inspector: 'esign.emulatorRequests',
  setUp: 'esign.setUp',
} as const;
export type RestoredPanel = keyof typeof restoredPanels;
/** A page that a server answered. No script runs in it that could keep whose it was, so it goes with its window. */
export const replyPagePanel = 'esign.replyPage';

/** Context keys that menus and welcome texts look at. Each is true or false. */
export const contextKeys = {
  emulatorRunning: 'esign.emulatorRunning',
  sending: 'esign.sending',
  hasReply: 'esign.hasReply',
  hasLinks: 'esign.hasLinks',
  recording: 'esign.recording',
  historyFiltered: 'esign.historyFiltered',
  comparing: 'esign.comparing',
  /** Both stay true once they happened: steps of the walkthrough are ticked by them. */
  requestSent: 'esign.requestSent',
  documentSigned: 'esign.documentSigned',
  receiving: 'esign.receiving',
} as const;
export type ContextKey = (typeof contextKeys)[keyof typeof contextKeys];

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
