import type { PreparedRequest } from '../../core/operation';
import { step } from '../../kit/calls';
import { createEmbeddedInviteLink } from './operations/embeddedInvites/embeddedInviteLink';
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
