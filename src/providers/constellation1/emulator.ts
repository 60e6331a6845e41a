import { defineEmulator } from '../../kit/defineEmulator';
import { demoCredentials } from './emulator/account';
import { createDemoState, demoSessionIds } from './emulator/demo';
import { describeSession } from './emulator/describe';
import { facts } from './emulator/facts';
import { reject, rejectInvalid } from './emulator/refusals';
import { respell } from './emulator/respell';
import { sessionHandlers } from './emulator/sessions';
import { signerHandlers } from './emulator/signers';
import { signingDesk } from './emulator/signingDesk';
import { authenticate, tokenHandlers } from './emulator/tokens';
import { operations } from './operations/operations';

export const emulator = defineEmulator(
  operations,
  createDemoState,
)({
  credentials: demoCredentials,
  demoDocuments: { sessions: demoSessionIds },
  authenticate,
  handlers: {
    ...tokenHandlers,
    ...sessionHandlers,
    ...signerHandlers,
  },
  facts,
  reject,
  rejectInvalid,
  unknownRoute: () => reject({ failure: 'unknown-address' }),
  signing: signingDesk,
  describe: describeSession,
  ignoresCase: true,
  respell,
});
