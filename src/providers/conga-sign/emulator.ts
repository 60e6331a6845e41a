import { defineEmulator } from '../../kit/defineEmulator';
import { demoCredentials } from './emulator/account';
import { createDemoState } from './emulator/demo';
import { facts } from './emulator/facts';
import { packageHandlers } from './emulator/packages';
import { reject, rejectInvalid } from './emulator/refusals';
import { roleHandlers } from './emulator/roleHandlers';
import { signingDesk, signingHandlers } from './emulator/signingDesk';
import { authenticate, tokenHandlers } from './emulator/tokens';
import { operations } from './operations/operations';

export const emulator = defineEmulator(
  operations,
  createDemoState,
)({
  credentials: demoCredentials,
  authenticate,
  handlers: {
    ...tokenHandlers,
    ...roleHandlers,
    ...packageHandlers,
    ...signingHandlers,
  },
  facts,
  reject,
  rejectInvalid,
  unknownRoute: () => reject({ failure: 'not-found' }),
  signing: signingDesk,
});
