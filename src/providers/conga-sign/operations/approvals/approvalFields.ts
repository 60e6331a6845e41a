import * as z from 'zod';
import { defineOperation } from '../../../../core/operation';
import { loadPackageFacts } from '../../facts';
import { sources } from '../../sources';
import { approvalPath, draftApproval, draftField, fieldPath } from '../documents/documentPaths';
import { fieldReply } from '../documents/documentReplies';
import { suggestDocuments } from '../documents/documentRules';
import { field } from '../documents/fieldFields';
import { draft, packagePath } from '../fields';
import { isModifiable } from '../packages/packageRules';
import { errorReplies, usual } from '../replies';
import { nullableText } from '../replyValues';
import { ofApproval } from './approvals';

const ofField = [...ofApproval, 'field-not-found'];

export const createField = defineOperation({
  id: 'conga-sign/create-field',
  title: 'Add a field to an approval',
  summary: 'Adds a field that the role of the approval signs or fills in. Its name is generated when it has none.',
  method: 'POST',
  path: '/api/cs-packages/{packageId}/documents/{documentId}/approvals/{approvalId}/fields',
  docs: sources.congaApprovals,
  request: { path: approvalPath, body: field },
  replies: { 200: fieldReply, ...errorReplies },
  rules: [isModifiable],
  failures: [...ofApproval, 'package-not-modifiable'],
  examples: [
    {
      title: 'A text field',
      source: 'documented',
      path: draftApproval,
      body: { type: 'INPUT', subtype: 'TEXTFIELD', page: 0, left: 100, top: 300, width: 200, height: 50 },
    },
    {
      title: 'A text field that has to be filled in',
      source: 'ours',
      path: draftApproval,
      body: {
        name: 'company',
        type: 'INPUT',
        subtype: 'TEXTFIELD',
        page: 0,
        left: 100,
        top: 300,
        width: 200,
        height: 50,
        validation: { required: true, maxLength: 80 },
      },
    },
  ],
  loadFacts: loadPackageFacts,
  suggest: suggestDocuments,
});

export const getField = defineOperation({
  id: 'conga-sign/get-field',
  title: 'Get a field',
  summary: 'Returns a field of an approval.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/documents/{documentId}/approvals/{approvalId}/fields/{fieldId}',
  docs: sources.congaApprovals,
  request: { path: fieldPath },
  replies: { 200: fieldReply, ...errorReplies },
  failures: ofField,
  examples: [{ title: 'A field', source: 'documented', path: draftField }],
  loadFacts: loadPackageFacts,
  suggest: suggestDocuments,
});

export const updateField = defineOperation({
  id: 'conga-sign/update-field',
  title: 'Update a field',
  summary: 'Changes a field of an approval. An ID in the body is passed over for that of the path.',
  method: 'PUT',
  path: '/api/cs-packages/{packageId}/documents/{documentId}/approvals/{approvalId}/fields/{fieldId}',
  docs: sources.congaApprovals,
  request: { path: fieldPath, body: field },
  replies: { 200: fieldReply, ...errorReplies },
  rules: [isModifiable],
  failures: [...ofField, 'package-not-modifiable'],
  examples: [
    { title: 'Another place', source: 'documented', path: draftField, body: { left: 50, top: 400 } },
    { title: 'Initials', source: 'ours', path: draftField, body: { type: 'SIGNATURE', subtype: 'INITIALS' } },
  ],
  loadFacts: loadPackageFacts,
  suggest: suggestDocuments,
});

export const deleteField = defineOperation({
  id: 'conga-sign/delete-field',
  title: 'Delete a field',
  summary: 'Takes a field out of an approval.',
  method: 'DELETE',
  path: '/api/cs-packages/{packageId}/documents/{documentId}/approvals/{approvalId}/fields/{fieldId}',
  docs: sources.congaApprovals,
  request: { path: fieldPath },
  // Conga's description says 204, OneSpan's 200; both without a body.
  replies: { 204: z.undefined(), 200: z.undefined(), ...errorReplies },
  rules: [isModifiable],
  failures: [...ofField, 'package-not-modifiable'],
  examples: [{ title: 'A field', source: 'documented', path: draftField }],
  loadFacts: loadPackageFacts,
  suggest: suggestDocuments,
});

const fieldSummaryReply = z.object({
  signerId: z.string(),
  documentId: z.string(),
  fieldId: z.string(),
  fieldName: z.string(),
  fieldValue: nullableText,
});

export const getFieldSummary = defineOperation({
  id: 'conga-sign/get-field-summary',
  title: 'Get what was filled in',
  summary: 'Returns the fields of a package with what signers have entered.',
  method: 'GET',
  path: '/api/cs-packages/{packageId}/fieldSummary',
  docs: sources.openApi,
  request: { path: packagePath },
  replies: { 200: z.array(fieldSummaryReply), ...errorReplies },
  failures: [...usual, 'package-not-found'],
  examples: [{ title: 'All fields', source: 'documented', path: draft }],
});
