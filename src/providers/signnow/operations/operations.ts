import { addFields } from './documents/addFields';
import { deleteDocument } from './documents/deleteDocument';
import { getDocument, listDocuments, listUnmodifiedDocuments } from './documents/documents';
import { uploadDocument } from './documents/uploadDocument';
import { createEmbeddedInvites } from './embeddedInvites/createEmbeddedInvites';
import { deleteEmbeddedInvites } from './embeddedInvites/deleteEmbeddedInvites';
import { createEmbeddedInviteLink } from './embeddedInvites/embeddedInviteLink';
import { embedDocumentEditor, embedDocumentSending, embedDocumentView } from './embedding/embedDocument';
import { embedGroupEditor, embedGroupSending, embedGroupView } from './embedding/embedGroup';
import { getCallback, listCallbacks, listSubscriptionCallbacks } from './events/callbacks';
import {
  deleteEventSubscription,
  getEventSubscription,
  listEventSubscriptions,
  updateEventSubscription,
} from './events/eventSubscriptions';
import {
  createEventSubscription,
  deleteOldEventSubscription,
  listOldEventSubscriptions,
  updateOldEventSubscription,
} from './events/oldSubscriptions';
import { cancelFieldInvites, cancelFreeFormInvite } from './fieldInvites/cancelInvites';
import { deleteFieldInvite, reassignFieldInvite, resendFieldInvite } from './fieldInvites/changeFieldInvites';
import { createFieldInvites } from './fieldInvites/createFieldInvites';
import { createFreeFormInvite } from './fieldInvites/createFreeFormInvite';
import { replaceFieldInvite, triggerFieldInvite } from './fieldInvites/replaceFieldInvite';
import { createDownloadLink, downloadByLink, downloadDocument } from './files/downloadDocument';
import { prefillTexts } from './files/prefillTexts';
import { getUser } from './getUser';
import { createGroupInvite } from './groupInvites/createGroupInvite';
import {
  cancelGroupInvite,
  getGroupInvite,
  listPendingGroupInvites,
  resendGroupInvites,
} from './groupInvites/groupInvites';
import { updateGroupInviteStep } from './groupInvites/updateGroupInviteStep';
import { createGroupEmbeddedInvite } from './groups/createGroupEmbeddedInvite';
import { deleteDocumentGroup } from './groups/deleteDocumentGroup';
import { deleteGroupEmbeddedInvites } from './groups/deleteGroupEmbeddedInvites';
import {
  createDocumentGroup,
  getDocumentGroup,
  getDocumentGroupStatus,
  listDocumentGroups,
} from './groups/documentGroups';
import { downloadGroup } from './groups/downloadGroup';
import { createGroupEmbeddedInviteLink } from './groups/groupEmbeddedInviteLink';
import { getGroupRecipients, updateGroupRecipients } from './recipients/recipients';
import {
  createGroupFromTemplate,
  createGroupTemplate,
  getGroupTemplate,
  listGroupTemplates,
} from './templates/groupTemplates';
import { copyTemplate, createTemplate } from './templates/templates';
import { getToken, verifyToken } from './tokens';

/** All operations by name, in the order in which lists show them. The emulator has a handler for each. */
export const operations = {
  createEmbeddedInvites,
  createEmbeddedInviteLink,
  deleteEmbeddedInvites,
  createFieldInvites,
  resendFieldInvite,
  reassignFieldInvite,
  deleteFieldInvite,
  replaceFieldInvite,
  triggerFieldInvite,
  cancelFieldInvites,
  createFreeFormInvite,
  cancelFreeFormInvite,
  createGroupEmbeddedInvite,
  createGroupEmbeddedInviteLink,
  deleteGroupEmbeddedInvites,
  uploadDocument,
  addFields,
  prefillTexts,
  getDocument,
  downloadDocument,
  createDownloadLink,
  downloadByLink,
  deleteDocument,
  listDocuments,
  listUnmodifiedDocuments,
  createDocumentGroup,
  getDocumentGroup,
  getDocumentGroupStatus,
  listDocumentGroups,
  downloadGroup,
  deleteDocumentGroup,
  getGroupRecipients,
  updateGroupRecipients,
  createGroupInvite,
  getGroupInvite,
  listPendingGroupInvites,
  resendGroupInvites,
  updateGroupInviteStep,
  cancelGroupInvite,
  createTemplate,
  copyTemplate,
  createGroupTemplate,
  listGroupTemplates,
  getGroupTemplate,
  createGroupFromTemplate,
  embedDocumentSending,
  embedDocumentEditor,
  embedDocumentView,
  embedGroupSending,
  embedGroupEditor,
  embedGroupView,
  createEventSubscription,
  listEventSubscriptions,
  getEventSubscription,
  updateEventSubscription,
  deleteEventSubscription,
  listOldEventSubscriptions,
  updateOldEventSubscription,
  deleteOldEventSubscription,
  listCallbacks,
  listSubscriptionCallbacks,
  getCallback,
  getToken,
  verifyToken,
  getUser,
};
