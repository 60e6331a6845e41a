import * as z from 'zod';
import { type Call, defineOperation, defineRule, type RequestValues } from '../../../../core/operation';
import { conditionsAt, factsOfPath } from '../../../../kit/facts';
import { bodyRefusals, refusals } from '../../errors';
import {
  loadSignatureRequestFacts,
  mostApprovers,
  type SignatureRequestFacts,
} from '../../facts/signatureRequestFacts';
import { signerLinks } from '../../signingLinks';
import { sources } from '../../sources';
import { id, ofSignatureRequest } from '../fields';
import { isSameId, isUnknownId, namesOnePerson, unknownSigner } from '../namedIds';
import { changedPerson } from '../personFields';
import { recipientRules } from '../recipientRules';
import { isEditable } from '../requestRules';
import { sampleIds } from '../sampleIds';
import { approverReply } from './approverReplies';
import { newApprover } from './newApprover';

const createRequest = { path: ofSignatureRequest, body: newApprover };

interface AnyApprover {
  readonly signer_id?: string | undefined;
  readonly insert_after_id?: string | null | undefined;
}

const hasRoom = defineRule<typeof createRequest, SignatureRequestFacts>({
  failure: 'approvers-too-many',
  statement: `A signature request has ${mostApprovers} approvers at most.`,
  check: (_values, facts) =>
    (facts?.approvers.length ?? 0) >= mostApprovers
      ? [{ pointer: '/path/signatureRequestId', message: `It has ${mostApprovers} approvers already.` }]
      : [],
});

const isKnownSigner = defineRule<typeof createRequest, SignatureRequestFacts>({
  failure: 'signer-not-of-request',
  statement: 'A signer who approves is one of this signature request.',
  check: ({ body = {} }, facts) => {
    const named: AnyApprover = body;
    return unknownSigner(named, facts);
  },
});

const hasPlace = defineRule<typeof createRequest, SignatureRequestFacts>({
  failure: 'approver-order-off',
  statement: 'An approver has a place only where approvers are ordered, behind one of the same signature request.',
  check: ({ body = {} }, facts) => {
    const { insert_after_id: place }: AnyApprover = body;
    if (place == null || facts === undefined) return [];
    const at = (message: string) => [{ pointer: '/body/insert_after_id', message }];
    if (!facts.areApproversOrdered && !facts.hasCustomOrder) return at('The approvers of it are not ordered.');
    const isUnknown = isUnknownId(place, [...facts.approvers, ...(facts.hasCustomOrder ? facts.signers : [])]);
    return isUnknown ? at('This signature request has no such approver.') : [];
  },
});

const loadFacts = factsOfPath(ofSignatureRequest, ({ signatureRequestId }, call) =>
  loadSignatureRequestFacts(signatureRequestId, call),
);

export const createApprover = defineOperation({
  id: 'yousign-v3/create-approver',
  title: 'Add an approver',
  summary: 'Adds somebody who approves before anybody signs. The approver is notified once it is activated.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/approvers',
  docs: sources.openApi,
  request: createRequest,
  replies: { 201: approverReply, ...bodyRefusals },
  rules: [
    isEditable,
    hasRoom,
    namesOnePerson,
    isKnownSigner,
    hasPlace,
    ...recipientRules((facts: SignatureRequestFacts) => facts, 'approver-order-off'),
  ],
  failures: [
    'unauthorized',
    'not-found',
    'request-not-draft',
    'approvers-too-many',
    'several-people',
    'signer-not-of-request',
    'approver-order-off',
    'document-not-of-request',
    'approver-already-there',
    'recipient-outside-trial',
    'contact-of-other-workspace',
  ],
  examples: [
    {
      title: 'A person',
      source: 'minimal',
      path: { signatureRequestId: sampleIds.signatureRequest },
      body: { info: { first_name: 'Jane', last_name: 'Roe', email: 'jane.roe@example.com', locale: 'fr' } },
    },
    {
      title: 'A user of the organization',
      source: 'ours',
      path: { signatureRequestId: sampleIds.signatureRequest },
      body: { user_id: sampleIds.user },
    },
  ],
  loadFacts: (values: RequestValues, call: Call) => loadFacts(values, call),
});

