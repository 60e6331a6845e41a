import { defineEmulator } from '../../kit/defineEmulator';
import { createDemoState, demoCredentials } from './emulator/demo';
import { documentHandlers } from './emulator/documents';
import { facts } from './emulator/facts';
import { groupHandlers } from './emulator/groups';
import { inviteHandlers } from './emulator/invites';
import { reject, rejectInvalid } from './emulator/refusals';
import { signingDesk } from './emulator/signingDesk';
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
    ...documentHandlers,
    ...groupHandlers,
    ...inviteHandlers,
  },
  facts,
  reject,
  rejectInvalid,
  unknownRoute: ({ path }) => reject({ failure: 'unknown-route', detail: { path } }),
  signing: signingDesk,
});
