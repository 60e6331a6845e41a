import { defineEmulator } from '../../kit/defineEmulator';
import { access } from './emulator/account';
import { createDemoState } from './emulator/demo';
import { facts } from './emulator/facts';
import { fileObjectHandlers } from './emulator/fileObjects';
import { fileHandlers } from './emulator/files';
import { memberHandlers } from './emulator/members';
import { tellExpired } from './emulator/notices';
import { collectProcedures } from './emulator/procedures/collectProcedures';
import { copyHandlers } from './emulator/procedures/copies';
import { procedureHandlers } from './emulator/procedures/procedures';
import { refusals } from './emulator/refusals';
import { signatureUiHandlers, signatureUiLabelHandlers } from './emulator/signatureUis';
import { signingDesk } from './emulator/signingDesk';
import { userHandlers } from './emulator/users';
import { operations } from './operations/operations';
import { seed } from './seeding/seed';

export const emulator = defineEmulator(
  operations,
  createDemoState,
)({
  ...access,
  ...refusals,
  handlers: {
    ...memberHandlers,
    ...procedureHandlers,
    ...copyHandlers,
    ...fileHandlers,
    ...fileObjectHandlers,
    ...userHandlers,
    ...signatureUiHandlers,
    ...signatureUiLabelHandlers,
  },
  facts,
  elapse: tellExpired,
  signing: signingDesk,
  documents: collectProcedures,
  seed,
});
