import type { Failure } from '../../core/failure';
import { defineFailures, type FailureIdOf } from '../../kit/failures';
import { readErrors } from './errors';
import { accessFailures } from './failures/accessFailures';
import { attachmentFailures } from './failures/attachmentFailures';
import { callbackFailures } from './failures/callbackFailures';
import { documentFailures } from './failures/documentFailures';
import { groupFailures } from './failures/groupFailures';
import { packageFailures } from './failures/packageFailures';
import { reminderFailures } from './failures/reminderFailures';
import { operations } from './operations/operations';
import { sources } from './sources';

const { signers, token, openApi, oneSpanWorkflow, oneSpanSharedEmail } = sources;

/** Texts of the token call are documented; of all other calls only status and what it stands for. */
const documented = [
  {
    id: 'client-header',
    status: 400,
    message: 'ERROR_AUTHENTICATION_HEADER',
    meaning: 'The headers of the token call are invalid, or client ID and secret are missing.',
    nextStep: 'Send client ID, secret, scope and grant type as a form.',
    source: token,
  },
  {
    id: 'client-not-valid',
    status: 400,
    message: 'ERROR_AUTHENTICATION_NOT_VALID',
    meaning: 'Client ID and secret do not belong together, or belong to another environment.',
    nextStep: 'Correct the credentials of the connection.',
    source: token,
  },
  {
    id: 'client-disabled',
    status: 403,
    message: 'ERROR_AUTHENTICATION_CLIENT_DISABLED',
    meaning: 'Access is disabled for this client.',
    nextStep: "Contact Conga's customer service.",
    source: token,
  },
  {
    id: 'bad-request',
    status: 400,
    code: 400,
    message: 'Bad Request',
    meaning: 'A value of the request is wrong, or cannot be read at all.',
    nextStep: 'Mend the values that the form marks.',
    source: openApi,
  },
  {
    id: 'not-authorized',
    status: 401,
    code: 401,
    message: 'Not Authorized',
    meaning: 'The access token is missing, wrong or expired; it lives for an hour.',
    nextStep: 'Get a new access token and send again.',
    mendedBy: operations.getToken.id,
    source: openApi,
  },
  {
    id: 'access-denied',
    status: 403,
    code: 403,
    message: 'The required permission was not found.',
    meaning: "The account may not do this, for example look at another sender's packages.",
    nextStep: 'Use a package of your own, or have the permission granted.',
    mendedBy: operations.listPackages.id,
    source: sources.oneSpanPermission,
  },
  {
    id: 'not-found',
    status: 404,
    code: 404,
    message: 'Not Found',
    meaning: 'There is no such address, package or role.',
    nextStep: 'Check package and role, and the path prefix of the connection: the sources name several.',
    mendedBy: operations.listPackages.id,
    source: openApi,
  },
  {
    id: 'unexpected-error',
    status: 500,
    code: 500,
    message: 'Unexpected Error',
    meaning: 'The API failed on its side.',
    nextStep: 'Check the values; when they are right, try again later.',
    source: openApi,
  },
] as const satisfies readonly Failure[];

/**
 * Conditions that sources name without the text that is answered. Where a source lists the status, the code is the same number,
 * as in every error body that was seen.
 */
