import type { Failure } from '../../core/failure';
import { defineFailures, type FailureIdOf } from '../../kit/failures';
import { falseReply, isFailure, nullReply, readErrors } from './errors';
import { operations } from './operations/operations';
import { sources } from './sources';

const { errors, startSession, updateSession, addToSession, cancelSession, invites, getSession, overview } = sources;

/**
 * Texts of the documentation. Their HTTP status is that of a success: the samples read them with a .NET call that throws on
 * any other.
 */
const documented = [
  {
    id: 'invalid-token',
    status: 200,
    message: 'Error: Invalid token',
    meaning: 'The token is not valid, or not any more: tokens live for a very short time.',
    nextStep: 'Send again; a new token is fetched by itself. Paste no "Bearer" before a token of your own.',
    mendedBy: operations.getToken.id,
    source: errors,
  },
  {
    id: 'invalid-api-key',
    status: 200,
    message: 'Error: Invalid API key',
    meaning: 'The encrypted API key cannot be decrypted with this salt, or the key is not known.',
    nextStep: 'Correct API key and salt of the connection; a key is encrypted and used with one and the same salt.',
    mendedBy: operations.encrypt.id,
    source: errors,
  },
  {
    id: 'invalid-user-account',
    status: 200,
    message: 'Error: Invalid user account information',
    meaning: 'User name and password do not belong together, or the password was encrypted with another salt.',
    nextStep: 'Correct user name, password and salt of the connection.',
    mendedBy: operations.encrypt.id,
    source: errors,
  },
  {
    id: 'bad-token',
    status: 200,
    message: 'Error: Bad Token Information. Please authenticate.',
    meaning: 'The call carries no token that the API can read.',
    nextStep: 'Send with the credentials of a connection; the token stands in the Authorization header as it is.',
    mendedBy: operations.getToken.id,
    source: errors,
  },
  {
    id: 'username-not-found',
    status: 200,
    message: 'Error: Username not found.',
    meaning: 'There is no user of eSign with this user name.',
    nextStep: 'Enter the e-mail address of a user of this client and environment.',
    source: errors,
  },
  {
    id: 'document-not-uploaded',
    status: 200,
    message: 'Error: {fileName} did not upload.',
    meaning: 'The file of a document did not arrive.',
    nextStep: 'Check that the file is there, is not empty, and that all files together have at most 100 MB.',
    mendedBy: operations.updateSession.id,
    source: errors,
  },
  {
    id: 'signer-incomplete',
    status: 200,
    message: 'Error: All signers must have a last name and valid email address.',
    meaning: 'A signer has no last name, or no valid e-mail address.',
    nextStep: 'Complete the signers.',
    mendedBy: operations.updateSigners.id,
    source: errors,
  },
  {
    id: 'null-reply',
    status: 200,
    message: nullReply,
    meaning: 'The API answered null, or nothing: that is what it does when the token has expired or is invalid.',
    nextStep: 'Send again; a new token is fetched by itself.',
    mendedBy: operations.getToken.id,
    source: getSession,
  },
  {
    id: 'not-done',
    status: 200,
    message: falseReply,
    meaning: 'The call says "False": it did not succeed, and it gives no reason.',
    nextStep: 'Look at the status of the session: what is over can be neither started nor cancelled.',
    mendedBy: operations.getSession.id,
    source: cancelSession,
  },
] as const satisfies readonly Failure[];

/** Conditions that the documentation names without the text that is answered: the texts are made up. */
const conditions = [
  {
    id: 'session-closed',
    status: 200,
    message: 'Error: The signing session is {status}.',
    meaning: 'A session that is completed, cancelled, deleted, purged, expired or archived cannot be changed any more.',
    nextStep: 'Create a new session.',
    mendedBy: operations.createSession.id,
    source: updateSession,
    illustrative: ['message'],
  },
  {
    id: 'role-taken',
    status: 200,
    message: 'Error: The role {role} is assigned to {signer}.',
    meaning: 'A signer is added with a role that another signer of the session has.',
    nextStep: 'Choose a role that is free.',
    mendedBy: operations.getSession.id,
    source: addToSession,
    illustrative: ['message'],
  },
  {
    id: 'session-without-signers',
    status: 200,
    message: 'Error: The signing session has no signers.',
    meaning: 'A session starts only when everything is ready, signers and tags included.',
    nextStep: 'Add signers, then start the session.',
    mendedBy: operations.updateSession.id,
    source: startSession,
    illustrative: ['message'],
  },
  {
    id: 'session-not-named',
    status: 200,
    message: 'Error: No signing session is named.',
    meaning: 'The request does not say which session is updated.',
    nextStep: 'Enter the ID of the session.',
    source: updateSession,
    illustrative: ['message'],
  },
  {
    id: 'session-not-found',
    status: 200,
    message: 'Error: Signing session not found.',
    meaning: 'There is no session with this ID, or the account may not see it.',
    nextStep: 'Check the ID, and that it belongs to this environment.',
    source: getSession,
    illustrative: ['message'],
  },
  {
    id: 'bad-request',
    status: 400,
    message: 'Error: The request is not valid. {problem}',
    meaning: 'A value that the documentation requires is missing or of another type, or the body cannot be read.',
    nextStep: 'Mend the values that the form marks.',
    source: overview,
    illustrative: ['status', 'message'],
  },
  {
    id: 'unknown-address',
    status: 404,
    message: 'Error: Endpoint not found.',
    meaning: 'There is no call at this address.',
    nextStep: 'Check the base URL: it ends before /rest/v1.',
    source: overview,
    illustrative: ['status', 'message'],
  },
] as const satisfies readonly Failure[];

/** What no source calls a failure: warnings, and the cases in which the emulator cannot go on. */
const doubts = [
  {
    id: 'signer-not-found',
    status: 200,
    message: 'Error: Signer {signer} not found.',
    meaning: 'Nobody in the session has this ID or e-mail address. What the API does then is not documented.',
    nextStep: 'Take the signers from the session, or add them to it first.',
    mendedBy: operations.updateSession.id,
    source: invites,
    illustrative: ['message'],
  },
  {
    id: 'session-not-sent',
    status: 200,
    message: 'Error: The signing session has not started.',
    meaning: 'The session is not in status InSent. In which statuses invites can be sent is not documented.',
    nextStep: 'Start the session first.',
    mendedBy: operations.startSession.id,
    source: invites,
    illustrative: ['message'],
  },
] as const satisfies readonly Failure[];

export const failures = defineFailures([...documented, ...conditions, ...doubts], { isFailure, readErrors });

export const { refuse } = failures;

export type FailureId = FailureIdOf<typeof failures>;
