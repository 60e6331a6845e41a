import type { Failure } from '../../../core/failure';
import { operations } from '../operations/operations';
import { sources } from '../sources';

/** What is refused of approvers and followers. */
export const approverFailures = [
  {
    id: 'approvers-too-many',
    status: 400,
    code: 'about:blank',
    message: 'The maximum number of approvers is reached.',
    meaning: 'A signature request has ten approvers at most, five in an API trial.',
    nextStep: 'Remove an approver, or go without another.',
    mendedBy: operations.deleteApprover.id,
    source: sources.limits,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'approver-order-off',
    status: 400,
    code: 'parameters_not_valid',
    message: '{name}: This approver cannot be placed.',
    meaning:
      'Approvers are not ordered here, have no custom order for a place together, or the one named is none of this signature request.',
    nextStep: 'Switch ordered_approvers on, or leave the place out.',
    mendedBy: operations.updateSignatureRequest.id,
    source: sources.client2026,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'approver-already-there',
    status: 400,
    code: 'approver.already_attached_to_signature_request',
    message: 'The approver is already attached to the signature request.',
    meaning: 'The same person approves already.',
    nextStep: 'Add somebody else.',
    mendedBy: operations.listApprovers.id,
    source: sources.errorList,
    illustrative: ['status', 'message'],
  },
  {
    id: 'approver-status-not-compatible',
    status: 400,
    code: 'approver.status_not_compatible',
    message: 'The status of the approver is not compatible with this action.',
    meaning: 'The approver has decided, or was not notified yet.',
    nextStep: 'Look at the status of the approver, and of the signature request.',
    mendedBy: operations.getApprover.id,
    source: sources.errorList,
    illustrative: ['status', 'message'],
  },
  {
    id: 'followers-too-many',
    status: 400,
    code: 'about:blank',
    message: 'The maximum number of followers is reached.',
    meaning: 'A signature request has 100 followers at most, five in an API trial.',
    nextStep: 'Tell the others yourself.',
    source: sources.limits,
    illustrative: ['status', 'code', 'message'],
  },
] as const satisfies readonly Failure[];
