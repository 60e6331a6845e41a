import * as z from 'zod';
import type { Collection, DocumentDetail, DocumentSummary, Recipient, Status } from '../../../core/documents';
import type { PreparedRequest } from '../../../core/operation';
import { ask, step } from '../../../kit/calls';
import { byPage } from '../../../kit/paging';
import { rowsOf } from '../../../kit/reading/rows';
import { inOrder } from '../../../kit/signing';
import { statusIn, type Tones, toneIn } from '../../../kit/statusIn';
import { isTurnOf, loadProcedureFacts, type MemberFacts, type ProcedureFacts } from '../facts/procedureFacts';
import { createFile } from '../operations/files/files';
import { deleteMember, getMemberProof, updateMember } from '../operations/members/members';
import { uuidOf } from '../operations/objectId';
import { createProcedure } from '../operations/procedures/createProcedure';
import { deleteProcedure, remindProcedure, updateProcedure } from '../operations/procedures/procedures';
import { listProcedures } from '../operations/procedures/readProcedures';
import { addFileObjectStep, addFileStep, addMemberStep, duplicateStep, linkStep, proofStep, startStep } from '../steps';

export const procedureCollection: Collection = {
  id: 'procedures',
  title: 'Procedures',
  noun: 'procedure',
  create: [createProcedure.id, createFile.id],
  verbs: ['add'],
  list: (call, cursor) =>
    byPage(cursor, 50, async (page, itemsPerPage) => {
      const query = { page, itemsPerPage, 'order[createdAt]': 'desc' };
      const procedures = z.array(z.unknown()).parse(await ask(call, listProcedures, { query }));
      return rowsOf(procedures, seenProcedure, summaryOf);
    }),
  read: async (call, id) => detailOf(await loadProcedureFacts(id, call)),
};

/** A procedure as the tree shows it. */
export function detailOf(procedure: ProcedureFacts): DocumentDetail {
  return {
    ...summaryOf(procedure),
    recipients: inOrder(procedure.members, ({ position }) => position).map((member) => recipientOf(procedure, member)),
    actions: actionsOf(procedure),
    ...(procedure.members.length === 0 && { empty: 'No members yet, so nobody to sign.' }),
  };
}

const procedureTones: Tones = {
  draft: 'draft',
  active: 'open',
  finished: 'done',
  refused: 'refused',
  error: 'refused',
  expired: 'expired',
};

/** What is read of a list, so that nothing depends on what else a server answers. */
const seenProcedure = z.object({ id: z.string(), name: z.string().nullish(), status: z.string() });

function summaryOf({ id, name, status }: z.output<typeof seenProcedure>): DocumentSummary {
  return { id, title: name || id, status: statusIn(procedureTones, status) };
}

const memberTones: Tones = {
  pending: 'open',
  processing: 'waiting',
  done: 'done',
  refused: 'refused',
  error: 'refused',
};

function recipientOf(procedure: ProcedureFacts, member: MemberFacts): Recipient {
  const { type } = member.reply;
  return {
    id: member.id,
    title: member.title,
    ...(type && type !== 'signer' && { role: type }),
    order: member.position,
    status: { text: member.status, tone: memberTone(procedure, member) },
    actions: memberActions(procedure, member),
  };
}

/** The API says `pending` of everybody who has not signed, also of those whose turn it is not. */
function memberTone(procedure: ProcedureFacts, member: MemberFacts): Status['tone'] {
  if (member.status !== 'pending') return toneIn(memberTones, member.status);
  switch (procedure.status) {
    case 'draft':
      return 'draft';
    case 'active':
      return isTurnOf(member, procedure) ? 'open' : 'waiting';
    default:
      return 'expired';
  }
}

function memberActions(procedure: ProcedureFacts, member: MemberFacts): readonly PreparedRequest[] {
  const { id, title, status } = member;
  const path = { id: uuidOf(id) };
  if (procedure.status === 'draft') {
    return [
      editStep(member),
      ...procedure.files.map((file) => addFileObjectStep(id, title, file.id)),
      step(deleteMember, {
        verb: 'remove',
        title: 'Delete member',
        subject: title,
        path,
        complete: true,
      }),
    ];
  }
  if (status === 'done') {
    return [
      step(getMemberProof, {
        verb: 'other',
        title: 'Get proof',
        subject: title,
        path,
        complete: true,
      }),
    ];
  }
  return procedure.status === 'active' && status === 'pending' ? [linkStep(id, title)] : [];
}

/** Filled with what is there, so that only the change has to be typed. */
function editStep({ id, title, position, reply }: MemberFacts): PreparedRequest {
  const { user, firstname, lastname, email, phone } = reply;
  const person = { firstname: firstname ?? '', lastname: lastname ?? '', email: email ?? '', phone: phone ?? '' };
  return step(updateMember, {
    verb: 'edit',
    title: 'Edit member',
    subject: title,
    path: { id: uuidOf(id) },
    body: { ...(user ? { user } : person), position },
  });
}

function actionsOf(procedure: ProcedureFacts): readonly PreparedRequest[] {
  const { id, name: subject, status, members, ordered } = procedure;
  const path = { id: uuidOf(id) };
  const remove = step(deleteProcedure, {
    verb: 'remove',
    title: 'Delete procedure',
    subject,
    path,
    complete: true,
  });
  if (status === 'draft') {
    return [
      addMemberStep(id, subject, ordered ? members.length + 1 : undefined),
      addFileStep(id, subject),
      step(updateProcedure, {
        verb: 'edit',
        title: 'Edit procedure',
        subject,
        path,
        body: { name: subject },
      }),
      startStep(id, subject, members.length === 0 ? 'Add a member first.' : undefined),
      remove,
    ];
  }
  if (status !== 'active')
    return [...(status === 'finished' ? [proofStep(id, subject)] : []), duplicateStep(id, subject), remove];
  return [
    step(remindProcedure, { verb: 'remind', title: 'Remind members', subject, path, complete: true }),
    duplicateStep(id, subject),
    remove,
  ];
}
