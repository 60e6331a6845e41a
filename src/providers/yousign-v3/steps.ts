import type { PreparedRequest } from '../../core/operation';
import { step } from '../../kit/calls';
import { createApprover, getApprover, listApprovers } from './operations/approvers/approvers';
import { downloadDocuments } from './operations/documents/readDocuments';
import { uploadDocument } from './operations/documents/uploadDocument';
import { createField } from './operations/fields/createField';
import { deleteSignatureRequest } from './operations/signatureRequests/changeSignatureRequests';
import {
  activateSignatureRequest,
  cancelSignatureRequest,
  reactivateSignatureRequest,
} from './operations/signatureRequests/runSignatureRequests';
import { downloadAuditTrails } from './operations/signers/auditTrails';
import { createSigner } from './operations/signers/createSigner';
import { getSigner, listSigners } from './operations/signers/readSigners';

/* What can be done next with a signature request, as replies and the tree offer it. */

/** A signature request that steps are about. */
export interface Subject {
  readonly signatureRequestId: string;
  readonly subject: string;
}

export function uploadStep({ signatureRequestId, subject }: Subject): PreparedRequest {
  return step(uploadDocument, {
    verb: 'other',
    title: 'Upload a document',
    subject,
    path: { signatureRequestId },
    body: { file: '', nature: 'signable_document' },
  });
}

/** With a signature on one of its documents, where there is one. */
export function addSignerStep({ signatureRequestId, subject }: Subject, documentId?: string): PreparedRequest {
  const signature = { document_id: documentId ?? '', type: 'signature', page: 1, x: 77, y: 581 };
  return step(createSigner, {
    verb: 'add',
    title: 'Add a signer',
    subject,
    path: { signatureRequestId },
    body: {
      info: { first_name: '', last_name: '', email: '', locale: 'en' },
      signature_level: 'electronic_signature',
      signature_authentication_mode: 'no_otp',
      ...(documentId !== undefined && { fields: [signature] }),
    },
  });
}

export function addApproverStep({ signatureRequestId, subject }: Subject): PreparedRequest {
  return step(createApprover, {
    verb: 'other',
    title: 'Add an approver',
    subject,
    path: { signatureRequestId },
    body: { info: { first_name: '', last_name: '', email: '', locale: 'en' } },
  });
}

export function placeSignatureStep(
  { signatureRequestId, subject }: Subject,
  documentId: string,
  signerId: string,
): PreparedRequest {
  return step(createField, {
    verb: 'other',
    title: 'Place a signature',
    subject,
    path: { signatureRequestId, documentId },
    body: { signer_id: signerId, type: 'signature', page: 1, x: 77, y: 581 },
  });
}

export function activateStep({ signatureRequestId, subject }: Subject, blocked?: string): PreparedRequest {
  return step(activateSignatureRequest, {
    verb: 'send',
    title: 'Activate',
    subject,
    path: { signatureRequestId },
    complete: true,
    blocked,
  });
}

export function cancelStep({ signatureRequestId, subject }: Subject): PreparedRequest {
  return step(cancelSignatureRequest, {
    verb: 'cancel',
    title: 'Cancel',
    subject,
    path: { signatureRequestId },
    body: { reason: 'errors_in_document' },
  });
}

export function reactivateStep({ signatureRequestId, subject }: Subject): PreparedRequest {
  return step(reactivateSignatureRequest, {
    verb: 'send',
    title: 'Reactivate',
    subject,
    path: { signatureRequestId },
    body: { expiration_date: '' },
  });
}

export function deleteStep({ signatureRequestId, subject }: Subject): PreparedRequest {
  return step(deleteSignatureRequest, {
    verb: 'remove',
    title: 'Delete',
    subject,
    path: { signatureRequestId },
    complete: true,
  });
}

export function linkStep({ signatureRequestId }: Subject, signerId: string, subject: string): PreparedRequest {
  return step(getSigner, {
    verb: 'link',
    title: 'Get signing link',
    subject,
    path: { signatureRequestId, signerId },
    complete: true,
  });
}

export function approvalLinkStep(
  { signatureRequestId }: Subject,
  approverId: string,
  subject: string,
): PreparedRequest {
  return step(getApprover, {
    verb: 'link',
    title: 'Get approval link',
    subject,
    path: { signatureRequestId, approverId },
    complete: true,
  });
}

/** The links of everybody who was notified, by name: activating answers with ids alone. */
export function signingLinksStep({ signatureRequestId, subject }: Subject): PreparedRequest {
  const title = 'Get signing links';
  return step(listSigners, { verb: 'other', title, subject, path: { signatureRequestId }, complete: true });
}

export function approvalLinksStep({ signatureRequestId, subject }: Subject): PreparedRequest {
  const title = 'Get approval links';
  return step(listApprovers, { verb: 'other', title, subject, path: { signatureRequestId }, complete: true });
}

/** What is left of one that is done. */
export function downloadSteps({ signatureRequestId, subject }: Subject): readonly PreparedRequest[] {
  const path = { signatureRequestId };
  return [
    step(downloadDocuments, {
      verb: 'other',
      title: 'Download signed documents',
      subject,
      path,
      query: { version: 'completed' },
      complete: true,
    }),
    step(downloadAuditTrails, {
      verb: 'other',
      title: 'Download audit trails',
      subject,
      path,
      query: { merge: true },
      complete: true,
    }),
  ];
}
