import * as z from 'zod';
import { defineOperation, defineRule, type Sketch, type ValuesOf } from '../../../../core/operation';
import { factsOfPath } from '../../../../kit/facts';
import { flag } from '../../../../kit/fields';
import { errorReply, refusals } from '../../errors';
import { loadProcedureFacts, type ProcedureFacts } from '../../facts/procedureFacts';
import { procedureLinks } from '../../signingLinks';
import { sources } from '../../sources';
import { pathId, sampleUuid } from '../fields';
import { procedureReply } from '../replies';
import { expiresAhead, procedureDescription, procedureName, procedureOptions } from './procedureFields';
import { updateEffects } from './startEffects';

const path = pathId('procedures', 'Procedure', 'procedures');

const startRequest = {
  path,
  body: z.object({
    start: z.literal(true).meta({
      title: 'Start',
      description: 'Turns the draft into an active procedure and invites its members.',
      initial: true,
      alsoAccepts: 'string',
    }),
  }),
};

const updateRequest = {
  path,
  body: z.object({
    name: procedureName.optional().meta(procedureName.meta() ?? {}),
    description: procedureDescription.optional().meta(procedureDescription.meta() ?? {}),
    ...procedureOptions,
    start: flag('Start', 'Turns the draft into an active procedure and invites its members.'),
  }),
};

/** Both calls start a procedure: they are one address of the API. */
type Starting = typeof startRequest | typeof updateRequest;

const hasMembers = defineRule<Starting, ProcedureFacts>({
  failure: 'procedure-without-members',
  statement: 'A procedure that is started has members.',
  check: (values, facts) => {
    const procedure = startedBy(values, facts);
    return procedure?.status === 'draft' && procedure.members.length === 0
      ? [{ pointer: '/path/id', message: 'The procedure has no members; add one first.' }]
      : [];
  },
});

const isDraft = defineRule<Starting, ProcedureFacts>({
  failure: 'procedure-started',
  statement: 'Only drafts are started.',
  severity: 'warning',
  check: (values, facts) => {
    const procedure = startedBy(values, facts);
    return procedure === undefined || procedure.status === 'draft'
      ? []
      : [{ pointer: '/path/id', message: `The procedure is ${procedure.status} already.` }];
  },
});

function startedBy(
  { body }: Sketch<ValuesOf<Starting>>,
  procedure: ProcedureFacts | undefined,
): ProcedureFacts | undefined {
  return body?.start === true ? procedure : undefined;
}

const loadFacts = factsOfPath(path, ({ id }, call) => loadProcedureFacts(id, call));

export const startProcedure = defineOperation({
  id: 'yousign/start-procedure',
  title: 'Start a procedure',
  summary: 'Makes a draft active: members are invited, and their signing links open.',
  method: 'PUT',
  path: '/procedures/{id}',
  docs: sources.procedures,
  request: startRequest,
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 200: procedureReply, 400: errorReply, ...refusals },
  rules: [hasMembers, isDraft],
  failures: ['unauthorized', 'procedure-not-found', 'procedure-without-members', 'procedure-started'],
  examples: [
    {
      title: 'A draft',
      source: 'documented',
      path: { id: '5d0a2f6e-8b1c-4d7e-9a3f-2c4b6d8e0f11' },
      body: { start: true },
    },
  ],
  loadFacts,
  findLinks: procedureLinks,
});

export const updateProcedure = defineOperation({
  id: 'yousign/update-procedure',
  title: 'Update a procedure',
  summary: 'Changes a draft, and may start it. What is left out stays as it is.',
  method: 'PUT',
  path: '/procedures/{id}',
  docs: sources.swagger,
  request: updateRequest,
  effects: updateEffects,
  replies: { 200: procedureReply, 400: errorReply, ...refusals },
  rules: [hasMembers, isDraft, expiresAhead],
  failures: [
    'unauthorized',
    'procedure-not-found',
    'procedure-without-members',
    'procedure-started',
    'expired-at-once',
    'value-missing',
    'value-invalid',
    'type-invalid',
    'malformed-body',
  ],
  examples: [
    { title: 'Another name', source: 'minimal', path: { id: sampleUuid }, body: { name: 'My second procedure' } },
  ],
  loadFacts,
  findLinks: procedureLinks,
});

export const remindProcedure = defineOperation({
  id: 'yousign/remind-procedure',
  title: 'Remind the members',
  summary: 'Sends a reminder to the members who have not signed.',
  method: 'POST',
  path: '/procedures/{id}/remind',
  docs: sources.swagger,
  request: { path },
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 204: z.undefined(), ...refusals },
  failures: ['unauthorized', 'procedure-not-found'],
  examples: [
    { title: 'An active procedure', source: 'documented', path: { id: '7f2c4b80-ad3e-4f90-9c51-4e6d8f0a2b33' } },
  ],
});

export const deleteProcedure = defineOperation({
  id: 'yousign/delete-procedure',
  title: 'Delete a procedure',
  summary: 'Deletes a procedure, whatever its status; nobody can sign it any more.',
  method: 'DELETE',
  path: '/procedures/{id}',
  docs: sources.swagger,
  request: { path },
  replies: { 204: z.undefined(), ...refusals },
  failures: ['unauthorized', 'procedure-not-found'],
  examples: [{ title: 'A procedure', source: 'documented', path: { id: sampleUuid } }],
});
