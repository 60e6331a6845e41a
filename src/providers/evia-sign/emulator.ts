import { defineEmulator } from '../../kit/defineEmulator';
import { demoCredentials } from './emulator/account';
import { createDemoState, demoIds } from './emulator/demo';
import { describeRequest } from './emulator/describe';
import { reject, rejectInvalid } from './emulator/refusals';
import { requestHandlers } from './emulator/requests';
import { signingDesk } from './emulator/signingDesk';
import { authenticate, tokenHandlers } from './emulator/tokens';
import { operations } from './operations/operations';

/** "The request ID may be missing": documented for an edit, and answered like one that is malformed. */
const withoutRequestId = /\/requests\/{1,2}editrecipient\/?$/i;

export const emulator = defineEmulator(
  operations,
  createDemoState,
)({
  credentials: demoCredentials,
  demoDocuments: { requests: Object.values(demoIds) },
  authenticate,
  handlers: { ...requestHandlers, ...tokenHandlers },
  reject,
  rejectInvalid,
  unknownRoute: ({ path }) => reject({ failure: withoutRequestId.test(path) ? 'bad-request' : 'unknown-route' }),
  signing: signingDesk,
  describe: describeRequest,
  ignoresCase: true,
});
