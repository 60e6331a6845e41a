import type { PreparedRequest } from '../../core/operation';
import { step } from '../../kit/calls';
import { createFileObject } from './operations/files/fileObjects';
import { createFile } from './operations/files/files';
import { createMember } from './operations/members/createMember';
import { getMember } from './operations/members/members';
import { uuidOf } from './operations/objectId';
import { duplicateProcedure, getProcedureProof } from './operations/procedures/copies';
import { createProcedure } from './operations/procedures/createProcedure';
import { startProcedure } from './operations/procedures/procedures';

/* What can be done next with a procedure, as replies and the tree offer it. */

export function addMemberStep(procedureId: string, subject: string, position?: number): PreparedRequest {
  return step(createMember, {
    verb: 'add',
    title: 'Add a member',
    subject,
    body: {
      procedure: procedureId,
      firstname: '',
      lastname: '',
      email: '',
      phone: '',
      ...(position !== undefined && { position }),
    },
  });
}

export function addFileStep(procedureId: string, subject: string): PreparedRequest {
  return step(createFile, {
    verb: 'other',
    title: 'Add a file',
    subject,
    body: { name: '', content: '', procedure: procedureId },
  });
}

export function addFileObjectStep(memberId: string, subject: string, fileId: string | undefined): PreparedRequest {
  return step(createFileObject, {
    verb: 'other',
    title: 'Place a signature',
    subject,
    body: { file: fileId ?? '', member: memberId, page: 1, position: '230,499,464,589' },
  });
}

export function startStep(procedureId: string, subject: string, blocked?: string): PreparedRequest {
  return step(startProcedure, {
    verb: 'send',
    title: 'Start the procedure',
    subject,
    path: { id: uuidOf(procedureId) },
    body: { start: true },
    complete: true,
    blocked,
  });
}

/** A draft, which invites nobody yet. */
export function duplicateStep(procedureId: string, subject: string): PreparedRequest {
  return step(duplicateProcedure, {
    verb: 'other',
    title: 'Duplicate procedure',
    subject,
    path: { id: uuidOf(procedureId) },
    body: { start: false },
    complete: true,
  });
}

export function proofStep(procedureId: string, subject: string): PreparedRequest {
  return step(getProcedureProof, {
    verb: 'other',
    title: 'Get proofs',
    subject,
    path: { id: uuidOf(procedureId) },
    complete: true,
  });
}

/** With a signature of one member placed on the file. */
export function createProcedureStep(fileId: string, subject: string): PreparedRequest {
  return step(createProcedure, {
    verb: 'create',
    title: 'Create a procedure with it',
    subject,
    body: {
      name: '',
      description: '',
      start: true,
      members: [
        {
          firstname: '',
          lastname: '',
          email: '',
          phone: '',
          fileObjects: [{ file: fileId, page: 1, position: '230,499,464,589' }],
        },
      ],
    },
  });
}

/** A link needs no call of its own, but the member that it is built from. */
export function linkStep(memberId: string, subject: string): PreparedRequest {
  return step(getMember, {
    verb: 'link',
    title: 'Get signing link',
    subject,
    path: { id: uuidOf(memberId) },
    complete: true,
  });
}
