import { defineEmulator } from '../../kit/defineEmulator';
import { collectDocuments, describe } from './emulator/collectDocuments';
import { createDemoState } from './emulator/demo';
import { demoTemplateIds } from './emulator/demoIds';
import { documentHandlers } from './emulator/documents';
import { embeddingHandlers } from './emulator/embedding/embedding';
import { withPages } from './emulator/embedding/pages';
import { eitherAtEvents } from './emulator/events/access';
import { callbackHandlers } from './emulator/events/callbacks';
import { expireInvites } from './emulator/events/inviteExpiry';
import { subscriptionHandlers } from './emulator/events/subscriptions';
import { facts } from './emulator/facts';
import { changeHandlers } from './emulator/fieldInvites/changeInvites';
import { mailedInviteHandlers } from './emulator/fieldInvites/mailedInvites';
import { replaceHandlers } from './emulator/fieldInvites/replaceInvites';
import { fileHandlers } from './emulator/files/files';
import { groupDownloadHandlers } from './emulator/groups/groupDownloads';
import { groupInviteHandlers } from './emulator/groups/groupInvites';
import { groupHandlers } from './emulator/groups/groups';
import { recipientHandlers } from './emulator/groups/recipients';
import { inviteHandlers } from './emulator/invites';
import { refusals } from './emulator/refusals';
import { signingDesk } from './emulator/signingDesk';
import { groupTemplateHandlers } from './emulator/templates/groupTemplates';
import { templateHandlers } from './emulator/templates/templates';
import { access, tokenHandlers } from './emulator/tokens';
import { operations } from './operations/operations';
import { templateCollection } from './resources/templates';
import { seed } from './seeding/seed';

export const emulator = defineEmulator(
  operations,
  createDemoState,
)({
  ...eitherAtEvents(access),
  ...refusals,
  handlers: {
    ...tokenHandlers,
    ...documentHandlers,
    ...groupHandlers,
    ...groupInviteHandlers,
    ...groupDownloadHandlers,
    ...recipientHandlers,
    ...templateHandlers,
    ...groupTemplateHandlers,
    ...embeddingHandlers,
    ...subscriptionHandlers,
    ...callbackHandlers,
    ...inviteHandlers,
    ...mailedInviteHandlers,
    ...changeHandlers,
    ...replaceHandlers,
    ...fileHandlers,
  },
  facts,
  demoDocuments: { [templateCollection.id]: demoTemplateIds },
  signing: withPages(signingDesk),
  documents: collectDocuments,
  describe,
  elapse: expireInvites,
  seed,
});
