import type { PreparedRequest } from '../../core/operation';
import { step } from '../../kit/calls';
import { addFields } from './operations/documents/addFields';
import { getDocument } from './operations/documents/documents';
import { createEmbeddedInvites } from './operations/embeddedInvites/createEmbeddedInvites';
import { createEmbeddedInviteLink } from './operations/embeddedInvites/embeddedInviteLink';
import { cancelFieldInvites, cancelFreeFormInvite } from './operations/fieldInvites/cancelInvites';
import {
  deleteFieldInvite,
  reassignFieldInvite,
  resendFieldInvite,
} from './operations/fieldInvites/changeFieldInvites';
import { createFieldInvites } from './operations/fieldInvites/createFieldInvites';
import { createFreeFormInvite } from './operations/fieldInvites/createFreeFormInvite';
import { replaceFieldInvite, triggerFieldInvite } from './operations/fieldInvites/replaceFieldInvite';
import { downloadDocument } from './operations/files/downloadDocument';
import { createGroupEmbeddedInviteLink } from './operations/groups/groupEmbeddedInviteLink';

/** What a link request is prepared from, whether the invite comes from a reply or from a document. */
export interface InviteLinkSubject {
  readonly documentId: string;
  readonly inviteId: string;
  readonly email: string;
  readonly authMethod: string;
  readonly status: string;
  readonly order: number | undefined;
}

export function inviteLinkStep(invite: InviteLinkSubject): PreparedRequest {
  return step(createEmbeddedInviteLink, {
    verb: 'link',
    title: 'Generate link',
    subject: invite.email,
    path: { document_id: invite.documentId, field_invite_id: invite.inviteId },
    body: { auth_method: invite.authMethod, link_expiration: 15 },
    complete: true,
    ...blockedBy(invite.status, invite.order),
  });
}

export interface GroupInviteLinkSubject {
  readonly groupId: string;
  readonly inviteId: string;
  readonly email: string;
  readonly authMethod: string;
  readonly status: string;
  readonly order: number | undefined;
}

export function groupInviteLinkStep(invite: GroupInviteLinkSubject): PreparedRequest {
  return step(createGroupEmbeddedInviteLink, {
    verb: 'link',
    title: 'Generate link',
    subject: invite.email,
    path: { document_group_id: invite.groupId, group_invite_id: invite.inviteId },
    body: { email: invite.email, auth_method: invite.authMethod, link_expiration: 15 },
    complete: true,
    ...blockedBy(invite.status, invite.order),
  });
}

/** The API makes links for pending invites only. */
function blockedBy(status: string, order: number | undefined): Pick<PreparedRequest, 'blocked'> {
  if (status !== 'created') return {};
  return {
    blocked:
      order === undefined || order < 2
        ? 'Opens when the step before is done.'
        : `Opens when step ${order - 1} is done.`,
  };
}

/** A document that a step is about. */
interface Subject {
  readonly documentId: string;
  readonly subject: string;
}

interface RoleRow {
  /** Not known of a role that came into being with a field. */
  readonly id?: string;
  readonly name: string;
  readonly order: number;
}

/** One signature to begin with. */
export function addFieldsStep({ documentId, subject }: Subject): PreparedRequest {
  const signature = { type: 'signature', role: 'Signer 1', page_number: 0, x: 100, y: 600, width: 160, height: 40 };
  return step(addFields, {
    verb: 'edit',
    title: 'Add fields',
    subject,
    path: { document_id: documentId },
    body: { fields: [signature] },
  });
}

/** A row for every role; the addresses are left to fill in. */
export function embeddedInvitesStep({ documentId, subject }: Subject, roles: readonly RoleRow[]): PreparedRequest {
  return step(createEmbeddedInvites, {
    verb: 'invite',
    title: 'Create embedded invites',
    subject,
    path: { document_id: documentId },
    ...(roles.length > 0 && { body: { invites: rowsOf(roles).map((row) => ({ ...row, auth_method: 'none' })) } }),
  });
}

/** A row for every role; the addresses are left to fill in. */
export function mailInvitesStep({ documentId, subject }: Subject, roles: readonly RoleRow[]): PreparedRequest {
  return step(createFieldInvites, {
    verb: 'send',
    title: 'Invite by e-mail',
    subject,
    path: { document_id: documentId },
    ...(roles.length > 0 && { body: { to: rowsOf(roles), from: '' } }),
  });
}

function rowsOf(roles: readonly RoleRow[]) {
  return roles.map(({ id, name, order }) => ({
    email: '',
    ...(id !== undefined && { role_id: id }),
    role: name,
    order,
  }));
}

export function freeFormStep({ documentId, subject }: Subject): PreparedRequest {
  const path = { document_id: documentId };
  return step(createFreeFormInvite, { verb: 'send', title: 'Invite to sign anywhere', subject, path });
}

export function cancelInvitesStep({ documentId, subject }: Subject): PreparedRequest {
  const path = { document_id: documentId };
  return step(cancelFieldInvites, { verb: 'cancel', title: 'Cancel invites', subject, path, complete: true });
}

export function cancelFreeFormStep(inviteId: string, subject: string): PreparedRequest {
  const path = { invite_id: inviteId };
  return step(cancelFreeFormInvite, { verb: 'cancel', title: 'Cancel invite', subject, path, complete: true });
}

export function downloadStep({ documentId, subject }: Subject): PreparedRequest {
  return step(downloadDocument, {
    verb: 'other',
    title: 'Download document',
    subject,
    path: { document_id: documentId },
    query: { type: 'collapsed' },
    complete: true,
  });
}

/** The reply that creates mailed invites names none of them. */
export function seeDocumentStep({ documentId, subject }: Subject): PreparedRequest {
  const path = { document_id: documentId };
  return step(getDocument, { verb: 'other', title: 'See the invites', subject, path, complete: true });
}

export function resendInviteStep(inviteId: string, subject: string): PreparedRequest {
  const path = { field_invite_id: inviteId };
  return step(resendFieldInvite, { verb: 'remind', title: 'Resend invite', subject, path, complete: true });
}

export function reassignInviteStep(
  documentId: string,
  inviteId: string,
  roleId: string,
  subject: string,
): PreparedRequest {
  return step(reassignFieldInvite, {
    verb: 'edit',
    title: 'Reassign invite',
    subject,
    path: { document_id: documentId, field_invite_id: inviteId },
    body: { role_id: roleId, email: '', cc: [], reassign: 1 },
  });
}

/** The role whose invite was deleted; empty where nobody knows which. */
export function replaceInviteStep(roleId: string, subject: string): PreparedRequest {
  return step(replaceFieldInvite, {
    verb: 'invite',
    title: 'Invite somebody else',
    subject,
    body: { email: '', role_id: roleId, is_replace: true },
  });
}

export function triggerInvitesStep({ documentId, subject }: Subject): PreparedRequest {
  const path = { document_id: documentId };
  return step(triggerFieldInvite, { verb: 'send', title: 'Send new invites', subject, path, complete: true });
}

export function deleteInviteStep(inviteId: string, subject: string): PreparedRequest {
  const path = { field_invite_id: inviteId };
  return step(deleteFieldInvite, { verb: 'remove', title: 'Delete invite', subject, path, complete: true });
}
