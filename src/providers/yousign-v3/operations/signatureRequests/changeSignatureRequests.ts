import * as z from 'zod';
import { defineOperation, type Effect, type RequestValues } from '../../../../core/operation';
import { getAt } from '../../../../core/requests/pointer';
import { flag } from '../../../../kit/fields';
import { bodyRefusals, refusals } from '../../errors';
import { sources } from '../../sources';
import { maybe, ofSignatureRequest } from '../fields';
import { expiresLater, isDeletable, isTimeZone, loadFacts } from '../requestRules';
import { sampleIds } from '../sampleIds';
import { deliveryMode, requestName, signatureRequestOptions } from './signatureRequestFields';
import { signatureRequestReply } from './signatureRequestReplies';

export const updateSignatureRequest = defineOperation({
  id: 'yousign-v3/update-signature-request',
  title: 'Update a signature request',
  summary: 'Changes a signature request. What is left out stays as it is.',
  method: 'PATCH',
  path: '/signature_requests/{signatureRequestId}',
  docs: sources.openApi,
  request: {
    path: ofSignatureRequest,
    body: z.object({
      name: maybe(requestName),
      delivery_mode: maybe(deliveryMode),
      ...signatureRequestOptions,
    }),
  },
  effects: updateEffects,
  replies: { 200: signatureRequestReply, ...bodyRefusals },
  rules: [expiresLater, isTimeZone],
  failures: ['unauthorized', 'not-found', 'expiration-out-of-range', 'value-invalid'],
  examples: [
    {
      title: 'Another name',
      source: 'minimal',
      path: { signatureRequestId: sampleIds.signatureRequest },
      body: { name: 'Lease of 13 May' },
    },
  ],
  loadFacts,
});

/** Signers of an ongoing one are told of another expiry. */
function updateEffects(values: RequestValues): readonly Effect[] {
  return getAt(values, '/body/expiration_date') === undefined ? [] : ['mailsPeople', 'mailsOnRecord'];
}

export const deleteSignatureRequest = defineOperation({
  id: 'yousign-v3/delete-signature-request',
  title: 'Delete a signature request',
  summary: 'Deletes a signature request that is not open. The web app can bring it back unless it is deleted for good.',
  method: 'DELETE',
  path: '/signature_requests/{signatureRequestId}',
  docs: sources.openApi,
  request: {
    path: ofSignatureRequest,
    query: z.object({
      permanent_delete: flag('For good', 'Whether nobody can read it any more. No when left out.'),
    }),
  },
  replies: { 204: z.undefined(), ...refusals },
  rules: [isDeletable],
  failures: ['unauthorized', 'not-found', 'request-still-open'],
  examples: [
    {
      title: 'A draft',
      source: 'minimal',
      path: { signatureRequestId: sampleIds.signatureRequest },
    },
  ],
  loadFacts,
});
