import { defineEmulator } from '../../kit/defineEmulator';
import { collectDocuments } from './emulator/collectDocuments';
import { createDemoState } from './emulator/demo';
import { documentHandlers } from './emulator/documents';
import { facts } from './emulator/facts';
import { groupInviteHandlers } from './emulator/groups/groupInvites';
import { groupHandlers } from './emulator/groups/groups';
import { recipientHandlers } from './emulator/groups/recipients';
import { inviteHandlers } from './emulator/invites';
import { refusals } from './emulator/refusals';
import { signingDesk } from './emulator/signingDesk';
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
    ...documentHandlers,
    ...groupHandlers,
    ...groupInviteHandlers,
    ...recipientHandlers,
    ...inviteHandlers,
  },
  facts,
  signing: signingDesk,
  documents: collectDocuments,
});
