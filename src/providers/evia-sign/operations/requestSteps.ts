import type { PreparedRequest } from '../../../core/operation';

/* What can be done next, prepared the same way for replies and for the tree. */

export function createRequestStep(documentToken: string): PreparedRequest {
  return {
    verb: 'create',
    title: 'Create a signature request',
    operation: 'evia-sign/create-request',
    subject: 'of the new document',
    query: { type: 0 },
    body: { Title: '', Message: '', Documents: [documentToken], AuditDetails: { AuthorType: 1 } },
  };
}

export function addSignatoryStep(requestId: string, subject: string, order = 1): PreparedRequest {
  return {
    verb: 'add',
    title: 'Add signatory',
    operation: 'evia-sign/add-signatory',
    subject,
    path: { requestId },
    body: { Email: '', Name: '', Order: order, SignatoryType: 1 },
  };
}

export interface SignatorySubject {
  readonly requestId: string;
  readonly signatoryId: string;
  readonly subject: string;
}

export function addStampsStep({ requestId, signatoryId, subject }: SignatorySubject): PreparedRequest {
  return {
    verb: 'other',
    title: 'Add stamp',
    operation: 'evia-sign/add-stamps',
    subject,
    path: { requestId, signatoryId },
    body: { Identifier: '', Type: 'signature' },
  };
}

export function sendStep(requestId: string, subject: string): PreparedRequest {
  return {
    verb: 'send',
    title: 'Send request',
    operation: 'evia-sign/send-request',
    subject,
    path: { requestId },
    complete: true,
  };
}

/** Only the addresses: an empty name would be taken for the new one. */
export function editRecipientStep(requestId: string, subject: string, email = ''): PreparedRequest {
  return {
    verb: 'edit',
    title: 'Edit recipient',
    operation: 'evia-sign/edit-recipient',
    subject,
    path: { requestId },
    body: { OldUserEmail: email, UserEmail: '' },
  };
}
