import { conditionsAt } from '../../../kit/facts';
import { isBeingPrepared, type SignatureRequestFacts } from '../facts/signatureRequestFacts';

/* What must hold of a signature request before a call to it, whatever the call says. */

const condition = conditionsAt<SignatureRequestFacts>('/path/signatureRequestId');

export const isEditable = condition({
  failure: 'request-not-draft',
  statement: 'The signature request is a draft, or paused.',
  fault: (request) =>
    isBeingPrepared(request) ? undefined : `This signature request is ${request.status}, no draft any more.`,
});
