import {
  createApprover,
  deleteApprover,
  getApprover,
  listApprovers,
  remindApprover,
  updateApprover,
} from './approvers/approvers';
import { createContact, getContact, listContacts } from './contacts';
import { deleteDocument, updateDocument } from './documents/changeDocuments';
import { downloadDocument, downloadDocuments, getDocument, listDocuments } from './documents/readDocuments';
import { uploadDocument } from './documents/uploadDocument';
import { createField } from './fields/createField';
import { deleteField, listFields, updateField } from './fields/fields';
import { createFollowers, listFollowers } from './followers/followers';
import { deleteSignatureRequest, updateSignatureRequest } from './signatureRequests/changeSignatureRequests';
import { createSignatureRequest } from './signatureRequests/createSignatureRequest';
import { getSignatureRequest, listSignatureRequests } from './signatureRequests/readSignatureRequests';
import {
  activateSignatureRequest,
  cancelSignatureRequest,
  reactivateSignatureRequest,
} from './signatureRequests/runSignatureRequests';
import { remindSigner, sendCode, sign, unblockIdentification } from './signers/askSigners';
import { downloadAuditTrail, downloadAuditTrails, getAuditTrail } from './signers/auditTrails';
import { deleteSigner, updateSigner } from './signers/changeSigners';
import { createSigner } from './signers/createSigner';
import { getSigner, listSigners } from './signers/readSigners';
import { getUser, listUsers } from './users';
import { createWebhook, deleteWebhook, getWebhook, listWebhooks, updateWebhook } from './webhooks/webhooks';

/** All operations by name, in the order in which lists show them. The emulator has a handler for each. */
export const operations = {
  createSignatureRequest,
  listSignatureRequests,
  getSignatureRequest,
  updateSignatureRequest,
  deleteSignatureRequest,
  activateSignatureRequest,
  cancelSignatureRequest,
  reactivateSignatureRequest,
  uploadDocument,
  listDocuments,
  getDocument,
  updateDocument,
  deleteDocument,
  downloadDocument,
  downloadDocuments,
  createField,
  listFields,
  updateField,
  deleteField,
  createSigner,
  listSigners,
  getSigner,
  updateSigner,
  deleteSigner,
  remindSigner,
  sendCode,
  sign,
  unblockIdentification,
  getAuditTrail,
  downloadAuditTrail,
  downloadAuditTrails,
  createApprover,
  listApprovers,
  getApprover,
  updateApprover,
  deleteApprover,
  remindApprover,
  createFollowers,
  listFollowers,
  listWebhooks,
  createWebhook,
  getWebhook,
  updateWebhook,
  deleteWebhook,
  listUsers,
  getUser,
  listContacts,
  createContact,
  getContact,
};
