import type { Collection } from '../../core/documents';
import { createRequest } from './operations/createRequest';
import { addSignatoryStep, editRecipientStep, listDocumentsStep, sendStep } from './steps';

/**
 * No call of version 2 reads a request, so nothing is known of one but its ID: neither title nor status nor
 * recipients. Whether an action still fits is for the API to say.
 */
export const requestCollection: Collection = {
  id: 'requests',
  title: 'Signature requests',
  noun: 'signature request',
  unlisted: 'EVIA Sign documents no call that lists or reads signature requests.',
  create: [createRequest.id],
  verbs: ['add'],
  read: async (_call, id) => ({
    id,
    title: id,
    recipients: [],
    actions: [
      addSignatoryStep(id, 'this request'),
      editRecipientStep(id, 'by the e-mail address'),
      sendStep(id, 'this request'),
      listDocumentsStep(id, 'this request'),
    ],
    empty: 'Recipients are not known: EVIA Sign documents no call that reads them.',
  }),
};
