import type { Failure } from '../../../core/failure';
import { operations } from '../operations/operations';
import { sources } from '../sources';

/** Keys, addresses, rates, and objects that cannot be had. */
export const accessFailures = [
  {
    id: 'unauthorized',
    status: 401,
    message: 'Access token is invalid.',
    meaning: 'The API key is missing, wrong, or of the other environment.',
    nextStep: 'Correct the API key of the connection; sandbox and production have keys of their own.',
    source: sources.errors,
    illustrative: ['message'],
  },
  {
    id: 'not-found',
    status: 404,
    code: 'resource.not_found',
    message: 'Resource not found.',
    meaning: 'There is nothing with this ID, or it belongs to another environment or workspace.',
    nextStep: 'Take the ID from the list of signature requests.',
    mendedBy: operations.listSignatureRequests.id,
    source: sources.errorList,
    illustrative: ['message'],
  },
] as const satisfies readonly Failure[];
