import { createField, deleteField, getField, getFieldSummary, updateField } from './approvals/approvalFields';
import { createApproval, deleteApproval, getApproval, replaceApprovals, updateApproval } from './approvals/approvals';
import { hasAttachment, hasAttachmentFile, hasRoleAttachments } from './attachments/attachmentAvailability';
import {
  deleteAttachmentFile,
  downloadAttachment,
  downloadAttachmentFile,
  uploadAttachment,
} from './attachments/attachments';
import { downloadAttachments, downloadRoleAttachments } from './attachments/attachmentZips';
import { getCallback, setCallback } from './callbacks/callbacks';
import { registerCallback } from './callbacks/registerCallback';
import { deleteDocument, deleteDocuments, getDocument, postDocument, updateDocument } from './documents/documents';
import { downloadDocument, downloadDocuments, downloadOriginal } from './documents/downloads';
import { uploadDocument, uploadDocuments } from './documents/uploadDocument';
import { getClientAppToken } from './getClientAppToken';
import { getToken } from './getToken';
import { createGroup, deleteGroup, updateGroup } from './groups/adHocGroups';
import { alsoAsOneSpan } from './oneSpan';
import { changeStatus } from './packages/changeStatus';
import { createPackage, createPackageWithDocument } from './packages/createPackage';
import { deletePackage, getSigningStatus, sendPackage, updatePackage } from './packages/packages';
import { getPackage, listPackages } from './packages/readPackages';
import { createReminders, deleteReminders, getReminders, updateReminders } from './reminders/reminders';
import { addRole } from './roles/addRole';
import { removeRole } from './roles/removeRole';
import { getRole, listRoles, reorderRoles } from './roles/roles';
import { unlockRole } from './roles/unlockRole';
import { updateRole } from './roles/updateRole';
import { getSigningUrl, notifyRole, notifySigner } from './signers/signing';
import { notifyBySms } from './signers/smsNotification';
import { createSenderToken, createUserToken } from './tokens/senderTokens';
import { createMultiUseToken, createSingleUseToken } from './tokens/signerTokens';
import {
  createVerification,
  deleteVerification,
  getVerification,
  updateVerification,
} from './verification/verification';

/**
 * All operations by name, in the order in which lists show them. The emulator has a handler for each. Of two that
 * share a route the one that asks for more comes first, so that it is tried first.
 */
export const operations = alsoAsOneSpan({
  addRole,
  updateRole,
  removeRole,
  listRoles,
  getRole,
  reorderRoles,
  createPackageWithDocument,
  createPackage,
  listPackages,
  getPackage,
  sendPackage,
  changeStatus,
  updatePackage,
  deletePackage,
  getSigningStatus,
  uploadDocument,
  uploadDocuments,
  getDocument,
  updateDocument,
  postDocument,
  deleteDocument,
  deleteDocuments,
  downloadDocument,
  downloadOriginal,
  downloadDocuments,
  createApproval,
  replaceApprovals,
  getApproval,
  updateApproval,
  deleteApproval,
  createField,
  getField,
  updateField,
  deleteField,
  getFieldSummary,
  getSigningUrl,
  notifyRole,
  notifySigner,
  notifyBySms,
  unlockRole,
  getVerification,
  createVerification,
  updateVerification,
  deleteVerification,
  createMultiUseToken,
  createSingleUseToken,
  createSenderToken,
  createUserToken,
  getReminders,
  createReminders,
  updateReminders,
  deleteReminders,
  uploadAttachment,
  downloadAttachment,
  downloadAttachmentFile,
  deleteAttachmentFile,
  downloadAttachments,
  downloadRoleAttachments,
  hasAttachment,
  hasAttachmentFile,
  hasRoleAttachments,
  createGroup,
  updateGroup,
  deleteGroup,
  setCallback,
  getCallback,
  registerCallback,
  getToken,
  getClientAppToken,
});
