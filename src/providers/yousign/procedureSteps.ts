import type { PreparedRequest } from '../../core/operation';
import { uuidOf } from './objectId';

/* What can be done next with a procedure, as replies and the tree offer it. */

export function addMemberStep(procedureId: string, subject: string, position?: number): PreparedRequest {
  return {
    verb: 'add',
    title: 'Add a member',
    operation: 'yousign/create-member',
    subject,
    body: {
      procedure: procedureId,
      firstname: '',
      lastname: '',
      email: '',
      phone: '',
      ...(position !== undefined && { position }),
    },
  };
}

export function addFileStep(procedureId: string, subject: string): PreparedRequest {
  return {
    verb: 'other',
    title: 'Add a file',
    operation: 'yousign/create-file',
    subject,
    body: { name: '', content: '', procedure: procedureId },
  };
}

export function addFileObjectStep(memberId: string, subject: string, fileId: string | undefined): PreparedRequest {
  return {
    verb: 'other',
    title: 'Place a signature',
    operation: 'yousign/create-file-object',
    subject,
    body: { file: fileId ?? '', member: memberId, page: 1, position: '230,499,464,589' },
  };
}

export function startStep(procedureId: string, subject: string, blocked?: string): PreparedRequest {
  return {
    verb: 'send',
    title: 'Start the procedure',
    operation: 'yousign/start-procedure',
    subject,
    path: { id: uuidOf(procedureId) },
    body: { start: true },
    complete: true,
    ...(blocked !== undefined && { blocked }),
  };
}
