import type { Failure } from '../../../core/failure';
import { sources } from '../sources';

/** What is known of packages beside the usual. */
export const packageFailures = [
  {
    id: 'language-unlisted',
    status: 400,
    code: 400,
    message: 'The language is not supported.',
    meaning: 'A language is none of those that Conga lists. Whether the API refuses it is not documented.',
    nextStep: 'Choose a language of the list.',
    source: sources.openApi,
    illustrative: ['status', 'code', 'message'],
  },
] as const satisfies readonly Failure[];
