import type { Targeted } from '../treeTarget';
import { command, onNodes } from './command';

/** One of the links of a run. */
export interface LinkOfRun {
  readonly run: string;
  readonly index: number;
}

export const liveCommands = {
  'esign.signAs': command<[node?: Targeted]>({
    title: 'Sign as…',
    icon: 'check',
    menus: [...onNodes(['recipient', 'signs'], 'inline@0', '1_act@0'), ...onNodes(['document', 'signs'], '2_play@1')],
  }),
  'esign.signAsEveryone': command<[node?: Targeted]>({
    title: 'Sign as Everyone in Order',
    icon: 'check-all',
    menus: onNodes(['document', 'signs'], '2_play@2'),
  }),
  'esign.embedLink': command<[link?: LinkOfRun]>({ title: 'Preview Embedded Signing…', icon: 'preview' }),
  'esign.showLinks': command({ title: 'Show Signing Links That Are Alive…', icon: 'link' }),
  'esign.signByLink': command<[link?: LinkOfRun]>({ title: 'Sign as the Recipient of a Link', palette: 'never' }),
};
