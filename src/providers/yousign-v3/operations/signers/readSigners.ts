import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { refusals } from '../../errors';
import { signerLinks } from '../../signingLinks';
import { sources } from '../../sources';
import { id, ofSignatureRequest } from '../fields';
import { sampleIds } from '../sampleIds';
import { signerReply } from './signerReplies';

const signerId = id('Signer ID', 'Which signer of the signature request.', sampleIds.signer).meta({
  offeredFrom: 'signers',
});

export const ofSigner = z.object({ ...ofSignatureRequest.shape, signerId });

export const listSigners = defineOperation({
  id: 'yousign-v3/list-signers',
  title: 'List signers',
  summary: 'Returns the signers of a signature request, all at once, with the links of those who may sign.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/signers',
  docs: sources.signers,
  request: { path: ofSignatureRequest },
  replies: { 200: z.array(signerReply), ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [
    { title: 'Of a draft', source: 'minimal', path: { signatureRequestId: sampleIds.signatureRequest } },
    { title: 'Of an ongoing one', source: 'ours', path: { signatureRequestId: sampleIds.ongoingRequest } },
  ],
  findLinks: signerLinks,
});

export const getSigner = defineOperation({
  id: 'yousign-v3/get-signer',
  title: 'Get a signer',
  summary:
    'Returns a signer with status and signing link. A link that is older than 48 hours is replaced by a new one here.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/signers/{signerId}',
  docs: sources.links,
  request: { path: ofSigner },
  replies: { 200: signerReply, ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [
    {
      title: 'A signer who was notified',
      source: 'minimal',
      path: { signatureRequestId: sampleIds.ongoingRequest, signerId: sampleIds.notifiedSigner },
    },
  ],
  findLinks: signerLinks,
});
