import { defineOperation } from '../../../../core/operation';
import { refusals } from '../../errors';
import { sources } from '../../sources';
import { ofSignatureRequest, pageOf } from '../fields';
import { sampleIds } from '../sampleIds';
import { listQuery } from './listQuery';
import { listedSignatureRequest, signatureRequestReply } from './signatureRequestReplies';

export const listSignatureRequests = defineOperation({
  id: 'yousign-v3/list-signature-requests',
  title: 'List signature requests',
  summary: 'Returns the signature requests of the organization, page by page.',
  method: 'GET',
  path: '/signature_requests',
  docs: sources.openApi,
  request: { query: listQuery },
  replies: { 200: pageOf(listedSignatureRequest), ...refusals },
  failures: ['unauthorized'],
  examples: [
    { title: 'The first page', source: 'minimal', query: {} },
    {
      title: 'Drafts and ongoing ones, twenty at once',
      source: 'ours',
      query: { 'status[in]': 'draft,ongoing', limit: 20 },
    },
  ],
});

export const getSignatureRequest = defineOperation({
  id: 'yousign-v3/get-signature-request',
  title: 'Get a signature request',
  summary: 'Returns a signature request with the ids and statuses of its signers, approvers and documents.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}',
  docs: sources.openApi,
  request: { path: ofSignatureRequest },
  replies: { 200: signatureRequestReply, ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [
    {
      title: 'A draft',
      source: 'documented',
      path: { signatureRequestId: sampleIds.signatureRequest },
    },
  ],
});
