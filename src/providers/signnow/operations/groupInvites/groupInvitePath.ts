import { documentGroupPath } from '../fields';
import { inviteId } from '../inviteLinks';

export const groupInvitePath = documentGroupPath.extend({ invite_id: inviteId('Group invite ID') });

export const sampleInvite = {
  document_group_id: 'bc9bdf90883566a9eb2a01c43fede3755f71a4f2',
  invite_id: 'b1c07f1391f042333cf0ca96af5ac9f5b44ca54b',
} as const;
