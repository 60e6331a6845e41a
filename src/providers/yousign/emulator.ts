import { defineEmulator, handlersById } from '../../core/emulation';
import { authenticate, demoCredentials } from './emulator/account';
import { createDemoState } from './emulator/demo';
import { facts } from './emulator/facts';
import { fileObjectHandlers } from './emulator/fileObjects';
import { fileHandlers } from './emulator/files';
import { memberHandlers } from './emulator/members';
import { procedureHandlers } from './emulator/procedures';
import { reject, rejectInvalid, unknownRoute } from './emulator/refusals';
import { signingDesk } from './emulator/signingDesk';
import type { State } from './emulator/state';
import { userHandlers } from './emulator/users';
import { operations } from './operations/operations';

export const emulator = defineEmulator<State>({
  credentials: demoCredentials,
  createState: createDemoState,
  authenticate,
  handlers: handlersById<typeof operations, State>(operations, {
    ...memberHandlers,
    ...procedureHandlers,
    ...fileHandlers,
    ...fileObjectHandlers,
    ...userHandlers,
  }),
  facts,
  reject,
  rejectInvalid,
  unknownRoute,
  signing: signingDesk,
});
