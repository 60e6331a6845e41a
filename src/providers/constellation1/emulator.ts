import { defineEmulator } from '../../kit/defineEmulator';
import { createDemoState, demoSessionIds } from './emulator/demo';
import { collectSessions, describeSession } from './emulator/describe';
import { tellExpired } from './emulator/events/statusEvents';
import { facts } from './emulator/facts';
import { readingHandlers } from './emulator/reading';
import { refusals } from './emulator/refusals';
import { respell } from './emulator/respell';
import { sessionHandlers } from './emulator/sessions';
import { signerHandlers } from './emulator/signers';
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
  demoDocuments: { sessions: demoSessionIds },
  handlers: { ...tokenHandlers, ...sessionHandlers, ...signerHandlers, ...readingHandlers },
  facts,
  signing: signingDesk,
  describe: describeSession,
  documents: collectSessions,
  ignoresCase: true,
  elapse: tellExpired,
  hasVendorWebhook: true,
  respell,
  seed,
});
