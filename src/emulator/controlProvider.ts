import * as z from 'zod';
import { emulatorActs, pageAct } from '../core/emulation';
import { defineOperation } from '../core/operation';
import type { Provider } from '../core/provider';
import { docs } from './controlCalls/callParts';
import { advance, runClock } from './controlCalls/clockCalls';
import { disturbWebhooks, listDeliveries, registerAddress, sendAgain } from './controlCalls/deliveryCalls';
import { describeDocument, readState } from './controlCalls/documentCalls';
import { addFault, clearFaults, listFaults } from './controlCalls/faultCalls';
import { keepBodies, listRequests, readRequest } from './controlCalls/requestCalls';
import { actAsRecipient, listSigners } from './controlCalls/signingCalls';
import { readSnapshotCall, restoreSnapshotCall } from './controlCalls/snapshotCalls';
import { readHealth, readStatus, reset, setMode, turnSwitches } from './controlCalls/statusCalls';
import { createWorld, dropWorld, listWorlds } from './controlCalls/worldCalls';
import { controlHeader } from './controlHeader';

/*
 * The control route as an API like any other: its calls are checked, sent and described by the same values.
 */

/** The control of the emulator of one provider, whichever that is. */
export const emulatorControl: Provider = {
  id: emulatorActs,
  title: 'Emulator',
  docs,
  rung: 'described',
  environments: [],
  auth: {
    kinds: [],
    // Of no secret: it keeps pages of other sites away, which cannot set it.
    authorize: async () => ({ [controlHeader]: '1' }),
    isTokenRejected: () => false,
  },
  operations: [
    readStatus,
    reset,
    advance,
    actAsRecipient,
    listDeliveries,
    sendAgain,
    disturbWebhooks,
    registerAddress,
    readState,
    readSnapshotCall,
    restoreSnapshotCall,
    addFault,
    listRequests,
    readRequest,
    keepBodies,
    listFaults,
    clearFaults,
    runClock,
    setMode,
    listSigners,
    describeDocument,
    turnSwitches,
    listWorlds,
    createWorld,
    dropWorld,
    readHealth,
  ],
  failures: [],
  readErrors: () => [],
  resources: { collections: [] },
  gaps: [],
};

/** Pages are opened by their links and are no calls of the control, so that no description names them. */
const openPage = defineOperation({
  id: pageAct,
  title: 'Open a page of the emulator',
  summary: 'As a browser does: a signing page, or one that a form on it leads to.',
  method: 'GET',
  path: '/',
  docs,
  request: {
    body: z.object({
      link: z.string().meta({ title: 'Link', secret: true }),
      form: z.exactOptional(z.record(z.string(), z.union([z.string(), z.array(z.string())]))),
    }),
  },
  replies: {},
  examples: [],
});

/** All that scenarios do on an emulator beside calling its API: what a history knows of their steps. */
export const emulatorSteps: Provider = {
  ...emulatorControl,
  operations: [...emulatorControl.operations, openPage],
};
