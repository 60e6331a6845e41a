import type { Collection, DocumentSummary, Recipient, Status } from '../../core/documents';
import type { PreparedRequest } from '../../core/operation';
import { uuidOf } from './objectId';
import { procedureListReply } from './operations/procedures';
import { isTurnOf, loadProcedureFacts, type MemberFacts, type ProcedureFacts, procedureFacts } from './procedureFacts';
import { addFileObjectStep, addFileStep, addMemberStep, startStep } from './procedureSteps';
import { linkStep } from './signingLinks';

const pageSize = 50;

export const procedureCollection: Collection = {
  id: 'procedures',
  title: 'Procedures',
  noun: 'procedure',
  create: ['yousign/create-procedure', 'yousign/create-file'],
  list: async (call, cursor) => {
    const page = Number(cursor ?? 1);
    const reply = await call('yousign/list-procedures', {
      query: { page, itemsPerPage: pageSize, 'order[createdAt]': 'desc' },
    });
    const items = procedureListReply.parse(reply).map((procedure) => summaryOf(procedureFacts(procedure)));
    // Fewer or more than were asked for: the last page, or a server that does not page.
    return { items, ...(items.length === pageSize && { next: String(page + 1) }) };
  },
  read: async (call, id) => {
    const procedure = await loadProcedureFacts(id, call);
    return {
      ...summaryOf(procedure),
      recipients: [...procedure.members]
        .sort((one, other) => one.position - other.position)
        .map((member) => recipientOf(procedure, member)),
      actions: actionsOf(procedure),
      ...(procedure.members.length === 0 && { empty: 'No members yet, so nobody to sign.' }),
    };
  },
};

const procedureTones: Readonly<Record<string, Status['tone']>> = {
  draft: 'draft',
  active: 'open',
  finished: 'done',
  refused: 'refused',
  error: 'refused',
  expired: 'expired',
};

function summaryOf({ id, name, status }: ProcedureFacts): DocumentSummary {
  return { id, title: name, status: { text: status, tone: toneIn(procedureTones, status) } };
}

const memberTones: Readonly<Record<string, Status['tone']>> = {
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
      {
        verb: 'remove',
        title: 'Delete member',
        operation: 'yousign/delete-member',
        subject: title,
        path,
        complete: true,
      },
    ];
  }
  if (status === 'done') {
    return [
      {
        verb: 'other',
        title: 'Get proof',
        operation: 'yousign/get-member-proof',
        subject: title,
        path,
        complete: true,
      },
    ];
  }
  return procedure.status === 'active' && status === 'pending' ? [linkStep(id, title)] : [];
}

/** Filled with what is there, so that only the change has to be typed. */
function editStep({ id, title, position, reply }: MemberFacts): PreparedRequest {
  const { user, firstname, lastname, email, phone } = reply;
  const person = { firstname: firstname ?? '', lastname: lastname ?? '', email: email ?? '', phone: phone ?? '' };
  return {
    verb: 'edit',
    title: 'Edit member',
    operation: 'yousign/update-member',
    subject: title,
    path: { id: uuidOf(id) },
    body: { ...(user ? { user } : person), position },
  };
}

function actionsOf(procedure: ProcedureFacts): readonly PreparedRequest[] {
  const { id, name: subject, status, members, ordered } = procedure;
  const path = { id: uuidOf(id) };
  const remove: PreparedRequest = {
    verb: 'remove',
    title: 'Delete procedure',
    operation: 'yousign/delete-procedure',
    subject,
    path,
    complete: true,
  };
  if (status === 'draft') {
    return [
      addMemberStep(id, subject, ordered ? members.length + 1 : undefined),
      addFileStep(id, subject),
      {
        verb: 'edit',
        title: 'Edit procedure',
        operation: 'yousign/update-procedure',
        subject,
        path,
        body: { name: subject },
      },
      startStep(id, subject, members.length === 0 ? 'Add a member first.' : undefined),
      remove,
    ];
  }
  if (status !== 'active') return [remove];
  return [
    { verb: 'remind', title: 'Remind members', operation: 'yousign/remind-procedure', subject, path, complete: true },
    remove,
  ];
}

function toneIn(tones: Readonly<Record<string, Status['tone']>>, status: string): Status['tone'] {
  return Object.hasOwn(tones, status) ? (tones[status] ?? 'none') : 'none';
}
