import type { PreparedRequest } from '../../core/operation';
import { step } from '../../kit/calls';
import { addSignatory } from './operations/addSignatory';
import { addStamps } from './operations/addStamps';
import { createRequest } from './operations/createRequest';
import { downloadDocument, listDocuments } from './operations/documents';
import { editRecipient } from './operations/editRecipient';
import { sendRequest } from './operations/sendRequest';

/* What can be done next, prepared the same way for replies and for the tree. */

export function createRequestStep(documentToken: string): PreparedRequest {
  return step(createRequest, {
    verb: 'create',
    title: 'Create a signature request',
    subject: 'The new document',
    query: { type: 0 },
    body: { Title: '', Message: '', Documents: [documentToken], AuditDetails: { AuthorType: 1 } },
  });
}

export function addSignatoryStep(requestId: string, subject: string, order = 1): PreparedRequest {
  return step(addSignatory, {
    verb: 'add',
    title: 'Add signatory',
    subject,
    path: { requestId },
    body: { Email: '', Name: '', Order: order, SignatoryType: 1 },
  });
}

export function addStampsStep(path: { readonly requestId: string; readonly signatoryId: string }, subject: string) {
  return step(addStamps, {
    verb: 'other',
    title: 'Add stamp',
    subject,
    path,
    body: { Identifier: '', Type: 'signature' },
  });
}

export function sendStep(requestId: string, subject: string): PreparedRequest {
  return step(sendRequest, { verb: 'send', title: 'Send request', subject, path: { requestId }, complete: true });
}

export function listDocumentsStep(requestId: string, subject: string): PreparedRequest {
  return step(listDocuments, { verb: 'other', title: 'Get documents', subject, path: { requestId }, complete: true });
}

export function downloadStep(token: string, subject: string): PreparedRequest {
  return step(downloadDocument, { verb: 'other', title: 'Download', subject, path: { token }, complete: true });
}

/** Only the addresses: an empty name would be taken for the new one. */
export function editRecipientStep(requestId: string, subject: string, email = ''): PreparedRequest {
  return step(editRecipient, {
    verb: 'edit',
    title: 'Edit recipient',
    subject,
    path: { requestId },
    body: { OldUserEmail: email, UserEmail: '' },
  });
}
