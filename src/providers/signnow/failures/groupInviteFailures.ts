import type { Failure } from '../../../core/failure';
import { operations } from '../operations/operations';
import { sources } from '../sources';

const { openApi, mcpServer } = sources;

/** Invites of document groups that are mailed, and groups that are deleted. */
export const groupInviteFailures = [
  {
    id: 'group-invite-not-found-v1',
    status: 400,
    code: 65582,
    message: 'unable to find document group invite',
    meaning: 'The group has no invite with this ID, or not any more.',
    nextStep: 'Take the ID from the reply that created the invite, or from the group.',
    mendedBy: operations.getDocumentGroupStatus.id,
    source: mcpServer,
    illustrative: ['message'],
  },
  {
    id: 'recipient-not-invited',
    status: 400,
    code: 65582,
    message: 'User is not invited to the document group',
    meaning: 'The e-mail address is none of the invite.',
    nextStep: 'Use the address that the invite was created with.',
    mendedBy: operations.getGroupInvite.id,
    source: openApi,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'invite-step-not-found',
    status: 400,
    code: 65582,
    message: 'unable to find invite step',
    meaning: 'The invite has no step with this ID.',
    nextStep: 'Take the ID of the step from the invite.',
    mendedBy: operations.getGroupInvite.id,
    source: mcpServer,
    illustrative: ['message'],
  },
  {
    id: 'recipient-not-in-step',
    status: 400,
    code: 65582,
    message: 'User has no pending actions in the invite step',
    meaning: 'The recipient is none of the step, or has done their part.',
    nextStep: 'Choose somebody of the step who has not finished.',
    mendedBy: operations.getGroupInvite.id,
    source: openApi,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'mail-without-action',
    status: 400,
    code: 65582,
    message: 'Invite email must belong to an invite action',
    meaning: 'A step has a mail for somebody who has nothing to do in it.',
    nextStep: 'Give them an action in the step, or leave the mail out.',
    source: openApi,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'group-is-invited',
    status: 400,
    code: 65582,
    message: 'Document group with an invite cannot be deleted',
    meaning: 'A group cannot be deleted as long as it has an invite.',
    nextStep: 'Cancel the invite, or delete the embedded invites, then delete the group.',
    mendedBy: operations.cancelGroupInvite.id,
    source: openApi,
    illustrative: ['status', 'code', 'message'],
  },
] as const satisfies readonly Failure[];
