import type { Failure } from '../../../core/failure';
import { operations } from '../operations/operations';
import { sources } from '../sources';

const { congaApprovals, congaDocuments, oneSpanApprovals, oneSpanDocumentNames } = sources;

/** What is known of documents and of who signs them where. */
export const documentFailures = [
  {
    id: 'approval-without-role',
    status: 400,
    code: 400,
    message: 'No role specified as part of this approval.',
    meaning: 'An approval does not say which role gives it, or the list of approvals is wrapped in something else.',
    nextStep: 'Name the ID of the role; send approvals as a plain list.',
    mendedBy: operations.listRoles.id,
    source: oneSpanApprovals,
  },
  {
    id: 'document-not-found',
    status: 404,
    code: 404,
    message: 'The document was not found.',
    meaning: 'The package has no document with this ID.',
    nextStep: 'Take the document from the package.',
    mendedBy: operations.getPackage.id,
    source: congaDocuments,
    illustrative: ['message'],
  },
  {
    id: 'approval-not-found',
    status: 404,
    code: 404,
    message: 'The approval was not found.',
    meaning: 'The document has no approval with this ID.',
    nextStep: 'Take the approval from the document.',
    mendedBy: operations.getDocument.id,
    source: congaApprovals,
    illustrative: ['message'],
  },
  {
    id: 'field-not-found',
    status: 404,
    code: 404,
    message: 'The field was not found.',
    meaning: 'The approval has no field with this ID.',
    nextStep: 'Take the field from the approval.',
    mendedBy: operations.getApproval.id,
    source: congaApprovals,
    illustrative: ['message'],
  },
  {
    id: 'document-id-taken',
    status: 400,
    code: 400,
    message: 'The package has a document with this ID already.',
    meaning: 'Two documents of a package would have the same ID. What the API does then is not documented.',
    nextStep: 'Choose another ID, or leave it out to get one.',
    source: congaDocuments,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'approval-role-unknown',
    status: 400,
    code: 400,
    message: 'The role of the approval was not found.',
    meaning: 'An approval names a role that the package does not have. Whether the API refuses it is not documented.',
    nextStep: 'Add the role, or name one of the package.',
    mendedBy: operations.listRoles.id,
    source: congaApprovals,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'document-name-long',
    status: 400,
    code: 400,
    message: 'The name of the document is too long.',
    meaning: 'OneSpan says that names of documents have 256 characters at most, and not what it does with longer ones.',
    nextStep: 'Shorten the name.',
    source: oneSpanDocumentNames,
    illustrative: ['status', 'code', 'message'],
  },
] as const satisfies readonly Failure[];
