import { rateWords } from '../../core/limitWords';
import { defineEmulator } from '../../kit/defineEmulator';
import { access } from './emulator/account';
import { createDemoState } from './emulator/demo';
import { auditTrailHandlers } from './emulator/documents/auditTrails';
import { documentHandlers } from './emulator/documents/documents';
import { fieldHandlers } from './emulator/documents/fields';
import { facts } from './emulator/facts';
import { approverHandlers } from './emulator/people/approvers';
import { followerHandlers } from './emulator/people/followers';
import { peopleHandlers } from './emulator/people/people';
import { signerHandlers } from './emulator/people/signers';
import { meter } from './emulator/rates';
import { refusals } from './emulator/refusals';
import { collectRequests } from './emulator/requests/collectRequests';
import { elapse } from './emulator/requests/elapse';
import { requestHandlers } from './emulator/requests/requests';
import { signingDesk } from './emulator/signingDesk';
import { webhookHandlers } from './emulator/webhooks';
import { sandboxLimits, trialWords } from './limits';
import { operations } from './operations/operations';
import { seed } from './seeding/seed';

export const emulator = defineEmulator(
  operations,
  createDemoState,
)({
  ...access,
  ...refusals,
  handlers: {
    ...requestHandlers,
    ...documentHandlers,
    ...auditTrailHandlers,
    ...fieldHandlers,
    ...signerHandlers,
    ...approverHandlers,
    ...followerHandlers,
    ...webhookHandlers,
    ...peopleHandlers,
  },
  facts,
  signing: signingDesk,
  documents: collectRequests,
  meter,
  elapse,
  switches: {
    'rate-limits': `The limits of the sandbox: ${rateWords(sandboxLimits)}.`,
    trial: `The limits of an API trial: ${trialWords}.`,
  },
  seed,
});
