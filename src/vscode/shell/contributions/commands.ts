import { views } from '../ids';
import { above, command, shortcut, type Takes } from './command';
import { connectionCommands } from './connectionCommands';
import { documentCommands, recipientCommands } from './documentCommands';
import { emulatorCommands } from './emulatorCommands';
import { historyCommands } from './historyCommands';
import { inboxCommands } from './inboxCommands';
import { liveCommands } from './liveCommands';
import { portableCommands } from './portableCommands';
import { replyCommands } from './replyCommands';
import { requestCommands } from './requestCommands';
import { scenarioCommands } from './scenarioCommands';

/**
 * Every command, by its id. `npm run manifest` writes them to package.json; nothing else of them is loaded by the
 * extension than the types.
 */
export const commands = {
  ...requestCommands,
  ...replyCommands,
  ...connectionCommands,
  ...documentCommands,
  ...recipientCommands,
  ...historyCommands,
  ...portableCommands,
  ...emulatorCommands,
  ...inboxCommands,
  ...liveCommands,
  ...scenarioCommands,
  'esign.showShortcuts': command({
    title: 'Keyboard Shortcuts of E-Sign Workbench',
    menus: [above(views.providers, 'log@2')],
    keys: [shortcut('k')],
  }),
  'esign.openWalkthrough': command({ title: 'Open Walkthrough', menus: [above(views.providers, 'log@0')] }),
  'esign.showLog': command({ title: 'Show Log', menus: [above(views.providers, 'log@1')] }),
};

export type CommandId = keyof typeof commands;

/** The arguments of each command. */
export type Commands = { readonly [Id in CommandId]: Takes<(typeof commands)[Id]> };
