import type { Failure } from '../../core/failure';
import { defineFailures, type FailureIdOf } from '../../kit/failures';
import { readErrors } from './errors';
import { operations } from './operations/operations';
import { sources } from './sources';

const { editRecipients, token, upload, send, addStamps, oauth, thirdParty, webhooks } = sources;

/** Texts as the documentation prints them, typographic apostrophe and missing full stop included. */
const documented = [
  {
    id: 'bad-request',
    status: 400,
    message: 'Bad Request',
    meaning: 'The request ID is missing or malformed, or a value of the body is.',
    nextStep:
      'Check that the request ID is the UUID that creating the request returned, and the values that the form marks.',
    source: editRecipients,
  },
  {
    id: 'email-unchanged',
    status: 400,
    message: 'The updated email cannot be the same as the existing one.',
    meaning: 'The new e-mail address is the one that the recipient has already, so nothing was updated.',
    nextStep: 'Enter another address, or leave the new one out when only name, OTP or message should change.',
    source: editRecipients,
  },
  {
    id: 'recipient-completed',
    status: 400,
    message:
      "Action denied. You don't have permission to edit recipient users because the user has already completed the request.",
    meaning: 'The recipient has completed their part, and only those who have not can be edited.',
    nextStep: 'Edit a recipient who has not completed, or create a new request.',
    mendedBy: operations.createRequest.id,
    source: editRecipients,
  },
  {
    id: 'recipient-duplicate',
    status: 400,
    message: 'The same user cannot be assigned more than once within a single request',
    meaning: 'The new e-mail address belongs to another recipient of the same request.',
    nextStep: 'Use an address that nobody else in the request has.',
    source: editRecipients,
  },
  {
    id: 'recipient-not-editable',
    status: 404,
    message: 'Editing isn’t allowed for this recipient.',
    meaning:
      'The recipient has completed already, says the documentation; that nobody in the request has the old address is as likely for a 404.',
    nextStep:
      'Check the old e-mail address: it must be the one that the recipient has now, and they must not have completed.',
    source: editRecipients,
  },
  {
    id: 'unauthorized',
    status: 401,
    message: 'Unauthorized',
    meaning: 'The access token is missing, wrong or expired.',
    nextStep: 'Get a new access token and send again.',
    mendedBy: operations.getToken.id,
    source: send,
  },
  {
    id: 'request-not-found',
    status: 404,
    message: 'Request not found',
    meaning: 'There is no request with this ID, or it was sent already.',
    nextStep: 'Check the request ID. A request that was sent cannot be sent again.',
    source: send,
  },
  {
    id: 'extension-not-allowed',
    status: 400,
    message: 'Allowed extensions are PDF, DOC, DOCX',
    meaning: 'The file is neither PDF nor Word, or the part of the form is not called File.',
    nextStep: 'Upload a .pdf, .doc or .docx file.',
    source: upload,
  },
] as const satisfies readonly Failure[];

/** What must be answered somehow, though no source says how. */
const conditions = [
  {
    id: 'request-unknown',
    status: 404,
    message: 'Request not found',
    meaning: 'There is no request with this ID. Only for sending is this answer documented.',
    nextStep: 'Check the request ID: creating the request returned it.',
    mendedBy: operations.createRequest.id,
    source: send,
    illustrative: ['status', 'message'],
  },
  {
    id: 'signatory-unknown',
    status: 404,
    message: 'Signatory not found',
    meaning: 'The request has no signatory with this ID.',
    nextStep: 'Check the signatory ID: adding the signatory returned it.',
    mendedBy: operations.addSignatory.id,
    source: addStamps,
    illustrative: ['status', 'message'],
  },
  {
    id: 'document-unknown',
    status: 404,
    message: 'Document not found',
    meaning: 'There is no document with this token. The call itself is known from third-party code only.',
    nextStep: 'Check the token: uploading the document returned it.',
    mendedBy: operations.uploadDocument.id,
    source: thirdParty,
    illustrative: ['status', 'message'],
  },
  {
    id: 'webhook-url-not-public',
    status: 400,
    message: 'The webhook URL must be a public HTTPS address.',
    meaning: 'A webhook is called at a public address with https; what is answered to another is not documented.',
    nextStep: 'Enter an address that begins with https:// and can be reached from outside.',
    source: webhooks,
    illustrative: ['status', 'message'],
  },
  {
    id: 'invalid-client',
    status: 401,
    message: 'invalid_client',
    meaning: 'Client ID and secret do not belong together.',
    nextStep: 'Correct the credentials of the connection.',
    source: oauth,
    illustrative: ['status', 'message'],
  },
  {
    id: 'invalid-grant',
    status: 400,
    message: 'invalid_grant',
    meaning: 'The authorization code or refresh token is wrong, expired or used up.',
    nextStep: 'Sign in again for a new authorization code, and put it into the credentials of the connection.',
    source: oauth,
    illustrative: ['status', 'message'],
  },
  {
    id: 'invalid-token-request',
    status: 400,
    message: 'invalid_request',
    meaning: 'The token call lacks a value of its grant.',
    nextStep: 'Send grant type, client ID, client secret and code, or a refresh token with its grant type.',
    source: oauth,
    illustrative: ['status', 'message'],
  },
  {
    id: 'unknown-route',
    status: 404,
    message: 'Not Found',
    meaning: 'The API has no such address.',
    nextStep: 'Check the base URL and its path: the API lives under /_apis/sign, tokens under /_apis/falcon.',
    source: token,
    illustrative: ['status', 'message'],
  },
] as const satisfies readonly Failure[];

/** What no source calls a failure: warnings only. */
const doubts = [
  {
    id: 'email-doubtful',
    status: 400,
    message: 'The e-mail address is not valid.',
    meaning: 'An address does not look like one. Its format is not documented.',
    nextStep: 'Correct the address.',
    source: editRecipients,
    illustrative: ['status', 'message'],
  },
  {
    id: 'email-differs-in-case',
    status: 400,
    message: 'The e-mail addresses differ in upper and lower case only.',
    meaning: 'Whether the API tells such addresses apart is not documented; it may call them the same.',
    nextStep: 'Leave the new address out, unless the case is what should change.',
    source: editRecipients,
    illustrative: ['status', 'message'],
  },
  {
    id: 'request-incomplete',
    status: 400,
    message: 'A message and audit details are required.',
    meaning: 'The page about the call requires them; an older page and the migration guide leave one of them out.',
    nextStep: 'Add them to be on the safe side.',
    source: sources.createRequest,
    illustrative: ['status', 'message'],
  },
] as const satisfies readonly Failure[];

export const failures = defineFailures([...documented, ...conditions, ...doubts], { readErrors });

export const { refuse } = failures;

export type FailureId = FailureIdOf<typeof failures>;
