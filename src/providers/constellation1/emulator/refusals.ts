import type { EmulatedRequest, RefusedReply, Rejection } from '../../../core/emulation';
import type { Operation } from '../../../core/operation';
import type { Refusals } from '../../../kit/emulatedAccess';
import type { Issue } from '../../../protocol/form';
import { failures, refuse } from '../failures';

export const refusals = {
  reject,
  rejectInvalid,
  unknownRoute,
} satisfies Refusals;

function unknownRoute(_request: EmulatedRequest, advice?: string): RefusedReply {
  const refused = reject({ failure: 'unknown-address' });
  return advice === undefined ? refused : { ...refused, body: errorBody([advice]) };
}

/** A RequestResponse with the error in Details, null, or a "False": the API has these three ways to say no. */
function reject(rejection: Rejection, [issue]: readonly Issue[] = []): RefusedReply {
  const { failure: id } = rejection;
  const { status } = failures.find(id);
  return { status, body: bodyOf(rejection, issue), failures: [id] };
}

function bodyOf(rejection: Rejection, issue: Issue | undefined): unknown {
  const { failure: id } = rejection;
  if (id === 'null-reply') return null;
  if (id === 'not-done') return { Message: 'Success', Details: [], ReturnValue: failures.find(id).message };
  // What varies in a text is known to the handler that refused, or else to the rule that was broken.
  const text = failures.messageOf(rejection, '{…}');
  return errorBody([issue !== undefined && text.includes('{') ? `Error: ${issue.message}` : text]);
}

/** Of a signer who lacks something the documentation has a text of its own. */
function rejectInvalid(_operation: Operation, issues: readonly Issue[]): RefusedReply {
  const lacking = /\/(?:Signers|signers|signerList)\/\d+\/(?:LastName|EmailAddress)$/;
  const isSigner = issues.length > 0 && issues.every(({ pointer }) => lacking.test(pointer));
  if (isSigner) return reject(refuse('signer-incomplete'));
  const problem = issues.map((issue) => `${issue.pointer}: ${issue.message}`).join(' ');
  return reject(refuse('bad-request', { problem }));
}

function errorBody(details: readonly string[]) {
  return { Message: 'Error', Details: details, ReturnValue: null };
}
