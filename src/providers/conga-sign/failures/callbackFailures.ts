import type { Failure } from '../../../core/failure';
import { sources } from '../sources';

/** What is known of callbacks; no source gives a text. */
export const callbackFailures = [
  {
    id: 'callback-url-doubtful',
    status: 400,
    code: 400,
    message: 'The URL is not valid.',
    meaning: 'The address of a callback does not look like one. Its format is not documented.',
    nextStep: 'Enter a web address.',
    source: sources.openApi,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'callback-password-missing',
    status: 400,
    code: 400,
    message: 'User name and password are required for the grant type PASSWORD.',
    meaning: 'The token of a callback is to be fetched by user name and password, of which one is missing.',
    nextStep: 'Enter both.',
    source: sources.openApi,
    illustrative: ['message'],
  },
  {
    id: 'callback-oauth-missing',
    status: 400,
    code: 400,
    message: 'The OAuth settings are missing.',
    meaning: 'A callback is to carry a token, and nothing says where it is fetched.',
    nextStep: 'Enter the OAuth settings, or choose another proof.',
    source: sources.openApi,
    illustrative: ['message'],
  },
  {
    id: 'callback-credentials-missing',
    status: 400,
    code: 400,
    message: 'All fields are required.',
    meaning: 'The chosen proof of a callback lacks user name, password or token.',
    nextStep: 'Fill in what the proof needs, or choose None.',
    source: sources.callbacks,
    illustrative: ['status', 'code', 'message'],
  },
] as const satisfies readonly Failure[];
