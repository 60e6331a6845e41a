import type { Failure } from '../../../core/failure';
import { sources } from '../sources';

/** What is known of attachments; no source gives a text. */
export const attachmentFailures = [
  {
    id: 'attachment-not-found',
    status: 404,
    code: 404,
    message: 'The attachment was not found.',
    meaning: 'No role of the package must bring an attachment with this ID.',
    nextStep: 'Take the ID from the role: the API generates it.',
    source: sources.oneSpanApi,
    illustrative: ['message'],
  },
  {
    id: 'attachment-file-not-found',
    status: 404,
    code: 404,
    message: 'The attachment has no such file.',
    meaning: 'The file was never uploaded, or was deleted.',
    nextStep: 'Take the number from the files of the attachment.',
    source: sources.oneSpanApi,
    illustrative: ['message'],
  },
  {
    id: 'attachment-empty',
    status: 404,
    code: 404,
    message: 'Nothing is attached.',
    meaning: 'The signer has not uploaded anything yet.',
    nextStep: 'Wait for the upload; a callback tells of it.',
    source: sources.oneSpanApi,
    illustrative: ['status', 'code', 'message'],
  },
] as const satisfies readonly Failure[];
