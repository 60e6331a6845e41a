import type { RefusedReply, Rejection } from '../../../core/emulation';
import type { Failure } from '../../../core/failure';
import type { Operation } from '../../../core/operation';
import { type Refusals, undocumentedRemark } from '../../../kit/emulatedAccess';
import type { Issue } from '../../../protocol/form';
import { failures } from '../failures';
import { operations } from '../operations/operations';
import { messageKeyOf } from './messageKeys';

export const refusals = {
  reject,
  rejectInvalid,
  unknownRoute: (_request, advice) => reject({ failure: 'not-found' }, [], advice),
} satisfies Refusals;

/** `{"error":"…"}` for the token call, for all the rest the four keys of the bodies that were seen of the live API. */
function reject({ failure: id }: Rejection, _issues: readonly Issue[] = [], advice?: string): RefusedReply {
  const { status, message }: Failure = failures.find(id);
  if (operations.getToken.failures?.includes(id)) return { status, body: { error: message }, failures: [id] };
  return refusal(id, advice);
}

/** Where a value has another shape than is documented, the key for technical details says which. */
function rejectInvalid(operation: Operation, issues: readonly Issue[]): RefusedReply {
  if (operation.id === operations.getToken.id) {
    const refused = reject({ failure: 'client-header' });
    const remark = undocumentedRemark(issues);
    return remark === undefined ? refused : { ...refused, body: { error: remark } };
  }
  return refusal('bad-request', issues.map((issue) => `${issue.pointer}: ${issue.message}`).join(' '));
}

function refusal(id: string, technical?: string): RefusedReply {
  const { status, message }: Failure = failures.find(id);
  const known = { messageKey: messageKeyOf(id, status), message, code: status, name: names[status] };
  return { status, body: { ...known, ...(technical !== undefined && { technical }) }, failures: [id] };
}

/** 400 as OneSpan's one published sample has it, the others as the API description calls them. */
const names: Readonly<Record<number, string>> = {
  400: 'Validation Error',
  401: 'Not Authorized',
  403: 'Access Denied',
  404: 'Not Found',
  500: 'Unexpected Error',
};
