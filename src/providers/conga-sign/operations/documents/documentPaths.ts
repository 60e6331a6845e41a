import { requiredText } from '../../../../kit/fields';
import { draft, packagePath, sent } from '../fields';

const documentId = requiredText(
  'Document ID',
  'ID of the document in the package, given or generated when it was added.',
  'document-1',
).meta({ offeredFrom: 'documents' });

export const documentPath = packagePath.extend({ documentId });

export const approvalPath = documentPath.extend({
  approvalId: requiredText('Approval ID', 'ID of the approval: who signs the document where.', 'approval-1'),
});

export const fieldPath = approvalPath.extend({
  fieldId: requiredText('Field ID', 'ID of the field in the approval.', 'field-1'),
});

/** Documents of the examples, which the emulator has. */
export const draftDocument = { ...draft, documentId: 'document-1' };
export const sentDocument = { ...sent, documentId: 'document-1' };
export const draftApproval = { ...draftDocument, approvalId: 'approval-1' };
export const draftField = { ...draftApproval, fieldId: 'field-1' };
