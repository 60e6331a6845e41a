import { servedAddress } from '../../../../core/addresses/webAddress';
import type { HandlerContext } from '../../../../core/emulation';
import { emailKey } from '../../facts/documentFacts';
import type { GroupInviteReply, PendingInvitesReply } from '../../operations/groupInvites/groupInvites';
import { sessionPath } from '../links';
import type { EmulatedGroup, EmulatedGroupInvite, EmulatedGroupSigner } from '../records/groups';
import type { Invited } from '../records/invites';
import type { State } from '../state';

/** The invite as GET /documentgroup/{id}/groupinvite/{invite} shows it. */
export function viewGroupInvite({ id, embedded, steps, signers }: EmulatedGroupInvite): GroupInviteReply['invite'] {
  return {
    id,
    status: statusOf(signers),
    is_embedded: embedded,
    steps: steps.map((step) => {
      const own = signers.filter(({ order }) => order === step.order);
      return { id: step.id, status: statusOf(own), order: step.order, actions: own.flatMap(viewActions) };
    }),
  };
}

/** The one status of several: that of all of them where they agree, else that it goes on, unless somebody declined. */
export function statusOf(signers: readonly Invited[]): string {
  const statuses = [...new Set(signers.map(({ status }) => status))];
  if (statuses.includes('declined')) return 'declined';
  const [only] = statuses;
  return statuses.length === 1 && only !== undefined ? only : 'pending';
}

function viewActions({ email, status, documents }: EmulatedGroupSigner) {
  return documents.map(({ documentId, action, role }) => ({
    action,
    email,
    email_group: {},
    document_id: documentId,
    status,
    role_name: role?.name ?? '',
  }));
}

/** What the account has still to do, with links, and what anybody has done. */
export function viewPendingInvites(
  state: State,
  group: EmulatedGroup,
  { signers, asMerged }: EmulatedGroupInvite,
  account: string,
  { tools, baseUrl }: Pick<HandlerContext<State>, 'tools' | 'baseUrl'>,
): PendingInvitesReply {
  const told = signers.filter(
    ({ status, email }) => status === 'fulfilled' || (status === 'pending' && emailKey(email) === emailKey(account)),
  );
  return {
    invites: told.flatMap((signer) =>
      signer.documents.map(({ documentId, action }) => {
        const path = sessionPath(state, group, signer, documentId, tools);
        return {
          link: servedAddress(baseUrl, path) ?? path,
          document_name: state.documents.get(documentId)?.name ?? '',
          inviter_email: group.owner,
          action,
          status: signer.status,
        };
      }),
    ),
    document_group_name: group.name,
    sign_as_merged: asMerged,
  };
}
