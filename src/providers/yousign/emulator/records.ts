import { isDue, isWaitingFor, type TurnTaking } from '../../../kit/signing';
import type { EmulatedFile, EmulatedFileObject, EmulatedMember, EmulatedProcedure, State } from './state';

/* What the state tells of a procedure and of what belongs to it. */

export function membersOf(
  { membersByProcedure }: State,
  { id }: Pick<EmulatedProcedure, 'id'>,
): readonly EmulatedMember[] {
  return membersByProcedure.with(id);
}

export function filesOf({ filesByProcedure }: State, { id }: Pick<EmulatedProcedure, 'id'>): readonly EmulatedFile[] {
  return filesByProcedure.with(id);
}

export function fileObjectsOf({ fileObjectsByMember }: State, { id }: EmulatedMember): readonly EmulatedFileObject[] {
  return fileObjectsByMember.with(id);
}

export const turns: TurnTaking<EmulatedMember> = {
  orderOf: ({ settings }) => settings.position,
  isDone: ({ status }) => status === 'done',
};

/** Somebody before this member has not signed. */
export function isWaiting(state: State, procedure: EmulatedProcedure, member: EmulatedMember): boolean {
  return procedure.settings.ordered === true && isWaitingFor(membersOf(state, procedure), member, turns);
}

/** Active procedures end by themselves when their time has come. */
export function expire(procedure: EmulatedProcedure, now: number): EmulatedProcedure {
  const { expiresAt } = procedure.settings;
  if (procedure.status === 'active' && isDue(expiresAt, now)) {
    procedure.status = 'expired';
    procedure.updatedAt = now;
  }
  return procedure;
}
