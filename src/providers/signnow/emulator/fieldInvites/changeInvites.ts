import type { Caller, EmulatorTools } from '../../../../core/emulation';
import { refuse } from '../../failures';
import { tellFreeForm } from '../events/documentEvents';
import { tellInvites } from '../events/progress';
import { mailInvite, openDocument } from '../links';
import type { EmulatedDocument } from '../records/documents';
import type { EmulatedInvite } from '../records/invites';
import { type Handlers, newId, type State } from '../state';

const done = { status: 200 as const, body: { status: 'success' } };

export const changeHandlers: Pick<
  Handlers,
  'resendFieldInvite' | 'reassignFieldInvite' | 'deleteFieldInvite' | 'cancelFieldInvites' | 'cancelFreeFormInvite'
> = {
  resendFieldInvite: ({ state, values: { path }, caller, tools }) => {
    const found = mailedInvite(state, caller, path.field_invite_id);
    if (found === undefined) return refuse('field-invite-not-found-v1');
    const { document, invite } = found;
    if (invite.status !== 'pending') return refuse('field-invite-not-open');
    mailInvite(state, document, invite, 'reminder', tools);
    tellInvites(state, 'document.fieldinvite.resend', document, [invite], tools);
    return done;
  },
  reassignFieldInvite: ({ state, values: { path, body }, caller, tools }) => {
    if (state.documents.get(path.document_id)?.owner !== caller.account) {
      return refuse('document-not-found-v1');
    }
    const found = mailedInvite(state, caller, path.field_invite_id);
    if (found?.document.id !== path.document_id) return refuse('field-invite-not-found-v1');
    const { document, invite } = found;
    if (!isOpen(invite)) return refuse('field-invite-not-open');
    if (invite.role.id !== body.role_id) return refuse('role-not-found');
    const now = tools.now();
    // With another ID, so that the link of whoever had it leads nowhere.
    const other = { ...invite, id: newId(tools), email: body.email.trim(), createdAt: now, updatedAt: now };
    document.invites = document.invites.map((one) => (one === invite ? other : one));
    document.updatedAt = now;
    tellInvites(state, 'document.fieldinvite.reassign', document, [other], tools);
    if (other.status === 'pending') mailInvite(state, document, other, 'invitation', tools);
    return done;
  },
  deleteFieldInvite: ({ state, values: { path }, caller, tools }) => {
    const found = mailedInvite(state, caller, path.field_invite_id);
    if (found === undefined) return refuse('field-invite-not-found-v1');
    const { document, invite } = found;
    document.invites = document.invites.filter((one) => one !== invite);
    document.deletedInvites = [...(document.deletedInvites ?? []), invite];
    document.updatedAt = tools.now();
    tellInvites(state, 'document.fieldinvite.delete', document, [invite], tools);
    openDocument(state, document, tools);
    return done;
  },
  cancelFieldInvites: ({ state, values: { path }, tools }) => {
    const document = state.documents.get(path.document_id);
    if (document === undefined) return refuse('document-not-found-v1');
    const taken = document.invites.filter(({ embedded }) => !embedded);
    document.invites = document.invites.filter(({ embedded }) => embedded);
    document.updatedAt = tools.now();
    tellInvites(state, 'document.fieldinvite.delete', document, taken, tools);
    for (const { email, status } of taken) if (status === 'pending') tell(document, email, tools);
    return done;
  },
  cancelFreeFormInvite: ({ state, values: { path }, caller, tools }) => {
    for (const document of ownDocuments(state, caller)) {
      const invite = document.requests.find(({ id, canceled }) => id === path.invite_id && !canceled);
      if (invite === undefined) continue;
      touch(state, document);
      invite.canceled = true;
      document.updatedAt = tools.now();
      tellFreeForm(state, 'document.freeform.cancel', document, invite, tools);
      if (invite.status === 'pending') tell(document, invite.email, tools);
      return { status: 200, body: {} };
    }
    return refuse('invite-not-found-v1');
  },
};

interface Found {
  readonly document: EmulatedDocument;
  readonly invite: EmulatedInvite;
}

function mailedInvite(state: State, caller: Caller, id: string): Found | undefined {
  for (const document of ownDocuments(state, caller)) {
    const invite = document.invites.find((one) => one.id === id && !one.embedded);
    if (invite === undefined) continue;
    touch(state, document);
    return { document, invite };
  }
  return undefined;
}

/** Asked for by its ID, so that indexes learn of what is done to it. */
export function touch({ documents }: State, { id }: EmulatedDocument): void {
  documents.get(id);
}

export function ownDocuments({ documents }: State, { account }: Caller): readonly EmulatedDocument[] {
  return [...documents.values()].filter(({ owner }) => owner === account);
}

function isOpen({ status }: EmulatedInvite): boolean {
  return status === 'pending' || status === 'created';
}

/** That they need not sign any more. */
function tell({ id: document }: EmulatedDocument, to: string, tools: EmulatorTools): void {
  tools.deliver({ channel: 'email', purpose: 'notice', to, document });
}
