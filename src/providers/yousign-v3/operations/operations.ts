import { createContact, getContact, listContacts } from './contacts';
import { deleteDocument, updateDocument } from './documents/changeDocuments';
import { downloadDocument, downloadDocuments, getDocument, listDocuments } from './documents/readDocuments';
import { uploadDocument } from './documents/uploadDocument';
import { createField } from './fields/createField';
import { deleteField, listFields, updateField } from './fields/fields';
import { getSignatureRequest, listSignatureRequests } from './signatureRequests/readSignatureRequests';
import { getUser, listUsers } from './users';
import { createWebhook, deleteWebhook, getWebhook, listWebhooks, updateWebhook } from './webhooks';

/** All operations by name, in the order in which lists show them. The emulator has a handler for each. */
export const operations = {
  listSignatureRequests,
  getSignatureRequest,
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
