import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { errorReply, refusals } from '../../errors';
import { memberLinks } from '../../signingLinks';
import { sources } from '../../sources';
import { asAnswered } from '../asAnswered';
import { aboutId, objectId, pathId, sampleUuid } from '../fields';
import { memberReply } from '../replies';
import { inlineFileObjects, memberOptions, person, procedureId, userId } from './memberFields';
import { memberFailures, rulesOfMember } from './memberRules';

export const getMember = defineOperation({
  id: 'yousign/get-member',
  title: 'Get a member',
  summary: 'Returns a member with status and comment, and the signing link that is built from the ID.',
  method: 'GET',
  path: '/members/{id}',
  docs: sources.odooModule,
  request: { path: pathId('members', 'Member') },
  replies: { 200: memberReply, ...refusals },
  failures: ['unauthorized', 'member-not-found'],
  examples: [{ title: 'A member', source: 'minimal', path: { id: sampleUuid } }],
  findLinks: memberLinks,
});

export const memberListReply = z.array(memberReply);

export const listMembers = defineOperation({
  id: 'yousign/list-members',
  title: 'List members',
  summary: 'Returns the members of a procedure, or all of the organization.',
  method: 'GET',
  path: '/members',
  docs: sources.swagger,
  request: {
    query: z.object({
      procedure: objectId('procedures')
        .optional()
        .meta(aboutId('procedures', 'Procedure', 'Only members of this one.')),
    }),
  },
  replies: { 200: memberListReply, ...refusals },
  failures: ['unauthorized'],
  examples: [
    {
      title: 'Of one procedure',
      source: 'documented',
      query: { procedure: '/procedures/81f46049-150f-497c-9514-2510b635be0e' },
    },
    { title: 'All members', source: 'minimal', query: {} },
  ],
});

const updated = {
  firstname: person.firstname.optional().meta(person.firstname.meta() ?? {}),
  lastname: person.lastname.optional().meta(person.lastname.meta() ?? {}),
  email: person.email.optional().meta(person.email.meta() ?? {}),
  phone: person.phone.optional().meta(person.phone.meta() ?? {}),
  user: userId.optional().meta({ ...userId.meta(), description: 'A user of your organization to take the place.' }),
  ...memberOptions,
  fileObjects: inlineFileObjects,
  procedure: procedureId.optional().meta({ ...procedureId.meta(), description: 'The procedure of the member.' }),
};

export const updateMember = defineOperation({
  id: 'yousign/update-member',
  title: 'Update a member',
  summary: 'Changes a member. What is left out stays as it is.',
  method: 'PUT',
  path: '/members/{id}',
  docs: sources.swagger,
  request: { path: pathId('members', 'Member'), body: z.object(asAnswered(updated, memberReply)) },
  replies: { 200: memberReply, 400: errorReply, ...refusals },
  rules: rulesOfMember,
  failures: ['unauthorized', 'member-not-found', ...memberFailures.values, ...memberFailures.rules],
  examples: [
    {
      title: 'Another phone number',
      source: 'minimal',
      path: { id: sampleUuid },
      body: { phone: '+33698765432' },
    },
  ],
  findLinks: memberLinks,
});

export const deleteMember = defineOperation({
  id: 'yousign/delete-member',
  title: 'Delete a member',
  summary: 'Removes a member from the procedure.',
  method: 'DELETE',
  path: '/members/{id}',
  docs: sources.swagger,
  request: { path: pathId('members', 'Member') },
  replies: { 204: z.undefined(), ...refusals },
  failures: ['unauthorized', 'member-not-found'],
  examples: [{ title: 'A member', source: 'documented', path: { id: sampleUuid } }],
});

export const getMemberProof = defineOperation({
  id: 'yousign/get-member-proof',
  title: 'Get the proof of a member',
  summary: 'Returns the proof of a signature as base64 text, once the member has signed.',
  method: 'GET',
  path: '/members/{id}/proof',
  docs: sources.swagger,
  request: { path: pathId('members', 'Member') },
  replies: { 200: z.string(), ...refusals },
  failures: ['unauthorized', 'proof-not-found'],
  examples: [{ title: 'Of a member who signed', source: 'ours', path: { id: 'a40e5f60-7181-4293-8a4b-5c6d7e8f9400' } }],
});
