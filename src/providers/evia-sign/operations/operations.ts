import { addSignatory } from './addSignatory';
import { addStamps } from './addStamps';
import { createRequest } from './createRequest';
import { downloadDocument, listDocuments } from './documents';
import { editRecipient } from './editRecipient';
import { sendRequest } from './sendRequest';
import { getToken, refreshToken } from './tokens';
import { uploadDocument } from './uploadDocument';
import { registerWebhook } from './webhooks';

/** All operations by name, in the order in which lists show them. The emulator has a handler for each. */
export const operations = {
  editRecipient,
  uploadDocument,
  createRequest,
  addSignatory,
  addStamps,
  sendRequest,
  listDocuments,
  downloadDocument,
  registerWebhook,
  getToken,
  refreshToken,
};
