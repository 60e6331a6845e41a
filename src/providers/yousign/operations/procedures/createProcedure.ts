import { defineOperation, defineRule, type Sketch, type ValuesOf } from '../../../../core/operation';
import { mend } from '../../../../kit/mending/mends';
import { errorReply, refusals } from '../../errors';
import { procedureLinks } from '../../signingLinks';
import { sources } from '../../sources';
import { memberFailures, memberRules } from '../members/memberRules';
import { procedureReply } from '../replies';
import { createProcedureRequest } from './createProcedureRequest';
import { expiresAhead } from './procedureFields';
import { creationEffects } from './startEffects';

type Request = typeof createProcedureRequest;

const hasMembers = defineRule<Request>({
  failure: 'members-missing',
  statement: 'A procedure that is started at once, and is no template or made from one, has members.',
  check: ({ body }) => {
    const { start = true, template = false, parent, members = [] } = body ?? {};
    if (!start || template || typeof parent === 'string' || members.length > 0) return [];
    const asDraft = mend('Do not start it', undefined, [{ kind: 'set', pointer: '/body/start', value: false }]);
    const message = 'Add a member, or do not start the procedure at once.';
    return [{ pointer: '/body/members', message, mend: asDraft }];
  },
});

export const createProcedure = defineOperation({
  id: 'yousign/create-procedure',
  title: 'Create a procedure',
  summary:
    'Creates a procedure: as a draft, which files and members are added to, or started at once with its members.',
  method: 'POST',
  path: '/procedures',
  docs: sources.procedures,
  request: createProcedureRequest,
  effects: creationEffects,
  replies: { 201: procedureReply, 400: errorReply, ...refusals },
  rules: [hasMembers, expiresAhead, ...memberRules<Request>(membersOf)],
  failures: [
    'unauthorized',
    'members-missing',
    'expired-at-once',
    ...memberFailures.values,
    'malformed-body',
    ...memberFailures.rules,
  ],
  examples: [
    {
      title: 'A draft',
      source: 'minimal',
      body: { name: 'My first procedure', description: 'Description of my first procedure', start: false },
    },
    {
      title: 'Started at once',
      source: 'documented',
      body: {
        name: 'My first procedure',
        description: 'Awesome! Here is the description of my first procedure',
        members: [
          {
            firstname: 'John',
            lastname: 'Doe',
            email: 'john.doe@yousign.fr',
            phone: '+33612345678',
            fileObjects: [
              {
                file: '/files/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
                page: 2,
                position: '230,499,464,589',
                mention: 'Read and approved',
                mention2: 'Signed by John Doe',
              },
            ],
          },
        ],
      },
    },
    {
      title: 'With the code by e-mail',
      source: 'documented',
      body: {
        name: 'OTP - Email',
        description: 'Description of my first procedure with Email for OTP',
        start: true,
        members: [
          {
            firstname: 'John',
            lastname: 'Doe',
            email: 'john.doe@yousign.fr',
            phone: '+33612345678',
            operationLevel: 'custom',
            operationCustomModes: ['email'],
            operationModeEmailConfig: {
              subject: 'Your security code',
              content: 'To finalize your electronic signature, use the following security code: {{code}}',
            },
            fileObjects: [
              { position: '191,497,507,603', page: 2, file: '/files/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX' },
            ],
          },
        ],
      },
    },
  ],
  findLinks: procedureLinks,
});

function membersOf({ body }: Sketch<ValuesOf<Request>>) {
  const { members = [] } = body ?? {};
  return members.map((member, index) => ({ member: member ?? {}, pointer: `/body/members/${index}` }));
}
