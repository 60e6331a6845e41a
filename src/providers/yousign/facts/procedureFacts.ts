import type { Call } from '../../../core/operation';
import { read } from '../../../kit/calls';
import { fullName } from '../../../kit/fullName';
import { uuidOf } from '../operations/objectId';
import { getProcedure } from '../operations/procedures/readProcedures';
import type { MemberReply, ProcedureReply } from '../operations/replies';

/** What rules and suggestions need to know about a procedure; the emulator takes it from its state. */
export interface ProcedureFacts {
  /** `/procedures/<uuid>`. */
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly ordered: boolean;
  readonly members: readonly MemberFacts[];
  readonly files: readonly { readonly id: string; readonly name: string }[];
}

export interface MemberFacts {
  /** `/members/<uuid>`. */
  readonly id: string;
  /** E-mail address, or name where there is none. */
  readonly title: string;
  readonly position: number;
  readonly status: string;
  readonly reply: MemberReply;
}

export async function loadProcedureFacts(id: string, call: Call): Promise<ProcedureFacts> {
  return procedureFacts(await read(call, getProcedure, { path: { id: uuidOf(id) } }));
}

export function procedureFacts(procedure: ProcedureReply): ProcedureFacts {
  return {
    id: procedure.id,
    name: procedure.name || procedure.id,
    status: procedure.status,
    ordered: procedure.ordered ?? false,
    members: (procedure.members ?? []).map(memberFacts),
    files: (procedure.files ?? []).map(({ id, name }) => ({ id, name: name ?? id })),
  };
}

export function memberFacts(member: MemberReply): MemberFacts {
  const name = fullName(member.firstname, member.lastname);
  return {
    id: member.id,
    title: member.email || name || member.id,
    position: member.position ?? 1,
    status: member.status,
    reply: member,
  };
}

/** Whether those before the member are done. Without an order everybody may sign at once. */
export function isTurnOf({ position }: Pick<MemberFacts, 'position'>, { ordered, members }: ProcedureFacts): boolean {
  return !ordered || members.every((other) => other.position >= position || other.status === 'done');
}
