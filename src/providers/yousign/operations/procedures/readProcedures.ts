import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { errorReply, refusals } from '../../errors';
import { procedureLinks } from '../../signingLinks';
import { sources } from '../../sources';
import { pathId, sampleUuid } from '../fields';
import { procedureReply } from '../replies';
import { listQuery } from './listQuery';

export const listProcedures = defineOperation({
  id: 'yousign/list-procedures',
  title: 'List procedures',
  summary: 'Returns the procedures of the organization, page by page.',
  method: 'GET',
  path: '/procedures',
  docs: sources.swagger,
  request: { query: listQuery },
  replies: { 200: z.array(procedureReply), 400: errorReply, ...refusals },
  failures: ['unauthorized', 'choice-invalid', 'number-out-of-range'],
  examples: [
    { title: 'The first page', source: 'minimal', query: {} },
    { title: 'Drafts, the newest first', source: 'ours', query: { status: 'draft', 'order[createdAt]': 'desc' } },
  ],
});

export const getProcedure = defineOperation({
  id: 'yousign/get-procedure',
  title: 'Get a procedure',
  summary: 'Returns a procedure with its members and files. Of an active one the signing links are built.',
  method: 'GET',
  path: '/procedures/{id}',
  docs: sources.swagger,
  request: { path: pathId('procedures', 'Procedure', 'procedures') },
  replies: { 200: procedureReply, ...refusals },
  failures: ['unauthorized', 'procedure-not-found'],
  examples: [{ title: 'A procedure', source: 'documented', path: { id: sampleUuid } }],
  findLinks: procedureLinks,
});
