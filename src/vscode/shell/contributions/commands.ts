import { views } from '../ids';
import { above, command, shortcut, type Takes } from './command';
import { commandIds } from './commandIds';
import { connectionCommands } from './tables/connectionCommands';
import { documentCommands, recipientCommands } from './tables/documentCommands';
import { emulatorCommands } from './tables/emulatorCommands';
import { historyCommands } from './tables/historyCommands';
import { inboxCommands } from './tables/inboxCommands';
import { liveCommands } from './tables/liveCommands';
import { portableCommands } from './tables/portableCommands';
import { replyCommands } from './tables/replyCommands';
import { requestCommands } from './tables/requestCommands';
import { scenarioCommands } from './tables/scenarioCommands';

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
  [commandIds.showShortcuts]: command({
    title: 'Keyboard Shortcuts of E-Sign Workbench',
    menus: [above(views.providers, 'log@2')],
    keys: [shortcut('k')],
  }),
  [commandIds.openWalkthrough]: command({ title: 'Open Walkthrough', menus: [above(views.providers, 'log@0')] }),
  [commandIds.takeWalkthroughStep]: command<[step?: string]>({ title: 'Take Step of Walkthrough', palette: 'never' }),
  [commandIds.showWhatIsNew]: command({ title: "What's New", menus: [above(views.providers, 'log@3')] }),
  [commandIds.showLog]: command({ title: 'Show Log', menus: [above(views.providers, 'log@1')] }),
};

export type CommandId = keyof typeof commands;

/** The arguments of each command. */
export type Commands = { readonly [Id in CommandId]: Takes<(typeof commands)[Id]> };
