import * as z from 'zod';
import { id, signatureRequestId } from '../fields';
import { sampleIds } from '../sampleIds';

export const ofDocument = z.object({
  signatureRequestId,
  documentId: id('Document ID', 'Which document of it.', sampleIds.document).meta({ offeredFrom: 'documents' }),
});

export const sampleDocument = {
  signatureRequestId: sampleIds.signatureRequest,
  documentId: sampleIds.document,
} as const;
