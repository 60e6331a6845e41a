import type { Call } from '../../../core/operation';
import { read } from '../../../kit/calls';
import { fullName } from '../../../kit/fullName';
import { listUsers } from '../operations/users';
import { loadProcedureFacts, type ProcedureFacts } from './procedureFacts';

/** What is known before a member is created. */
export interface MemberCreationFacts {
  /** Undefined while the request names none. */
  readonly procedure: ProcedureFacts | undefined;
  readonly users: readonly { readonly id: string; readonly title: string }[];
}

export async function loadMemberCreationFacts(
  procedureId: string | undefined,
  call: Call,
): Promise<MemberCreationFacts> {
  const [procedure, users] = await Promise.all([
    procedureId === undefined ? undefined : loadProcedureFacts(procedureId, call),
    read(call, listUsers, {}),
  ]);
  return {
    procedure,
    users: users.map(({ id, firstname, lastname, email }) => ({
      id,
      title: fullName(firstname, lastname) || email || id,
    })),
  };
}
