import type { Failure } from '../../../core/failure';
import { sources } from '../sources';

/** What a signature request does not take at its stage. That it is refused is documented, most texts are not. */
export const stateFailures = [
  {
    id: 'request-not-draft',
    status: 400,
    code: 'about:blank',
    message: 'The signature request is not in draft.',
    meaning: 'Documents and fields can be changed as long as the signature request is a draft, or paused.',
    nextStep: 'Create another signature request, or leave this one as it is.',
    source: sources.documents,
    illustrative: true,
  },
] as const satisfies readonly Failure[];
