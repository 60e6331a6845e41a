import type { Call } from '../../core/operation';
import { userListReply } from './operations/users';
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
    call('yousign/list-users', {}),
  ]);
  return {
    procedure,
    users: userListReply.parse(users).map(({ id, firstname, lastname, email }) => ({
      id,
      title: [firstname, lastname].filter(Boolean).join(' ') || email || id,
    })),
  };
}
