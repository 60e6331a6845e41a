import type { Verb } from '../../../core/operation';
import {
  type ContextKey,
  comparedScheme,
  requestEditor,
  requestFileEnding,
  type Settings,
  scenarioDebugger,
  scenarioFileEnding,
  scenarioTests,
  scratchScheme,
  stepMessage,
  type View,
} from '../ids';

/** A condition as the editor reads it. */
export type When = string;

/** What a node of the tree is, what state it is in, and what can be done with it: the words of its `contextValue`. */
export type NodeWord = NodeKind | NodeState | Verb;
export type NodeKind = 'provider' | 'connection' | 'collection' | 'document' | 'recipient' | 'message';
export type NodeState =
  | 'configured'
  /** To assistants. */
  | 'opened'
  | 'unopened'
  | 'emulator'
  | 'running'
  | 'stopped'
  | 'create'
  | 'unlisted'
  | 'pinned'
  | 'signingPage'
  /** Somebody can be played here: on the emulator. */
  | 'signs'
  /** Nobody can: on a real connection. */
  | 'elsewhere';

/** What a node of the history is, and how it is kept: the words of its `contextValue`. */
export type HistoryNodeKind = 'historyGroup' | 'historyScenario' | HistoryEntryKind;
export type HistoryNodeState = 'pinned' | 'unpinned';
/** `historyAct`: what a scenario did on its emulator, which cannot be sent again by itself. */
export type HistoryEntryKind = 'historyEntry' | 'historyAct';

/** What a node of the view of request files is: its `contextValue`. */
export type RequestNodeKind = 'requestFile' | 'requestFolder';

/** What a node of the inbox is: its `contextValue`. */
export type InboxNodeKind = 'inboxDocument' | 'inboxEvent' | 'inboxUndelivered';

export const inForm: When = `activeCustomEditorId == ${requestEditor}`;
export const outsideForm: When = `activeCustomEditorId != ${requestEditor}`;
export const isRequestFile: When = `resourceFilename =~ /${requestFileEnding.replaceAll('.', '\\.')}$/`;
export const isScratch: When = `resourceScheme == ${scratchScheme}`;
export const scenarioFile: When = `resourceFilename =~ /${scenarioFileEnding.source}/`;
export const onScenarioTest: When = `controllerId == ${scenarioTests}`;
export const debugsScenario: When = `debugType == ${scenarioDebugger}`;
export const onStepMessage: When = `testMessage == ${stepMessage}`;
export const inTextOfRequest: When = all('editorTextFocus', isRequestFile);

export function all(...conditions: readonly (When | undefined)[]): When {
  return conditions.filter((condition) => condition !== undefined).join(' && ');
}

export function any(...conditions: readonly When[]): When {
  return `(${conditions.join(' || ')})`;
}

export function key(name: ContextKey): When {
  return name;
}

export function not(name: ContextKey): When {
  return `!${name}`;
}

export function settingIsOn(name: keyof Settings): When {
  return `config.esign.${name}`;
}

export function settingIsOff(name: keyof Settings): When {
  return `!${settingIsOn(name)}`;
}

export function inView(view: View): When {
  return `view == ${view}`;
}

export function onNodeWith(...words: readonly NodeWord[]): When {
  return all(...words.map((word) => `viewItem =~ /\\b${word}\\b/`));
}

export function onHistoryNode(...kinds: readonly HistoryNodeKind[]): When {
  return `viewItem =~ /^(?:${kinds.join('|')})\\b/`;
}

export function onRequestNode(...kinds: readonly RequestNodeKind[]): When {
  return `viewItem =~ /^(?:${kinds.join('|')})$/`;
}

export function onInboxNode(...kinds: readonly InboxNodeKind[]): When {
  return `viewItem =~ /^(?:${kinds.join('|')})$/`;
}

export function inHistoryState(state: HistoryNodeState): When {
  return `viewItem =~ /\\b${state}\\b/`;
}

/** In a window with a folder, without anything, or with a workspace whose folders it does not know. */
export const hasFolder: When = 'workspaceFolderCount != 0';
export const hasNothingOpen: When = 'workspaceFolderCount == 0 && workbenchState != workspace';
export const hasOnlyWorkspace: When = 'workspaceFolderCount == 0 && workbenchState == workspace';

/** Several rows of the view are selected, or one. */
export const severalSelected: When = 'listMultiSelection';
export const oneSelected: When = '!listMultiSelection';

/** In the editor that shows the differences of two runs. */
export const comparesRuns: When = `isInDiffEditor && resourceScheme == ${comparedScheme}`;
