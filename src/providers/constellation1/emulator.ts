import { defineEmulator, handlersById } from '../../core/emulation';
import { demoCredentials } from './emulator/account';
import { createDemoState, demoSessionIds } from './emulator/demo';
import { describeSession } from './emulator/describeSession';
import { facts } from './emulator/facts';
import { reject, rejectInvalid } from './emulator/refusals';
import { respell } from './emulator/respell';
import { sessionHandlers } from './emulator/sessions';
import { signerHandlers } from './emulator/signers';
import { signingDesk } from './emulator/signing';
import type { State } from './emulator/state';
import { authenticate, tokenHandlers } from './emulator/tokens';
import { operations } from './operations/operations';

export const emulator = defineEmulator<State>({
  credentials: demoCredentials,
  demoDocuments: { sessions: demoSessionIds },
  createState: createDemoState,
  authenticate,
  handlers: handlersById<typeof operations, State>(operations, {
    ...tokenHandlers,
    ...sessionHandlers,
    ...signerHandlers,
  }),
  facts,
  reject,
  rejectInvalid,
  unknownRoute: () => reject({ failure: 'unknown-address' }),
  signing: signingDesk,
  describe: describeSession,
  ignoresCase: true,
  respell,
});
