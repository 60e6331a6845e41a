import { endEverything } from '../host/lifetime.mjs';
import { step } from '../host/progress.mjs';
import { build } from '../host/run/build.mjs';
import { benchCli } from './cli.mjs';
import { benchColdStart } from './coldStart.mjs';
import { benchEditor } from './editor.mjs';
import { benchEmulator } from './emulator.mjs';
import { benchExports } from './exports.mjs';
import { benchForms } from './forms.mjs';
import { benchGrowth } from './growth.mjs';
import { benchHistory } from './history.mjs';
import { benchHouse } from './house.mjs';
import { benchLargeInputs } from './largeInputs.mjs';
import { benchLargeReplies } from './largeReplies.mjs';
import { watchMachine } from './machine.mjs';
import { benchProxy } from './proxy.mjs';
import { printTable } from './rows.mjs';
import { benchShownReplies } from './shownReplies.mjs';
import { benchSize } from './size.mjs';
import { benchStates } from './states.mjs';

/** @type {Record<string, () => Promise<import('./rows.mjs').Row[]>>} */
const benches = {
  house: benchHouse,
  size: benchSize,
  cli: benchCli,
  large: async () => [...(await benchGrowth()), ...(await benchLargeInputs()), ...(await benchLargeReplies())],
  history: benchHistory,
  proxy: benchProxy,
  emulator: async () => [...(await benchEmulator()), ...(await benchColdStart())],
  states: benchStates,
  exports: benchExports,
  editor: benchEditor,
  forms: benchForms,
  replies: benchShownReplies,
};

/** One takes minutes, the other installs what is larger than all the rest: they have to be named. */
const named = ['states', 'exports'];

/** @param {string[]} names */
export async function runBenches(names) {
  const describeMachine = watchMachine();
  await step('building', () => build(['--production', '--benches']));
  const rows = [];
  for (const [name, bench] of Object.entries(benches)) {
    if (names.includes(name) || (names.length === 0 && !named.includes(name)))
      rows.push(...(await step(`measuring: ${name}`, bench)));
  }
  await endEverything();
  printTable(rows);
  describeMachine();
}
