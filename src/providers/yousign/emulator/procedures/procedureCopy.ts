import type { addMember } from '../members';
import { fileObjectsOf, membersOf } from '../records';
import type { EmulatedProcedure, State } from '../state';

type MemberBody = Parameters<typeof addMember>[2];

/** The members of a template, as they would be sent to create them anew. */
export function copyOf(state: State, template: EmulatedProcedure | undefined): readonly MemberBody[] {
  if (template === undefined) return [];
  return membersOf(state, template).map(
    (member) =>
      ({
        ...member.settings,
        fileObjects: fileObjectsOf(state, member).map(({ file, placement }) => ({ ...placement, file })),
      }) as MemberBody,
  );
}
