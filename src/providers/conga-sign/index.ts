import { cheapestCall } from '../../kit/calls';
import { defineProvider } from '../../kit/defineProvider';
import { production, sandbox } from '../../kit/environments';
import { about } from './about';
import { auth } from './auth';
import { calls } from './calls';
import { disputes } from './disputes';
import { failures } from './failures';
import { nextSteps } from './nextSteps';
import { operations } from './operations/operations';
import { listPackages } from './operations/packages/readPackages';
import { choices, packageCollection } from './resources';
import { webhooks } from './webhooks';

export const congaSign = defineProvider({
  ...about,
  environments: [
    sandbox('preview', 'Preview (US)', 'https://preview-rls09.congacloud.com', {
      login: 'https://login-rlspreview.congacloud.com',
    }),
    sandbox('preview-eu', 'Preview (EU)', 'https://rls-preview.congacloud.eu', {
      login: 'https://login-preview.congacloud.eu',
    }),
    sandbox('preview-au', 'Preview (AU)', 'https://rls-preview.congacloud.au', {
      login: 'https://login-preview.congacloud.au',
    }),
    production('Production (US)', 'https://rls.congacloud.com', { login: 'https://login-rls.congacloud.com' }),
  ],
  pathPrefix: {
    default: '/api',
    known: ['/api', '/api/sign/v1', '/v1/sign', '/api/sign/v1/sign'],
    description:
      'What stands before /cs-packages. The page about signers says /api, the API description /api/sign/v1, the page about transactions /v1/sign or /api/sign/v1/sign. OneSpan, of which Conga Sign is made, has the same calls without cs- (/api/packages): the emulator speaks that dialect, so that OneSpan’s SDKs run against it with their base URL changed to that of the emulator and /api. They send an API key as it is (Authorization: Basic), which for the emulator is its client secret, or ask for a token of a client app first, with the emulator’s client ID and secret.',
  },
  auth,
  operations,
  cheapestCall: cheapestCall(listPackages, { query: { from: 1, to: 1 } }),
  nextSteps,
  failures,
  calls,
  resources: { collections: [packageCollection], choices },
  emulator: async () => (await import('./emulator')).emulator,
  disputes,
  webhooks,
  gaps: [
    'Which path prefix holds where is not documented: Conga’s own pages name four.',
    'The host names of the preview environments come from a third party; only the login host of the US preview stands in Conga’s documentation.',
    'No message or messageKey of a role call is published: texts of the emulator are made up, statuses are the documented ones. Errors have the four keys of the bodies that were seen of the live API (messageKey, message, code, name), and technical where a value of the request is wrong; Conga’s description has entity besides.',
    'Conga’s description has additionalProperties: false everywhere and requires nothing, yet Conga’s own pages send properties that it lacks (autoRedirect, parameters of handOver): unknown properties are a warning here, and the emulator passes over them.',
    'Two roles may share an e-mail address when the names differ (OneSpan); what happens when they do not is not documented: a warning here, and the emulator takes both.',
    'OneSpan’s description requires signerType and timezoneId of signers, which Conga’s sample of 2017 lacks; the emulator answers them. It requires knowledgeBasedAuthentication as an object, where the sample has null; the emulator answers null.',
    'What adding, updating or removing a role answers once the package is SENT, COMPLETED or DECLINED is not documented; the emulator allows it.',
    'Whether a role ID that is taken is refused is not documented; the emulator refuses it, since it could not tell the roles apart.',
    'What the signing URL call answers for a draft is not documented, only that it cannot be done; the emulator says 404.',
    'That a sent package must be set back to DRAFT before its roles are reordered is documented by OneSpan; what is answered otherwise is not.',
    'How the signers of an update are merged with those that are there is shown by one example; the emulator merges by ID, then by place.',
    'Removing, deleting and notifying answer 204 (Conga) or 200 (OneSpan), creating a package the package (Conga) or its ID only (OneSpan), changing it the package (Conga) or nothing (OneSpan), replacing approvals count and results (Conga) or a list (OneSpan): the emulator answers in the dialect of the path that is called.',
    'What POST of a status answers is not documented: the SDKs do not read it.',
    'What calls about documents, approvals and fields do once the package is SENT is not documented; the emulator allows it.',
    'Conga declares downloads as JSON texts; the emulator answers files, the PDF as application/octet-stream where OneSpan’s path is called.',
    'Whether changing a document changes its approvals is not documented: the emulator replaces lists that are given. A new approval whose role the package lacks is a warning, and the emulator takes it.',
    'What the calls do with the consent (default-consent) is not documented: the emulator lets it be read, and refuses to change it.',
    'How long names of documents may be is said by OneSpan (256 characters), not what becomes of longer ones; the emulator takes them.',
    'What the emulator answers as a PDF is what was uploaded, with a mark that it was signed by nobody; files of other kinds are not converted.',
    'Reordering documents is not emulated. The file of a document that is changed by POST stays: what the description says of several parts there is not documented further.',
    'Whether a package is completed by itself when autocomplete is left out is not documented; in the emulator it is.',
    'What a decline leaves behind in the package is not documented; the emulator adds the reason as a message.',
    'How many wrong answers lock a signer is a setting of the account whose default nobody prints; in the emulator it is three. It compares answers without regard to case, asks for answers and for codes by SMS, and lets everybody in whom it cannot ask, such as by a credit report.',
    'Conga’s description of unlocking lists the role as a body, OneSpan’s guide sends none; none is sent here, and the emulator passes over one.',
    'What an SMS notification says is not documented: in the emulator it is the code that the page asks for, and else the link.',
    'What the payload of a verification holds is not documented; it is masked. The emulator keeps a verification and asks nobody about it.',
    'Links of signer tokens are built on the host "signing" of the connection, and without one on its base URL: which OneSpan host belongs to a Conga environment is told by the API alone. Which parameter takes the token differs (senderAuthenticationToken in the descriptions, signerAuthenticationToken in the guide and the SDKs); the emulator takes both.',
    'Conga’s page sends a user token no body and answers its value; Conga’s description has an e-mail address both ways. The emulator has no designer, so that tokens of senders and users lead nowhere there.',
    'Reminders and most calls about attachments are documented by OneSpan only; that Conga has them at the same place below /cs-packages is inferred.',
    'Whether reminders can be changed after sending is contradictory (description: no, guide: yes), and what days and number are when left out is not documented: a warning here, and one in the emulator.',
    'Whether an upload completes what is to be attached, or the sender’s review does, is not documented; in the emulator the upload does, and a package with required attachments is left to the sender to complete (Conga’s page). What the upload answers is not documented.',
    'Who of an ad hoc group signs for themselves, too, is told by the kinds of members only; in the emulator AD_HOC_GROUP_MEMBER signs for the group alone, SIGNER for themselves as well, and any member’s link opens the page of the group.',
    'Callbacks are registered in two ways that contradict each other (POST /cs-callback, PUT /callback/register); the emulator tells both. It has no bounces, recordings, notaries or co-browsing, so that events of these never happen, and it fetches no OAuth token: its deliveries have no authorization then.',
    'Calls of callbacks have the seven keys that were captured, of which Conga’s page prints five; the answer that is expected, a timeout and retries are not documented.',
    'Limits of length and rate are not published.',
  ],
});
