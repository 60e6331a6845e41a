import { createField, deleteField, getField, getFieldSummary, updateField } from './approvals/approvalFields';
import { createApproval, deleteApproval, getApproval, replaceApprovals, updateApproval } from './approvals/approvals';
import { deleteDocument, getDocument, updateDocument } from './documents/documents';
import { downloadDocument, downloadDocuments, downloadOriginal } from './documents/downloads';
import { uploadDocument } from './documents/uploadDocument';
import { getClientAppToken } from './getClientAppToken';
import { getToken } from './getToken';
import { alsoAsOneSpan } from './oneSpan';
import { changeStatus } from './packages/changeStatus';
import { createPackage, createPackageWithDocument } from './packages/createPackage';
import { deletePackage, getSigningStatus, sendPackage, updatePackage } from './packages/packages';
import { getPackage, listPackages } from './packages/readPackages';
import { addRole } from './roles/addRole';
import { removeRole } from './roles/removeRole';
import { getRole, listRoles, reorderRoles } from './roles/roles';
import { updateRole } from './roles/updateRole';
import { getSigningUrl, notifyRole, notifySigner } from './signers/signing';

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
  getDocument,
  updateDocument,
  deleteDocument,
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
  getToken,
  getClientAppToken,
});
