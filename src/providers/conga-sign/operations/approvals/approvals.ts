import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { loadPackageFacts, type PackageFacts } from '../../facts';
import { sources } from '../../sources';
import { approval } from '../documents/documentFields';
import { approvalPath, documentPath, draftApproval, draftDocument } from '../documents/documentPaths';
import { approvalReply } from '../documents/documentReplies';
import { approvalFailures, approvalRules, eachApproval, suggestDocuments } from '../documents/documentRules';
import { ofDocument } from '../documents/documents';
import { isModifiable } from '../packages/packageRules';
import { errorReplies } from '../replies';

const signature = (top: number) => ({
  type: 'SIGNATURE',
  subtype: 'FULLNAME',
  page: 0,
  left: 100,
  top,
  width: 200,
  height: 50,
});

export const ofApproval = [...ofDocument, 'approval-not-found'];

const createRequest = { path: documentPath, body: approval };

export const createApproval = defineOperation({
  id: 'conga-sign/create-approval',
  title: 'Add an approval to a document',
  summary: 'Has a role sign a document, in the fields that are given.',
  method: 'POST',
  path: '/api/cs-packages/{packageId}/documents/{documentId}/approvals',
  docs: sources.congaApprovals,
  request: createRequest,
  replies: { 200: approvalReply, ...errorReplies },
  rules: [...approvalRules<typeof createRequest>(({ body }) => (body ? [['/body', body]] : [])), isModifiable],
  failures: [...ofDocument, ...approvalFailures, 'package-not-modifiable'],
  examples: [
    {
      title: 'A signature',
      source: 'documented',
      path: draftDocument,
      body: { role: 'Signer1', fields: [signature(300)] },
    },
    {
      title: 'A signature with its date',
      source: 'ours',
      path: draftDocument,
      body: {
        role: 'Signer1',
        fields: [
          signature(300),
          {
            type: 'INPUT',
            subtype: 'LABEL',
            binding: '{approval.signed}',
            page: 0,
            left: 320,
            top: 300,
            width: 120,
            height: 50,
          },
        ],
      },
    },
    { title: 'An approval without fields', source: 'minimal', path: draftDocument, body: { role: 'Signer1' } },
  ],
  loadFacts: loadPackageFacts,
  suggest: (facts: PackageFacts) => ({ ...suggestDocuments(facts), ...rolesAt('/body/role', facts) }),
});

const replaceRequest = {
  path: documentPath,
  body: z
    .array(approval)
    .meta({ title: 'Approvals', description: 'All approvals of the document.', itemLabel: 'Approval' }),
};

export const replaceApprovals = defineOperation({
  id: 'conga-sign/replace-approvals',
  title: 'Replace the approvals of a document',
  summary: 'Puts a list of approvals in the place of all that a document has.',
  method: 'PUT',
  path: '/api/cs-packages/{packageId}/documents/{documentId}/approvals',
  docs: sources.oneSpanApprovals,
  request: replaceRequest,
  effects: ['takesAway'],
  // A list says OneSpan, count and results Conga.
  replies: {
    200: z.union([z.object({ count: z.int(), results: z.array(approvalReply) }), z.array(approvalReply)]),
    ...errorReplies,
  },
  rules: [...approvalRules<typeof replaceRequest>(({ body }) => eachApproval(body, '/body')), isModifiable],
  failures: [...ofDocument, ...approvalFailures, 'package-not-modifiable'],
  examples: [
    {
      title: 'One signer only',
      source: 'ours',
      path: draftDocument,
      body: [{ id: 'approval-1', role: 'Signer1', fields: [signature(100)] }],
    },
    { title: 'Nobody signs the document', source: 'minimal', path: draftDocument, body: [] },
  ],
  loadFacts: loadPackageFacts,
  suggest: (facts: PackageFacts) => ({ ...suggestDocuments(facts), ...rolesAt('/body/*/role', facts) }),
});

export const getApproval = defineOperation({
  id: 'conga-sign/get-approval',
  title: 'Get an approval',
  summary: 'Returns who signs a document where, and when they did.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/documents/{documentId}/approvals/{approvalId}',
  docs: sources.congaApprovals,
  request: { path: approvalPath },
  replies: { 200: approvalReply, ...errorReplies },
  failures: ofApproval,
  examples: [{ title: 'An approval', source: 'documented', path: draftApproval }],
  loadFacts: loadPackageFacts,
  suggest: suggestDocuments,
});

const updateRequest = { path: approvalPath, body: approval };

export const updateApproval = defineOperation({
  id: 'conga-sign/update-approval',
  title: 'Update an approval',
  summary: 'Changes who signs, or where. What the request leaves out stays.',
  method: 'PUT',
  path: '/api/cs-packages/{packageId}/documents/{documentId}/approvals/{approvalId}',
  docs: sources.congaApprovals,
  request: updateRequest,
  replies: { 200: approvalReply, ...errorReplies },
  rules: [
    ...approvalRules<typeof updateRequest>(({ body }) => (body?.role === undefined ? [] : [['/body', body]])),
    isModifiable,
  ],
  failures: [...ofApproval, ...approvalFailures, 'package-not-modifiable'],
  examples: [
    { title: 'Another role', source: 'documented', path: draftApproval, body: { role: 'Signer2' } },
    { title: 'It may be left unsigned', source: 'ours', path: draftApproval, body: { optional: true } },
  ],
  loadFacts: loadPackageFacts,
  suggest: (facts: PackageFacts) => ({ ...suggestDocuments(facts), ...rolesAt('/body/role', facts) }),
});

export const deleteApproval = defineOperation({
  id: 'conga-sign/delete-approval',
  title: 'Delete an approval',
  summary: 'Takes an approval out of a document: its role need not sign there any more.',
  method: 'DELETE',
  path: '/api/cs-packages/{packageId}/documents/{documentId}/approvals/{approvalId}',
  docs: sources.congaApprovals,
  request: { path: approvalPath },
  // Conga's description says 204, OneSpan's 200; both without a body.
  replies: { 204: z.undefined(), 200: z.undefined(), ...errorReplies },
  rules: [isModifiable],
  failures: [...ofApproval, 'package-not-modifiable'],
  examples: [{ title: 'An approval', source: 'documented', path: draftApproval }],
  loadFacts: loadPackageFacts,
  suggest: suggestDocuments,
});

function rolesAt(pointer: string, { roles }: PackageFacts) {
  return { [pointer]: roles.map(({ id, name }) => ({ value: id, label: name || id })) };
}
