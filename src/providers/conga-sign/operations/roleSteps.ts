import type { PreparedRequest } from '../../../core/operation';

/** Requests about one role, prepared the same way for replies and for the tree. */
interface RoleSubject {
  readonly packageId: string;
  readonly roleId: string;
  readonly subject: string;
}

export function signingUrlStep({ packageId, roleId, subject }: RoleSubject, blocked?: string): PreparedRequest {
  return {
    verb: 'link',
    title: 'Get signing URL',
    operation: 'conga-sign/get-signing-url',
    subject,
    path: { packageId, roleId },
    complete: true,
    ...(blocked !== undefined && { blocked }),
  };
}

export function notifyStep({ packageId, roleId, subject }: RoleSubject): PreparedRequest {
  return {
    verb: 'remind',
    title: 'Notify',
    operation: 'conga-sign/notify-role',
    subject,
    path: { packageId, roleId },
    complete: true,
  };
}

export function removeStep({ packageId, roleId, subject }: RoleSubject): PreparedRequest {
  return {
    verb: 'remove',
    title: 'Remove role',
    operation: 'conga-sign/remove-role',
    subject,
    path: { packageId, roleId },
    complete: true,
  };
}

export function sendStep(packageId: string, subject: string): PreparedRequest {
  return {
    verb: 'send',
    title: 'Send package',
    operation: 'conga-sign/send-package',
    subject,
    path: { packageId },
    body: { status: 'SENT' },
    complete: true,
  };
}

export function addRoleStep(packageId: string, subject: string): PreparedRequest {
  return {
    verb: 'add',
    title: 'Add role',
    operation: 'conga-sign/add-role',
    subject,
    path: { packageId },
    body: { type: 'SIGNER', signers: [{ email: '', firstName: '', lastName: '' }] },
  };
}
