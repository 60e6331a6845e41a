import { disturbWebhooks, registerAddress, sendAgain } from '../emulator/controlCalls/deliveryCalls';
import { addFault } from '../emulator/controlCalls/faultCalls';
import { worldProblemText } from '../emulator/worlds';
import type { RunningEmulators } from '../node/emulator/runningEmulators';
import { allAtCaller } from './atCaller';
import { actOfRecipient, changeEmulator, messagesOf } from './emulatorActs';
import { checkGiven, checkText } from './givenOptions';
import { loggedCalls } from './loggedCalls';
import { actNames, deliveryNames, requestNames, spanNames } from './optionNames';
import type { EmulatorControls, StartedEmulators } from './types/emulators.js';
import type { ProviderId } from './types/operations.js';

/** What is done with all of them; `started`: of a world. */
export function controlsOf<Id extends ProviderId>(
  running: RunningEmulators,
  started: (world: RunningEmulators) => StartedEmulators<Id>,
): EmulatorControls<Id> {
  let isClosed = false;
  const open = (): RunningEmulators => {
    if (isClosed) throw new Error('These emulators were closed. Start others, or close them at the end only.');
    return running;
  };
  return allAtCaller<EmulatorControls<Id>>({
    reset: async () => open().reset(),
    sign: async (act) => {
      checkGiven('sign', act, actNames);
      return actOfRecipient(open(), act);
    },
    advance: async (span) => {
      checkGiven('advance', span, spanNames);
      const { days = 0, hours = 0, minutes = 0, seconds = 0 } = span;
      const ms = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
      if (!(ms > 0)) throw new Error('The clock goes forward only: give days, hours, minutes or seconds above 0.');
      open().advance(ms);
      await running.settled();
    },
    deliveries: async (filter = {}) => {
      checkGiven('deliveries', filter, deliveryNames);
      await open().settled();
      return messagesOf(running, filter);
    },
    requests: async (wanted = {}) => {
      checkGiven('requests', wanted, requestNames);
      return loggedCalls(open(), wanted);
    },
    sendAgain: async (provider, id) => {
      checkText('sendAgain', 'the id of a delivery', id);
      changeEmulator(open(), provider, sendAgain, { id });
      await running.settled();
    },
    disturbWebhooks: async (provider, disturbance) =>
      changeEmulator(open(), provider, disturbWebhooks, { ...disturbance }),
    fault: async (provider, fault) => changeEmulator(open(), provider, addFault, { ...fault }),
    registerWebhook: async (provider, url) => changeEmulator(open(), provider, registerAddress, { url }),
    world: async (name) => {
      checkText('world', 'its name', name);
      const world = open().world(name);
      if (typeof world === 'string') throw new Error(worldProblemText(world));
      return started(world);
    },
    close: async () => {
      isClosed = true;
      await running.stop();
    },
  });
}
