import { type NextSteps, readingReply } from '../../kit/nextSteps';
import { operations } from './operations/operations';
import { addSignatoryStep, addStampsStep, createRequestStep, downloadStep, editRecipientStep, sendStep } from './steps';

const { uploadDocument, createRequest, addSignatory, listDocuments } = operations;

export const nextSteps: NextSteps<typeof operations> = {
  uploadDocument: readingReply(uploadDocument.replies[200], ({ documentToken }) => [createRequestStep(documentToken)]),
  createRequest: readingReply(createRequest.replies[200], ({ requestId }) => [
    addSignatoryStep(requestId, 'The new request'),
  ]),
  addSignatory: readingReply(addSignatory.replies[200], ({ requestId, signatoryId }, { values }) => [
    addStampsStep({ requestId, signatoryId }, values.body.Name),
    addSignatoryStep(requestId, 'The request', values.body.Order + 1),
    sendStep(requestId, 'The request'),
  ]),
  addStamps: (_reply, { values }) => [
    addStampsStep(values.path, 'The same signatory'),
    sendStep(values.path.requestId, 'The request'),
  ],
  /** The token stands in the address of each. */
  listDocuments: readingReply(listDocuments.replies[200], ({ documents }) =>
    documents.flatMap(({ documentName, downloadUrl }) => {
      const token = /\/documents\/([^/?#]+)\/download/i.exec(downloadUrl)?.[1];
      return token === undefined ? [] : [downloadStep(token, documentName)];
    }),
  ),
  sendRequest: (_reply, { values }) => [editRecipientStep(values.path.requestId, 'The request')],
};
