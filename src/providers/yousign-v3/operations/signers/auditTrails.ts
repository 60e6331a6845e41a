import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { factsOfPath } from '../../../../kit/facts';
import { fileReply, flag } from '../../../../kit/fields';
import { refusals } from '../../errors';
import { loadSignatureRequestFacts, type SignatureRequestFacts } from '../../facts/signatureRequestFacts';
import { sources } from '../../sources';
import { ofSignatureRequest } from '../fields';
import { isSameId } from '../namedIds';
import { isDone, loadFacts } from '../requestRules';
import { sampleIds } from '../sampleIds';
import { ofSigner } from './readSigners';
import { signerAuditTrailReply } from './signerReplies';

/* Proofs of what was signed, by whom and when. */

const hasSigned = defineRule<{ readonly path: typeof ofSigner }, SignatureRequestFacts>({
  failure: 'audit-trail-not-ready',
  statement: 'The signer has signed.',
  check: ({ path }, facts) => {
    const signer = facts?.signers.find(({ id }) => isSameId(id, path?.signerId));
    return signer === undefined || signer.status === 'signed'
      ? []
      : [{ pointer: '/path/signerId', message: `This signer is in status ${signer.status} and has not signed yet.` }];
  },
});

const loadFactsOfSigner = factsOfPath(ofSigner, ({ signatureRequestId }, call) =>
  loadSignatureRequestFacts(signatureRequestId, call),
);

const signed = { signatureRequestId: sampleIds.doneRequest, signerId: sampleIds.signedSigner };

export const getAuditTrail = defineOperation({
  id: 'yousign-v3/get-audit-trail',
  title: 'Get the audit trail of a signer',
  summary: 'Returns the proof of a signature: who signed what, when, from where, and how they were authenticated.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/signers/{signerId}/audit_trails',
  docs: sources.openApi,
  request: { path: ofSigner },
  replies: { 200: signerAuditTrailReply, ...refusals },
  rules: [hasSigned],
  failures: ['unauthorized', 'not-found', 'audit-trail-not-ready'],
  examples: [{ title: 'Of a signer who signed', source: 'minimal', path: signed }],
  loadFacts: loadFactsOfSigner,
});

export const downloadAuditTrail = defineOperation({
  id: 'yousign-v3/download-audit-trail',
  title: 'Download the audit trail of a signer',
  summary: 'Returns the proof of a signature as a PDF.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/signers/{signerId}/audit_trails/download',
  docs: sources.openApi,
  accepts: ['application/pdf'],
  request: { path: ofSigner },
  replies: { 200: fileReply, ...refusals },
  rules: [hasSigned],
  failures: ['unauthorized', 'not-found', 'audit-trail-not-ready'],
  examples: [{ title: 'Of a signer who signed', source: 'minimal', path: signed }],
  loadFacts: loadFactsOfSigner,
});

export const downloadAuditTrails = defineOperation({
  id: 'yousign-v3/download-audit-trails',
  title: 'Download all audit trails',
  summary: 'Returns the proofs of all signatures: a ZIP archive, or one PDF when they are merged.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/audit_trails/download',
  docs: sources.openApi,
  accepts: ['application/zip', 'application/pdf'],
  request: {
    path: ofSignatureRequest,
    query: z.object({ merge: flag('Merge', 'Whether all proofs come in one PDF. No when left out.') }),
  },
  replies: { 200: fileReply, ...refusals },
  rules: [isDone],
  failures: ['unauthorized', 'not-found', 'audit-trail-not-ready'],
  examples: [
    {
      title: 'In one PDF',
      source: 'minimal',
      path: { signatureRequestId: sampleIds.doneRequest },
      query: { merge: true },
    },
  ],
  loadFacts,
});
