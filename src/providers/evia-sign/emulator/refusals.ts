import type { EmulatedReply, Rejection } from '../../../core/emulation';
import type { Operation } from '../../../core/operation';
import { type FailureId, failures } from '../failures';
import { operations } from '../operations/operations';

/** `{"error":"…"}`, as the one sample has it. */
export function reject({ failure: id }: Rejection): EmulatedReply {
  const { status, message } = failures.find(id);
  return { status, body: { error: message } };
}

export function rejectInvalid({ id }: Operation): EmulatedReply {
  return reject({ failure: invalid.get(id) ?? 'bad-request' });
}

/** A form without the part "File" is answered like a file of another kind. */
const invalid: ReadonlyMap<string, FailureId> = new Map([
  [operations.uploadDocument.id, 'extension-not-allowed'],
  [operations.getToken.id, 'invalid-token-request'],
  [operations.refreshToken.id, 'invalid-token-request'],
]);
