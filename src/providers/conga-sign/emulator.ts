import { defineEmulator } from '../../kit/defineEmulator';
import { accessHandlers } from './emulator/access/accessHandlers';
import { approvalHandlers } from './emulator/approvals/approvalHandlers';
import { fieldHandlers } from './emulator/approvals/fieldHandlers';
import { attachmentHandlers } from './emulator/attachments/attachmentHandlers';
import { createDemoState } from './emulator/demo';
import { documentHandlers } from './emulator/documents/documentHandlers';
import { likeDocumentation } from './emulator/documents/likeDocumentation';
import { elapse } from './emulator/elapse';
import { callbackHandlers } from './emulator/events/callbackHandlers';
import { mailUndelivered } from './emulator/events/callbacks';
import { facts } from './emulator/facts';
import { groupHandlers } from './emulator/groups/groupHandlers';
import { collectPackages } from './emulator/packages/collectPackages';
import { packageHandlers } from './emulator/packages/packages';
import { refusals } from './emulator/refusals';
import { reminderHandlers } from './emulator/reminders/reminderHandlers';
import { roleHandlers } from './emulator/roleHandlers';
import { signingDesk, signingHandlers } from './emulator/signingDesk';
import { access, tokenHandlers } from './emulator/tokens';
import { operations } from './operations/operations';
import { seed } from './seeding/seed';

export const emulator = defineEmulator(
  operations,
  createDemoState,
)({
  ...access,
  ...refusals,
  handlers: {
    ...tokenHandlers,
    ...roleHandlers,
    ...packageHandlers,
    ...documentHandlers,
    ...approvalHandlers,
    ...fieldHandlers,
    ...signingHandlers,
    ...accessHandlers,
    ...reminderHandlers,
    ...attachmentHandlers,
    ...groupHandlers,
    ...callbackHandlers,
  },
  facts,
  signing: signingDesk,
  documents: collectPackages,
  respell: likeDocumentation,
  elapse,
  undelivered: mailUndelivered,
  seed,
});
