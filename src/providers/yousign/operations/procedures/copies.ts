import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { flag } from '../../../../kit/fields';
import { errorReply, refusals } from '../../errors';
import { procedureLinks } from '../../signingLinks';
import { sources } from '../../sources';
import { pathId, sampleUuid } from '../fields';
import { procedureReply } from '../replies';
import { updateEffects } from './startEffects';

const path = pathId('procedures', 'Procedure', 'procedures');

export const duplicateProcedure = defineOperation({
  id: 'yousign/duplicate-procedure',
  title: 'Duplicate a procedure',
  summary: 'Makes a new procedure with the files and members of another; a draft, unless it is started.',
  method: 'POST',
  path: '/procedures/{id}/duplicate',
  docs: sources.swagger,
  request: {
    path,
    body: z.object({
      start: flag('Start at once', 'Members are invited. No when left out.'),
      template: flag('Template', 'Whether the new one is a template; what the other is when left out.'),
    }),
  },
  effects: updateEffects,
  replies: { 201: procedureReply, 400: errorReply, ...refusals },
  failures: ['unauthorized', 'procedure-not-found', 'type-invalid', 'malformed-body'],
  examples: [{ title: 'As a draft', source: 'documented', path: { id: sampleUuid }, body: { start: false } }],
  findLinks: procedureLinks,
});

export const getProcedureProof = defineOperation({
  id: 'yousign/get-procedure-proof',
  title: 'Get the proofs of a procedure',
  summary: 'Returns a ZIP of the proofs of all members who have signed, as base64 text.',
  method: 'GET',
  path: '/procedures/{id}/proof',
  docs: sources.swagger,
  request: { path },
  replies: { 200: z.string(), ...refusals },
  failures: ['unauthorized', 'proof-not-found'],
  examples: [
    { title: 'Of one that is finished', source: 'ours', path: { id: '803d5c91-be4f-40a1-8d62-5f7e901b3c44' } },
  ],
});
