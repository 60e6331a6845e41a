import type { PreparedRequest } from '../../core/operation';
import { step } from '../../kit/calls';
import { createApproval } from './operations/approvals/approvals';
import { downloadDocuments } from './operations/documents/downloads';
import { uploadDocument } from './operations/documents/uploadDocument';
import { sendPackage } from './operations/packages/packages';
import { createReminders } from './operations/reminders/reminders';
import { addRole } from './operations/roles/addRole';
import { removeRole } from './operations/roles/removeRole';
import { unlockRole } from './operations/roles/unlockRole';
import { getSigningUrl, notifyRole } from './operations/signers/signing';
import { notifyBySms } from './operations/signers/smsNotification';

/* Requests about a package and its roles, prepared the same way for replies and for the tree. */

interface RolePath {
  readonly packageId: string;
  readonly roleId: string;
}

export function signingUrlStep(path: RolePath, subject: string, blocked?: string): PreparedRequest {
  return step(getSigningUrl, { verb: 'link', title: 'Get signing URL', subject, path, complete: true, blocked });
}

export function notifyStep(path: RolePath, subject: string): PreparedRequest {
  return step(notifyRole, { verb: 'remind', title: 'Notify', subject, path, complete: true });
}

export function smsStep(path: RolePath, subject: string): PreparedRequest {
  return step(notifyBySms, { verb: 'remind', title: 'Notify by SMS', subject, path, complete: true });
}

export function unlockStep(path: RolePath, subject: string): PreparedRequest {
  return step(unlockRole, { verb: 'other', title: 'Unlock role', subject, path, complete: true });
}

export function remindersStep(packageId: string, subject: string): PreparedRequest {
  return step(createReminders, {
    verb: 'remind',
    title: 'Schedule reminders',
    subject,
    path: { packageId },
    body: { packageId, startInDaysDelay: 1, intervalInDays: 1, repetitionsCount: 5 },
  });
}

export function removeStep(path: RolePath, subject: string): PreparedRequest {
  return step(removeRole, { verb: 'remove', title: 'Remove role', subject, path, complete: true });
}

export function sendStep(packageId: string, subject: string): PreparedRequest {
  return step(sendPackage, {
    verb: 'send',
    title: 'Send package',
    subject,
    path: { packageId },
    body: { status: 'SENT' },
    complete: true,
  });
}

export function addRoleStep(packageId: string, subject: string): PreparedRequest {
  return step(addRole, {
    verb: 'add',
    title: 'Add role',
    subject,
    path: { packageId },
    body: { type: 'SIGNER', signers: [{ email: '', firstName: '', lastName: '' }] },
  });
}

export function uploadStep(packageId: string, subject: string): PreparedRequest {
  return step(uploadDocument, { verb: 'other', title: 'Add document', subject, path: { packageId } });
}

/** The role is still to be chosen. */
export function approvalStep(path: { readonly packageId: string; readonly documentId: string }, subject: string) {
  return step(createApproval, {
    verb: 'other',
    title: 'Add signature',
    subject,
    path,
    body: {
      role: '',
      fields: [{ type: 'SIGNATURE', subtype: 'FULLNAME', page: 0, left: 100, top: 100, width: 200, height: 50 }],
    },
  });
}

export function downloadStep(packageId: string, subject: string): PreparedRequest {
  return step(downloadDocuments, {
    verb: 'other',
    title: 'Download documents',
    subject,
    path: { packageId },
    query: {},
    complete: true,
  });
}
