import { defineEmulator } from '../../kit/defineEmulator';
import { createDemoState } from './emulator/demo';
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
  handlers: { ...tokenHandlers, ...roleHandlers, ...packageHandlers, ...signingHandlers },
  facts,
  signing: signingDesk,
  documents: collectPackages,
});
