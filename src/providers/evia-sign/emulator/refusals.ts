import type { EmulatedRequest, RefusedReply, Rejection } from '../../../core/emulation';
import type { Operation } from '../../../core/operation';
import { type Refusals, undocumentedRemark } from '../../../kit/emulatedAccess';
import type { Issue } from '../../../protocol/form';
import { type FailureId, failures } from '../failures';
import { operations } from '../operations/operations';

export const refusals = {
  reject,
  rejectInvalid,
  unknownRoute,
} satisfies Refusals;

/** "The request ID may be missing": documented for an edit, and answered like one that is malformed. */
const withoutRequestId = /\/requests\/{1,2}editrecipient\/?$/i;

function unknownRoute({ path }: EmulatedRequest, advice?: string): RefusedReply {
  const refused = reject({ failure: withoutRequestId.test(path) ? 'bad-request' : 'unknown-route' });
  return advice === undefined ? refused : { ...refused, body: { error: advice } };
}

/** `{"error":"…"}`, as the one sample has it. */
function reject({ failure: id }: Rejection): RefusedReply {
  const { status, message } = failures.find(id);
  return { status, body: { error: message }, failures: [id] };
}

function rejectInvalid({ id }: Operation, issues: readonly Issue[]): RefusedReply {
  const refused = reject({ failure: invalid.get(id) ?? 'bad-request' });
  const remark = undocumentedRemark(issues);
  return remark === undefined ? refused : { ...refused, body: { error: remark } };
}

/** A form without the part "File" is answered like a file of another kind. */
const invalid: ReadonlyMap<string, FailureId> = new Map([
  [operations.uploadDocument.id, 'extension-not-allowed'],
  [operations.getToken.id, 'invalid-token-request'],
  [operations.refreshToken.id, 'invalid-token-request'],
]);
