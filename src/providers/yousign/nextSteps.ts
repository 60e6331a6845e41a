import { type NextSteps, readingReply } from '../../kit/nextSteps';
import type { operations } from './operations/operations';
import { fileRecordReply, memberReply, procedureReply } from './operations/replies';
import { nameOf } from './signingLinks';
import { addFileObjectStep, addFileStep, addMemberStep, createProcedureStep, startStep } from './steps';

export const nextSteps: NextSteps<typeof operations> = {
  /** A file that belongs to no procedure yet is uploaded for one that is created next. */
  createFile: (reply, { values }) => {
    const created = fileRecordReply.safeParse(reply);
    if (!created.success || values.body.procedure !== undefined) return [];
    return [createProcedureStep(created.data.id, created.data.name ?? 'The new file')];
  },
  createMember: readingReply(memberReply, (member) => {
    const { id, procedure, fileObjects = [] } = member;
    const place = fileObjects.length === 0 ? [addFileObjectStep(id, nameOf(member), undefined)] : [];
    return procedure ? [...place, startStep(procedure, 'The procedure')] : place;
  }),
  createProcedure: readingReply(procedureReply, ({ id, name, status, members = [] }) => {
    if (status !== 'draft') return [];
    const subject = name ?? 'The draft';
    return [
      addFileStep(id, subject),
      addMemberStep(id, subject),
      startStep(id, subject, members.length === 0 ? 'Add a member first.' : undefined),
    ];
  }),
};
