import { contextKeys, views } from '../../ids';
import type { Targeted } from '../../treeTarget';
import { above, command, onNodes } from '../command';
import { commandIds } from '../commandIds';
import { key, not } from '../when';

const running = key(contextKeys.emulatorRunning);
const stopped = not(contextKeys.emulatorRunning);

export const emulatorCommands = {
  [commandIds.emulator.start]: command({
    title: 'Start Emulator',
    icon: 'debug-start',
    enablement: stopped,
    menus: [
      above(views.providers, 'emulator@1', stopped),
      ...onNodes(['emulator', 'stopped'], 'inline@1', '2_emulator@1'),
    ],
  }),
  [commandIds.emulator.stop]: command({
    title: 'Stop Emulator',
    icon: 'debug-stop',
    enablement: running,
    menus: [
      above(views.providers, 'emulator@1', running),
      ...onNodes(['emulator', 'running'], 'inline@2', '2_emulator@1'),
    ],
  }),
  [commandIds.emulator.reset]: command({
    title: 'Reset Emulator to Demo Documents',
    icon: 'discard',
    enablement: running,
    menus: [
      above(views.providers, 'emulator@2', running),
      ...onNodes(['emulator', 'running'], 'inline@1', '2_emulator@2'),
    ],
  }),
  [commandIds.emulator.advanceClock]: command({
    title: 'Advance Emulator Clock…',
    icon: 'watch',
    enablement: running,
    menus: [
      above(views.providers, 'emulator@3', running),
      ...onNodes(['emulator', 'running'], 'inline@0', '2_emulator@3'),
    ],
  }),
  [commandIds.emulator.showRequests]: command<[node?: Targeted]>({
    title: 'Show Requests to the Emulator',
    icon: 'list-flat',
    enablement: running,
    menus: [above(views.providers, 'emulator@4', running), ...onNodes(['emulator', 'running'], '2_emulator@4')],
  }),
};
