import { defineEmulator } from '../../kit/defineEmulator';
import { approvalHandlers } from './emulator/approvals/approvalHandlers';
import { fieldHandlers } from './emulator/approvals/fieldHandlers';
import { createDemoState } from './emulator/demo';
import { documentHandlers } from './emulator/documents/documentHandlers';
import { likeDocumentation } from './emulator/documents/likeDocumentation';
import { facts } from './emulator/facts';
import { collectPackages } from './emulator/packages/collectPackages';
import { packageHandlers } from './emulator/packages/packages';
import { refusals } from './emulator/refusals';
import { roleHandlers } from './emulator/roleHandlers';
import { signingDesk, signingHandlers } from './emulator/signingDesk';
import { access, tokenHandlers } from './emulator/tokens';
import { operations } from './operations/operations';

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
  },
  facts,
  signing: signingDesk,
  documents: collectPackages,
  respell: likeDocumentation,
});
