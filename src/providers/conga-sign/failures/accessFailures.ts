import type { Failure } from '../../../core/failure';
import { sources } from '../sources';

/** What is known of how signers get in; no source gives a text. */
export const accessFailures = [
  {
    id: 'role-not-locked',
    status: 400,
    code: 400,
    message: 'The role is not locked.',
    meaning: 'A role is to be unlocked that is not locked. What the API answers then is not documented.',
    nextStep: 'Nothing has to be done: the signer can get in.',
    source: sources.oneSpanUnlock,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'verification-not-found',
    status: 404,
    code: 404,
    message: 'No verification is assigned to the role.',
    meaning: 'A verification is to be changed or deleted, and the role has none.',
    nextStep: 'Assign one first.',
    source: sources.openApi,
    illustrative: ['message'],
  },
  {
    id: 'signer-id-unknown',
    status: 404,
    code: 404,
    message: 'The signer was not found.',
    meaning: 'The package has no signer, and no role, with this ID.',
    nextStep: 'Take the ID of the signer from the roles of the package.',
    source: sources.openApi,
    illustrative: ['message'],
  },
  {
    id: 'token-of-draft',
    status: 400,
    code: 400,
    message: 'The package has not been sent.',
    meaning: 'A token of a draft opens nothing. Whether the API refuses to make one is not documented.',
    nextStep: 'Send the package first.',
    source: sources.oneSpanSession,
    illustrative: ['status', 'code', 'message'],
  },
] as const satisfies readonly Failure[];
