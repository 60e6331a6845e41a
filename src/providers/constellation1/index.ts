import { cheapestCall } from '../../kit/calls';
import { defineProvider } from '../../kit/defineProvider';
import { production, sandbox } from '../../kit/environments';
import { recipientsWithin } from '../../kit/offers/recipientsWithin';
import { about } from './about';
import { auth } from './auth';
import { calls } from './calls';
import { disputes } from './disputes';
import { failures } from './failures';
import { nextSteps } from './nextSteps';
import { operations } from './operations/operations';
import { listEndedSessions } from './operations/sessions/readSessions';
import { sessionCollection } from './resources';
import { webhooks } from './webhooks';

export const constellation1 = defineProvider({
  ...about,
  environments: [
    sandbox('stage', 'Stage', 'https://api.stage.esignonline.net'),
    production('Production', 'https://api.esignonline.net'),
  ],
  auth,
  operations,
  cheapestCall: cheapestCall(listEndedSessions, { path: { status: 'expired', pageSize: '1', pageNum: '0' } }),
  nextSteps,
  failures,
  calls,
  resources: { collections: [sessionCollection], choices: { signers: recipientsWithin(sessionCollection) } },
  emulator: async () => (await import('./emulator')).emulator,
  disputes,
  webhooks,
  gaps: [
    'No HTTP status is documented for any outcome. Samples read the body of any; the emulator says 200, and 400 for what it cannot read.',
    'No reply is printed anywhere, only the classes are. That the sessions of a SessionResponse are called Sessions, and that StatusCode stands in SessionInfo and in each signer, is assumed; the tree reads Session and other places, too.',
    'How long a token lives is not documented, only that it is very short-lived and should be fetched before each request. A token is used for ten seconds here; on the emulator it lives for five minutes.',
    'In which statuses of a session signers can be invited is not documented. The emulator refuses a session that is over, since nobody could sign it, and warns otherwise.',
    'Whether a signer who was invited before or has declined is invited again, skipped or refused is not documented. The emulator invites everyone again who has not completed or delegated, and leaves the others as they are.',
    'Whether the invite call reads StateCode, StatusCode and Sequence is not documented, nor what StateCode means. The emulator ignores them, and names and addresses that differ from the session’s.',
    'What is answered for a signer who is not in the session is not documented. The emulator finds signers by ID, then by e-mail address, and refuses a list in which it cannot find one; then nobody is invited.',
    'Whether some signers may be invited while others fail is not documented.',
    'What a valid e-mail address is, is not documented: a text with an @ and no spaces is taken for one.',
    'Casing differs between tables and samples (SignerID, signingsessionId, username, returnUrl). The samples’ is sent, the emulator takes any.',
    'How bytes of a file travel is not documented. The samples’ serializer writes numbers, base64 text is sent here; the emulator takes both, and null for what is left out.',
    'Authentication methods are names in the documentation, while the samples’ serializer writes them as numbers that are not documented. Names are sent.',
    'The reply of the update of signers (UpdateSignersView) and of the short list (ResponseSessionInfoLiteView) is known by name only. The emulator answers with Message, Details and, for the list, TotalCount and the columns that it can be sorted by.',
    'The texts for a session that is over, a role that is taken, and for what is missing when a session starts are not documented, only the conditions.',
    'Starting or cancelling answers "False" when it fails, and in which statuses that is so is not documented. On the emulator only drafts and paused sessions start, and what is over cannot be cancelled.',
    'How the token of a signer becomes the address of a signing page is not documented, so it is no signing link here. On the emulator each invited signer has a page of their own; it lists them, since nothing is mailed.',
    'What becomes of a session when a signer declines is not documented. On the emulator it stays as it is, and the reason stands with the signer as DeclinedReason, a name of the webhook.',
    'The return URL is "your host URL"; what it is used for is not documented. The emulator leads nobody there.',
    'Sessions can be listed by user and transaction only, or when they expired or were archived or deleted, so that the tree shows those that were pinned.',
    'When exactly a file "did not upload" is not documented. The emulator says so when a document has neither a file nor a template.',
    'What closing a session does is not documented. The emulator completes it, and whoever has not signed is cancelled. Pausing is documented as for a session “that is not in the sent status”; the emulator pauses one that is sent, and leaves a draft as it is.',
    'What a copy takes along, and what Version means, is not documented. The emulator copies documents and signers into a draft with another ID.',
    'ActionLogResponse and SignerDocumentResponseView are known by name only; a log holds date, IP address and description. The names in the emulator’s replies are made up, and so are those of the list of ended sessions.',
    'GET authenticateuser is not covered: one page has the encrypted password in a header encryptedToken, the sample of another sends token and encrypted password in Authorization, with a colon between, and no page prints the user that it answers. The webhook is set up by the vendor, at an address that no call tells: the emulator is given one by its control.',
    'GetSessionInviteUrls, GetSessionFiles and PurgeSessionDocs are named in the documentation without an address.',
    'Limits of length and rate are not published.',
  ],
});
