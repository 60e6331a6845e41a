import type { EmulatedReply, Rejection } from '../../../core/emulation';
import type { Failure } from '../../../core/failure';
import type { Operation } from '../../../core/operation';
import type { Issue } from '../../../protocol/form';
import { failures } from '../failures';
import { refuse } from './state';

/** A RequestResponse with the error in Details, null, or a "False": the API has these three ways to say no. */
export function reject({ failure: id, detail = {} }: Rejection, issues: readonly Issue[] = []): EmulatedReply {
  const { status, message } = failureOf(id);
  if (id === 'null-reply') return { status, body: null };
  if (id === 'not-done') return { status, body: { Message: 'Success', Details: [], ReturnValue: message } };
  return { status, body: errorBody([textOf(message, detail, issues)]) };
}

/** What varies in a text is known to the rule that was broken, or to the handler that refused. */
function textOf(message: string, detail: NonNullable<Rejection['detail']>, [issue]: readonly Issue[]): string {
  const text = message.replace(/\{(\w+)\}/g, (whole, name: string) => detail[name] ?? whole);
  return issue !== undefined && text.includes('{') ? `Error: ${issue.message}` : text;
}

/** Of a signer who lacks something the documentation has a text of its own. */
export function rejectInvalid(_operation: Operation, issues: readonly Issue[]): EmulatedReply {
  const lacking = /\/(?:Signers|signers|signerList)\/\d+\/(?:LastName|EmailAddress)$/;
  const isSigner = issues.length > 0 && issues.every(({ pointer }) => lacking.test(pointer));
  if (isSigner) return reject(refuse('signer-incomplete'));
  const problem = issues.map((issue) => `${issue.pointer}: ${issue.message}`).join(' ');
  return reject(refuse('bad-request', { problem }));
}

function errorBody(details: readonly string[]) {
  return { Message: 'Error', Details: details, ReturnValue: null };
}

function failureOf(id: string): Failure {
  const failure = failures.find((candidate) => candidate.id === id);
  if (failure === undefined) throw new Error(`There is no failure "${id}".`);
  return failure;
}
