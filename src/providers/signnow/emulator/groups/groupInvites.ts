import type { EmulatorTools, Rejection } from '../../../../core/emulation';
import { sameEmail } from '../../facts/documentFacts';
import { refuse } from '../../failures';
import { tellGroupInvite } from '../events/documentEvents';
import { tellGroupSigners } from '../events/progress';
import { mailGroupInvite, openGroup } from '../links';
import type { EmulatedGroup, EmulatedGroupInvite, EmulatedGroupSigner } from '../records/groups';
import { type Handlers, newId, type State } from '../state';
import { statusOf, viewGroupInvite, viewPendingInvites } from './groupInviteView';
import { inviteSteps, isPending, newSigners } from './newGroupInvite';

export const groupInviteHandlers: Pick<
  Handlers,
  | 'createGroupInvite'
  | 'getGroupInvite'
  | 'listPendingGroupInvites'
  | 'cancelGroupInvite'
  | 'resendGroupInvites'
  | 'updateGroupInviteStep'
> = {
  createGroupInvite: ({ state, values: { path, body }, tools }) => {
    const group = state.groups.get(path.document_group_id);
    if (group === undefined) return refuse('group-not-found-v1');
    const signers = newSigners(state, body, tools);
    const invite: EmulatedGroupInvite = {
      id: newId(tools),
      embedded: false,
      asMerged: body.sign_as_merged ?? true,
      steps: inviteSteps(signers, tools),
      signers,
      told: (body.completion_emails ?? []).filter(({ disabled }) => disabled !== 1).map(({ email }) => email.trim()),
    };
    group.invite = invite;
    group.lastInviteId = invite.id;
    tellGroupSigners(state, 'document.fieldinvite.create', signers, tools);
    tellGroupInvite(state, 'document_group.invite.create', group, 'created', tools);
    openGroup(state, group, tools);
    group.updatedAt = tools.now();
    for (const to of body.cc ?? []) {
      tools.deliver({ channel: 'email', purpose: 'notice', to: to.trim(), document: group.id });
    }
    return { status: 200, body: { id: invite.id } };
  },
  getGroupInvite: ({ state, values: { path } }) => {
    const found = invitedGroup(state, path);
    return 'failure' in found ? found : { status: 200, body: { invite: viewGroupInvite(found.invite) } };
  },
  listPendingGroupInvites: ({ state, values: { path }, caller, tools, baseUrl }) => {
    const found = invitedGroup(state, path);
    if ('failure' in found) return found;
    return {
      status: 200,
      body: viewPendingInvites(state, found.group, found.invite, caller.account, { tools, baseUrl }),
    };
  },
  cancelGroupInvite: ({ state, values: { path }, tools }) => {
    const found = invitedGroup(state, path);
    if ('failure' in found) return found;
    const { group, invite } = found;
    tellGroupSigners(state, 'document.fieldinvite.delete', invite.signers, tools);
    tellGroupInvite(state, 'document_group.invite.cancel', group, 'canceled', tools);
    group.invite = undefined;
    group.updatedAt = tools.now();
    return done;
  },
  resendGroupInvites: ({ state, values: { path, body }, tools }) => {
    const found = invitedGroup(state, path);
    if ('failure' in found) return found;
    const { group, invite } = found;
    const { email } = body ?? {};
    for (const signer of invite.signers.filter(isPending)) {
      if (email === undefined || sameEmail(signer.email, email))
        mailGroupInvite(state, group, signer, 'reminder', tools);
    }
    tellGroupInvite(state, 'document_group.invite.resend', group, statusOf(invite.signers), tools);
    return done;
  },
  updateGroupInviteStep: ({ state, values: { path, body }, tools }) => {
    const found = invitedGroup(state, path);
    if ('failure' in found) return found;
    const { group, invite } = found;
    const order = invite.steps.find(({ id }) => id === path.step_id)?.order;
    const isMeant = (signer: EmulatedGroupSigner) =>
      signer.order === order && signer.status !== 'fulfilled' && sameEmail(signer.email, body.user_to_update);
    invite.signers = invite.signers.map((signer) => (isMeant(signer) ? replaced(signer, body, tools) : signer));
    for (const signer of invite.signers) {
      const isNew = signer.order === order && isPending(signer) && sameEmail(signer.email, replacementIn(body));
      if (isNew) mailGroupInvite(state, group, signer, 'invitation', tools);
    }
    tellGroupInvite(state, 'document_group.invite.update', group, statusOf(invite.signers), tools);
    group.updatedAt = tools.now();
    return done;
  },
};

const done = { status: 200, body: { status: 'success' } } as const;

type UpdateBody = Parameters<Handlers['updateGroupInviteStep']>[0]['values']['body'];

function replacementIn({ replace_with_this_user: replacement, user_to_update: user }: UpdateBody): string {
  return (replacement ?? user).trim();
}

/** Links of the one who was replaced lead nowhere: they belong to the signer that is no more. */
function replaced(signer: EmulatedGroupSigner, body: UpdateBody, tools: EmulatorTools): EmulatedGroupSigner {
  return { ...signer, email: replacementIn(body), updatedAt: tools.now() };
}

/** The group with the invite that the path names. */
function invitedGroup(
  state: State,
  path: { readonly document_group_id: string; readonly invite_id: string },
): { readonly group: EmulatedGroup; readonly invite: EmulatedGroupInvite } | Rejection {
  const group = state.groups.get(path.document_group_id);
  if (group === undefined) return refuse('group-not-found-v1');
  const { invite } = group;
  return invite?.id === path.invite_id ? { group, invite } : refuse('group-invite-not-found-v1');
}