const conditions = [
  {
    id: 'package-is-draft',
    status: 404,
    code: 404,
    message: 'A package in status DRAFT has no signing URLs.',
    meaning: 'The signing URL exists only once the package is not modifiable, for example sent.',
    nextStep: 'Send the package, then ask for the URL again.',
    mendedBy: operations.sendPackage.id,
    source: openApi,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'package-not-draft',
    status: 400,
    code: 400,
    message: 'The roles of a package that is not a draft cannot be reordered.',
    meaning: 'The order of a package that was sent is fixed.',
    nextStep: 'Set the package back to DRAFT, reorder, and send it again.',
    mendedBy: operations.updatePackage.id,
    source: oneSpanWorkflow,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'sms-without-phone',
    status: 400,
    code: 400,
    message: 'A phone number is required for notification by SMS.',
    meaning: 'A signer is to be notified by SMS and has no phone number.',
    nextStep: 'Add the phone number, or notify by e-mail only.',
    source: openApi,
    illustrative: ['message'],
  },
  {
    id: 'challenge-without-question',
    status: 400,
    code: 400,
    message: 'A question is required for verification by challenge.',
    meaning: 'A verification step of type Challenge has no question.',
    nextStep: 'Add the question, or make it an SMS step.',
    source: openApi,
    illustrative: ['message'],
  },
  {
    id: 'package-not-found',
    status: 404,
    code: 404,
    message: 'The package was not found.',
    meaning: 'There is no package with this ID, or the account may not see it.',
    nextStep: 'Choose a package of this account.',
    mendedBy: operations.listPackages.id,
    source: openApi,
    illustrative: ['message'],
  },
  {
    id: 'role-not-found',
    status: 404,
    code: 404,
    message: 'The role was not found.',
    meaning: 'The package has no role with this ID.',
    nextStep: 'Take the role from the package; it may have got a generated ID.',
    mendedBy: operations.listRoles.id,
    source: openApi,
    illustrative: ['message'],
  },
  {
    id: 'signer-not-found',
    status: 404,
    code: 404,
    message: 'The package has no signer with this e-mail address.',
    meaning: 'Nobody in the package has the address that is to be notified.',
    nextStep: 'Take the address from the roles of the package.',
    mendedBy: operations.listRoles.id,
    source: openApi,
    illustrative: ['status', 'code', 'message'],
  },
] as const satisfies readonly Failure[];

/** What no source calls a failure: warnings, and the one case in which the emulator cannot go on. */
const doubts = [
  {
    id: 'role-id-taken',
    status: 400,
    code: 400,
    message: 'The package has a role with this ID already.',
    meaning: 'Two roles of a package would have the same ID. What the API does then is not documented.',
    nextStep: 'Choose another ID, or leave it out to get one.',
    source: signers,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'package-not-modifiable',
    status: 400,
    code: 400,
    message: 'A package that is not a draft cannot be modified.',
    meaning: 'A sent package is called not modifiable, but which calls it refuses is not documented.',
    nextStep: 'When the API refuses, set the package back to DRAFT first.',
    mendedBy: operations.updatePackage.id,
    source: openApi,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'package-not-ready',
    status: 400,
    code: 400,
    message: 'The package is not ready to be sent.',
    meaning: 'Nothing is there to be signed, or nobody to sign. Whether the API refuses is not documented.',
    nextStep: 'Add what is missing before sending.',
    mendedBy: operations.addRole.id,
    source: openApi,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'package-not-sent',
    status: 400,
    code: 400,
    message: 'Nobody can be notified of a package that is not sent.',
    meaning: 'Nobody was invited yet, or signing is over. Whether the API refuses is not documented.',
    nextStep: 'Send the package first.',
    mendedBy: operations.sendPackage.id,
    source: openApi,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'signer-duplicate',
    status: 400,
    code: 400,
    message: 'The package has a signer with this name and e-mail address already.',
    meaning: 'Signers may share an address as long as first and last name differ.',
    nextStep: 'Use another address, or the name of another person.',
    source: oneSpanSharedEmail,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'email-doubtful',
    status: 400,
    code: 400,
    message: 'The e-mail address is not valid.',
    meaning: 'An address does not look like one. Its format is not documented.',
    nextStep: 'Correct the address.',
    source: signers,
    illustrative: ['status', 'code', 'message'],
  },
  {
    id: 'qasms-incomplete',
    status: 400,
    code: 400,
    message: 'Question and SMS verification needs at least one step of each kind.',
    meaning: 'Verification by question and SMS has steps of one kind only.',
    nextStep: 'Add a challenge and an SMS step, or choose another scheme.',
    source: openApi,
    illustrative: ['message'],
  },
] as const satisfies readonly Failure[];

export const failures = defineFailures(
  [
    ...documented,
    ...conditions,
    ...doubts,
    ...packageFailures,
    ...documentFailures,
    ...accessFailures,
    ...reminderFailures,
    ...attachmentFailures,
    ...groupFailures,
    ...callbackFailures,
  ],
  { readErrors },
);

export const { refuse } = failures;

export type FailureId = FailureIdOf<typeof failures>;