export const listApprovers = defineOperation({
  id: 'yousign-v3/list-approvers',
  title: 'List approvers',
  summary: 'Returns the approvers of a signature request, all at once; from the specification of 2026 on.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/approvers',
  docs: sources.openApi2026,
  request: { path: ofSignatureRequest },
  replies: { 200: z.array(approverReply), ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [{ title: 'All approvers', source: 'minimal', path: { signatureRequestId: sampleIds.approvalRequest } }],
  findLinks: signerLinks,
});

export const ofApprover = ofSignatureRequest.extend({
  approverId: id('Approver ID', 'Which approver of it.', sampleIds.approver).meta({ offeredFrom: 'approvers' }),
});
const sampleApprover = { signatureRequestId: sampleIds.approvalRequest, approverId: sampleIds.approver } as const;

export const getApprover = defineOperation({
  id: 'yousign-v3/get-approver',
  title: 'Get an approver',
  summary: 'Returns an approver with status and approval link.',
  method: 'GET',
  path: '/signature_requests/{signatureRequestId}/approvers/{approverId}',
  docs: sources.openApi,
  request: { path: ofApprover },
  replies: { 200: approverReply, ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [{ title: 'An approver', source: 'minimal', path: sampleApprover }],
  findLinks: signerLinks,
});

export const updateApprover = defineOperation({
  id: 'yousign-v3/update-approver',
  title: 'Update an approver',
  summary: 'Changes name, address or language of an approver who has not decided yet.',
  method: 'PATCH',
  path: '/signature_requests/{signatureRequestId}/approvers/{approverId}',
  docs: sources.openApi,
  request: {
    path: ofApprover,
    body: z.object({ info: z.object(changedPerson).meta({ title: 'Person', description: 'What changes.' }) }),
  },
  replies: { 200: approverReply, ...bodyRefusals },
  failures: ['unauthorized', 'not-found', 'approver-status-not-compatible'],
  examples: [{ title: 'Another language', source: 'minimal', path: sampleApprover, body: { info: { locale: 'en' } } }],
});

export const deleteApprover = defineOperation({
  id: 'yousign-v3/delete-approver',
  title: 'Remove an approver',
  summary: 'Takes an approver out of a draft.',
  method: 'DELETE',
  path: '/signature_requests/{signatureRequestId}/approvers/{approverId}',
  docs: sources.openApi,
  request: { path: ofApprover },
  replies: { 204: z.undefined(), ...refusals },
  rules: [isEditable],
  failures: ['unauthorized', 'not-found', 'request-not-draft'],
  examples: [{ title: 'An approver', source: 'minimal', path: sampleApprover }],
  loadFacts: factsOfPath(ofApprover, ({ signatureRequestId }, call) =>
    loadSignatureRequestFacts(signatureRequestId, call),
  ),
});

interface ApproverFacts {
  readonly request: SignatureRequestFacts;
  readonly approver: string;
}

const isNotified = conditionsAt<ApproverFacts>('/path/approverId')({
  failure: 'approver-status-not-compatible',
  statement: 'Approvers are reminded who were notified, of a signature request in approval.',
  fault: ({ request, approver }) => {
    if (request.status !== 'approval') return `This signature request is ${request.status}, not in approval.`;
    const status = request.approvers.find((one) => isSameId(one.id, approver))?.status;
    return status === undefined || status === 'notified' ? undefined : `This approver is ${status}, not notified.`;
  },
});

export const remindApprover = defineOperation({
  id: 'yousign-v3/remind-approver',
  title: 'Remind an approver',
  summary: 'Mails an approver who was notified once more.',
  method: 'POST',
  path: '/signature_requests/{signatureRequestId}/approvers/{approverId}/send_reminder',
  docs: sources.openApi,
  request: { path: ofApprover },
  effects: ['mailsPeople', 'mailsOnRecord'],
  replies: { 201: z.undefined(), ...refusals },
  rules: [isNotified],
  failures: ['unauthorized', 'not-found', 'approver-status-not-compatible'],
  examples: [{ title: 'An approver', source: 'minimal', path: sampleApprover }],
  loadFacts: factsOfPath(ofApprover, async ({ signatureRequestId, approverId: approver }, call) => ({
    request: await loadSignatureRequestFacts(signatureRequestId, call),
    approver,
  })),
});
