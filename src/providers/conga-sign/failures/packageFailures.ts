import type { Failure } from '../../../core/failure';
import { operations } from '../operations/operations';
import { sources } from '../sources';

/** What is known of packages beside the usual. */
export const packageFailures = [
  {
    id: 'cannot-change-status',
    status: 400,
    code: 400,
    message: 'Cannot change package status.',
    meaning: 'A package in this status cannot get the other one: a draft was not sent, so nobody can decline it.',
    nextStep: 'Send the package first.',
    mendedBy: operations.sendPackage.id,
    source: sources.oneSpanDecline,
  },
  {
    id: 'decline-without-comment',
    status: 400,
    code: 400,
    message: 'Invalid comment provided. Please provide a valid comment.',
    meaning: 'A sent package is declined or opted out of without a message that says why.',
    nextStep: 'Add messages with the role that declines and its reason.',
    source: sources.oneSpanDecline,
  },
  {
    id: 'language-unlisted',
    status: 400,
    code: 400,
    message: 'The language is not supported.',
    meaning: 'A language is none of those that Conga lists. Whether the API refuses it is not documented.',
    nextStep: 'Choose a language of the list.',
    source: sources.openApi,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'client-app-not-valid',
    status: 401,
    code: 401,
    message: 'The client app is not known.',
    meaning: 'ID and secret of the client app do not belong together. What OneSpan answers then is not documented.',
    nextStep: 'Correct the credentials.',
    source: sources.javaSdk,
    illustrative: ['status', 'code', 'message'],
  },
] as const satisfies readonly Failure[];
