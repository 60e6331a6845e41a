import type { EmulatedReply, Rejection } from '../../../core/emulation';
import type { Operation } from '../../../core/operation';
import type { Refusals } from '../../../kit/emulatedAccess';
import type { Issue } from '../../../protocol/form';
import { failures, refuse } from '../failures';

export const refusals = {
  reject,
  rejectInvalid,
  unknownRoute: () => reject({ failure: 'unknown-address' }),
} satisfies Refusals;

/** A RequestResponse with the error in Details, null, or a "False": the API has these three ways to say no. */
function reject(rejection: Rejection, [issue]: readonly Issue[] = []): EmulatedReply {
  const { failure: id } = rejection;
  const { status, message } = failures.find(id);
  if (id === 'null-reply') return { status, body: null };
  if (id === 'not-done') return { status, body: { Message: 'Success', Details: [], ReturnValue: message } };
  // What varies in a text is known to the handler that refused, or else to the rule that was broken.
  const text = failures.messageOf(rejection, '{…}');
  return { status, body: errorBody([issue !== undefined && text.includes('{') ? `Error: ${issue.message}` : text]) };
}

/** Of a signer who lacks something the documentation has a text of its own. */
function rejectInvalid(_operation: Operation, issues: readonly Issue[]): EmulatedReply {
  const lacking = /\/(?:Signers|signers|signerList)\/\d+\/(?:LastName|EmailAddress)$/;
  const isSigner = issues.length > 0 && issues.every(({ pointer }) => lacking.test(pointer));
  if (isSigner) return reject(refuse('signer-incomplete'));
  const problem = issues.map((issue) => `${issue.pointer}: ${issue.message}`).join(' ');
  return reject(refuse('bad-request', { problem }));
}

function errorBody(details: readonly string[]) {
  return { Message: 'Error', Details: details, ReturnValue: null };
}
