import * as z from 'zod';
import { type Call, defineOperation } from '../../../../core/operation';
import { errorReply, refusals } from '../../errors';
import { loadMemberCreationFacts, type MemberCreationFacts } from '../../facts/memberCreationFacts';
import { memberLinks } from '../../signingLinks';
import { sources } from '../../sources';
import { memberReply } from '../replies';
import { createMemberRequest } from './createMemberRequest';
import { isAddedToDraft, isOrdered, memberFailures, rulesOfMember } from './memberRules';

export const createMember = defineOperation({
  id: 'yousign/create-member',
  title: 'Create a member',
  summary:
    'Adds a signer or validator to a draft: a person by name, e-mail and phone, or an existing user. The signing link is built from the ID that comes back; it opens once the procedure is started.',
  method: 'POST',
  path: '/members',
  docs: sources.members,
  request: createMemberRequest,
  replies: { 201: memberReply, 400: errorReply, ...refusals, 500: errorReply },
  rules: [isAddedToDraft, isOrdered, ...rulesOfMember],
  failures: [
    'unauthorized',
    ...memberFailures.values,
    'malformed-body',
    'procedure-not-draft',
    'position-without-order',
    ...memberFailures.rules,
    'internal-error',
  ],
  examples: [
    {
      title: 'A person without an account',
      source: 'documented',
      body: {
        firstname: 'John',
        lastname: 'Doe',
        email: 'john.doe@yousign.fr',
        phone: '+33612345678',
        procedure: '/procedures/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
      },
    },
    {
      title: 'An existing user',
      source: 'documented',
      body: {
        user: '/users/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
        procedure: '/procedures/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
      },
    },
    {
      title: 'Second in the order, with an SMS of your own',
      source: 'ours',
      body: {
        firstname: 'Jane',
        lastname: 'Roe',
        email: 'jane.roe@example.com',
        phone: '+33698765432',
        procedure: '/procedures/5d0a2f6e-8b1c-4d7e-9a3f-2c4b6d8e0f11',
        type: 'signer',
        position: 2,
        operationLevel: 'custom',
        operationCustomModes: ['sms'],
        operationModeSmsConfig: { content: 'Hello, your code for signature is {{code}}.' },
        fileObjects: [
          {
            file: '/files/XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX',
            page: 2,
            position: '230,499,464,589',
            mention: 'Read and approved',
          },
        ],
      },
    },
  ],
  loadFacts: ({ body }, call: Call) => loadMemberCreationFacts(namedProcedure(body), call),
  suggest: ({ users, procedure }: MemberCreationFacts) => ({
    '/body/user': users.map(({ id, title }) => ({ value: id, label: title, description: id })),
    '/body/fileObjects/*/file': (procedure?.files ?? []).map(({ id, name }) => ({
      value: id,
      label: name,
      description: id,
    })),
  }),
  findLinks: memberLinks,
});

/** Undefined while the body names none that could be asked for. */
function namedProcedure(body: unknown): string | undefined {
  const named = z.object({ procedure: z.string().regex(/^\/procedures\/[^/{}\s]+$/) }).safeParse(body);
  return named.success ? named.data.procedure : undefined;
}
