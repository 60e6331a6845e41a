import { defineEmulator } from '../../kit/defineEmulator';
import { createDemoState, demoIds } from './emulator/demo';
import { collectRequests, describeRequest } from './emulator/describe';
import { documentHandlers } from './emulator/documents';
import { withLogin } from './emulator/login';
import { refusals } from './emulator/refusals';
import { requestHandlers } from './emulator/requests';
import { signingDesk } from './emulator/signingDesk';
import { access, tokenHandlers } from './emulator/tokens';
import { operations } from './operations/operations';
import { seed } from './seeding/seed';

export const emulator = defineEmulator(
  operations,
  createDemoState,
)({
  ...access,
  ...refusals,
  demoDocuments: { requests: Object.values(demoIds) },
  handlers: { ...requestHandlers, ...documentHandlers, ...tokenHandlers },
  signing: withLogin(signingDesk),
  describe: describeRequest,
  documents: collectRequests,
  ignoresCase: true,
  seed,
});
