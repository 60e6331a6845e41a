import type { PreparedRequest } from '../../../core/operation';
import { step } from '../../../kit/calls';
import { embedGroupSending } from '../operations/embedding/embedGroup';
import { createGroupInvite } from '../operations/groupInvites/createGroupInvite';
import { cancelGroupInvite, type GroupInviteReply, resendGroupInvites } from '../operations/groupInvites/groupInvites';
import { updateGroupInviteStep } from '../operations/groupInvites/updateGroupInviteStep';
import { createGroupEmbeddedInvite } from '../operations/groups/createGroupEmbeddedInvite';
import { deleteDocumentGroup } from '../operations/groups/deleteDocumentGroup';
import { deleteGroupEmbeddedInvites } from '../operations/groups/deleteGroupEmbeddedInvites';
import type { GroupStatusReply } from '../operations/groups/groupReplies';
import { updateGroupRecipients } from '../operations/recipients/recipients';
import { createGroupTemplate } from '../operations/templates/groupTemplates';
import { groupInviteLinkStep } from '../steps';

export type Group = GroupStatusReply['data'];
export type GroupInvite = GroupInviteReply['invite'];

export function rolesOf({ documents }: Group): readonly string[] {
  return [...new Set(documents.flatMap(({ roles }) => roles))];
}

/** What can be done with a group: other things once somebody is invited, and others again if that was by mail. */
export function groupActions(group: Group, invite: GroupInvite | undefined): readonly PreparedRequest[] {
  const path = { document_group_id: group.id };
  const subject = group.name;
  if (!group.invite_id) {
    const remove = step(deleteDocumentGroup, {
      verb: 'remove',
      title: 'Delete document group',
      subject,
      path,
      complete: true,
    });
    const prepare = step(embedGroupSending, {
      verb: 'other',
      title: 'Generate a link to prepare and send',
      subject,
      path,
      body: { type: 'manage', link_expiration: 15 },
      complete: true,
    });
    return rolesOf(group).length === 0
      ? [prepare, remove]
      : [...inviteActions(group), prepare, templateAction(group), remove];
  }
  if (invite === undefined || !isMailed(invite)) {
    return [
      step(deleteGroupEmbeddedInvites, {
        verb: 'remove',
        title: 'Delete embedded invites',
        subject,
        path,
        complete: true,
      }),
    ];
  }
  const ofInvite = { document_group_id: group.id, invite_id: group.invite_id };
  const isOver = invite.status === 'fulfilled';
  const remind = step(resendGroupInvites, {
    verb: 'remind',
    title: 'Resend invites',
    subject,
    path: ofInvite,
    complete: true,
  });
  const cancel = step(cancelGroupInvite, {
    verb: 'cancel',
    title: 'Cancel invite',
    subject,
    path: ofInvite,
    complete: true,
  });
  return isOver ? [cancel] : [remind, cancel];
}

interface GroupRecipient {
  readonly group: Group;
  readonly invite: GroupInvite | undefined;
  readonly email: string;
  readonly status: string;
}

/** Links of embedded invites; mails again and replacements where mails bring the links. */
export function recipientActions({ group, invite, email, status }: GroupRecipient): readonly PreparedRequest[] {
  const { id: groupId, invite_id: inviteId } = group;
  if (!inviteId || !['pending', 'created'].includes(status)) return [];
  if (invite === undefined || !isMailed(invite)) {
    return [groupInviteLinkStep({ groupId, inviteId, email, authMethod: 'none', status, order: undefined })];
  }
  const path = { document_group_id: groupId, invite_id: inviteId };
  const remind = step(resendGroupInvites, {
    verb: 'remind',
    title: 'Resend invite',
    subject: email,
    path,
    body: { email },
    complete: true,
  });
  const open = invite.steps.find(({ actions }) =>
    actions.some((action) => action.email === email && action.status !== 'fulfilled'),
  );
  const replace = open && replaceAction(path, open.id, email);
  return [...(status === 'pending' ? [remind] : []), ...(replace ? [replace] : [])];
}

/** Sources that do not say how it was invited describe invites by mail. */
function isMailed({ is_embedded: embedded }: GroupInvite): boolean {
  return embedded !== true;
}

function replaceAction(
  path: { readonly document_group_id: string; readonly invite_id: string },
  stepId: string,
  email: string,
): PreparedRequest {
  return step(updateGroupInviteStep, {
    verb: 'edit',
    title: 'Replace recipient',
    subject: email,
    path: { ...path, step_id: stepId },
    body: { user_to_update: email, replace_with_this_user: '', invite_email: { email: '' } },
  });
}

function templateAction({ id, name }: Group): PreparedRequest {
  return step(createGroupTemplate, {
    verb: 'other',
    title: 'Make a template',
    subject: name,
    path: { document_group_id: id },
    body: { name: `Template: ${name}` },
  });
}

function inviteActions(group: Group): readonly PreparedRequest[] {
  const path = { document_group_id: group.id };
  const subject = group.name;
  const roles = rolesOf(group);
  return [
    step(createGroupEmbeddedInvite, {
      verb: 'invite',
      title: 'Create an embedded invite',
      subject,
      path,
      body: {
        invites: [
          {
            order: 1,
            signers: roles.map((role) => ({ email: '', auth_method: 'none', documents: partsOf(group, role) })),
          },
        ],
        sign_as_merged: true,
      },
    }),
    step(createGroupInvite, {
      verb: 'send',
      title: 'Invite by e-mail',
      subject,
      path,
      body: {
        invite_steps: [
          {
            order: 1,
            invite_actions: roles.flatMap((role) =>
              partsOf(group, role).map(({ id, action }) => ({ email: '', role_name: role, action, document_id: id })),
            ),
          },
        ],
        sign_as_merged: true,
      },
    }),
    step(updateGroupRecipients, {
      verb: 'edit',
      title: 'Set recipients',
      subject,
      path,
      body: {
        recipients: roles.map((role, index) => ({
          name: role,
          email: '',
          order: index + 1,
          documents: partsOf(group, role),
        })),
      },
    }),
  ];
}

/** All documents that have a role of this name. */
function partsOf({ documents }: Group, role: string) {
  return documents.filter(({ roles }) => roles.includes(role)).map(({ id }) => ({ id, role, action: 'sign' }));
}
