import { views } from '../../ids';
import type { Targeted } from '../../treeTarget';
import { above, aboveEditor, command, onNodes, shortcut } from '../command';
import { commandIds } from '../commandIds';
import { any, inForm, isRequestFile } from '../when';

/** One of the links of a run. */
export interface LinkOfRun {
  readonly run: string;
  readonly index: number;
}

/** A call, to be told how it fails. */
export interface NamedCall {
  /** Its id. */
  readonly operation: string;
}

export const liveCommands = {
  [commandIds.waysToFail]: command<[from?: Targeted | NamedCall]>({
    title: 'Ways This Fails…',
    icon: 'bug',
    menus: [
      aboveEditor(any(inForm, isRequestFile), '1_ways@1'),
      ...onNodes(['provider'], '2_ways@1'),
      ...onNodes(['emulator'], '2_ways@1'),
      ...onNodes(['document'], '2_ways@1'),
    ],
    keys: [shortcut('w')],
  }),
  [commandIds.signAs]: command<[node?: Targeted]>({
    title: 'Sign as…',
    icon: 'check',
    keys: [shortcut('s')],
    menus: [...onNodes(['recipient', 'signs'], 'inline@0', '1_act@0'), ...onNodes(['document', 'signs'], '2_play@1')],
  }),
  [commandIds.signAsEveryone]: command<[node?: Targeted]>({
    title: 'Sign as Everyone in Order',
    icon: 'check-all',
    menus: onNodes(['document', 'signs'], '2_play@2'),
  }),
  [commandIds.watchDocument]: command<[node?: Targeted]>({
    title: 'Watch Document',
    icon: 'eye',
    menus: onNodes(['document', 'elsewhere'], '2_play@3'),
  }),
  [commandIds.stopWatching]: command({ title: 'Stop Watching…', icon: 'eye-closed' }),
  [commandIds.embedLink]: command<[link?: LinkOfRun]>({ title: 'Preview Embedded Signing…', icon: 'preview' }),
  [commandIds.showLinks]: command({
    title: 'Show Signing Links That Are Alive…',
    icon: 'link',
    menus: [above(views.providers, 'links@1')],
  }),
  [commandIds.signByLink]: command<[link?: LinkOfRun]>({ title: 'Sign as the Recipient of a Link', palette: 'never' }),
};
