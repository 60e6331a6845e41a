import { defineProvider } from '../../kit/defineProvider';
import { production } from '../../kit/environments';
import { about } from './about';
import { auth, undocumentedLogin } from './auth';
import { calls } from './calls';
import { disputes } from './disputes';
import { failures } from './failures';
import { nextSteps } from './nextSteps';
import { operations } from './operations/operations';
import { requestCollection } from './resources';
import { webhooks } from './webhooks';

export const eviaSign = defineProvider({
  ...about,
  environments: [production('Production', 'https://evia.enadocapp.com', { login: 'https://evia.enadocapp.com' })],
  pathPrefix: {
    default: '/_apis/sign',
    known: ['/_apis/sign', ''],
    description:
      'What stands before /api/v2. Some pages print it as part of the base URL and begin their paths with /api/v2.',
  },
  auth,
  operations,
  nextSteps,
  failures,
  calls,
  resources: { collections: [requestCollection] },
  emulator: async () => (await import('./emulator')).emulator,
  disputes,
  webhooks,
  gaps: [
    ...undocumentedLogin,
    'That a recipient has completed is documented as the cause of a 400 and of a 404. The emulator says 400 while others in the request have not completed, and 404 when the whole request is completed; nothing confirms this.',
    'What an unknown old e-mail address is answered is not documented; the emulator says 404 "Editing isn’t allowed for this recipient."',
    'What an unknown request ID is answered is documented for sending only; the emulator answers the other calls the same way.',
    'Which fields an edit requires is not documented. Only the old e-mail address is required here, and what is left out stays as it was in the emulator.',
    'Whether addresses are compared with or without their case is not documented. The emulator finds recipients in any case, and refuses only addresses that are the same letter by letter.',
    'Whether a recipient can be edited before the request was sent, or after it was declined, and whether an edit tells the recipient again, is not documented; the emulator allows it and tells nobody.',
    'That the same user cannot be in a request twice is documented for editing; the emulator refuses it for adding, too, since editing finds recipients by their address.',
    'The shape of errors is not documented for version 2: texts are, and the emulator sends them as version 1 does, {"error":"…"}. The status of a successful edit is not stated; it is taken to be 200.',
    'What the numbers of OTP.Type, AuthorType, OffsetType and CallbackTypes stand for is not documented; samples are shown as they are.',
    'How long an authorization code is good, and whether it can be used twice, is not documented; the demo code of the emulator can be used again and again.',
    'Refresh tokens come from third-party code and from version 1. The emulator returns one with each token, and keeps it good.',
    'Errors of the token call are not documented; the emulator answers as OAuth 2.0 says.',
    'Whether stampsCount counts the stamps of one call or all of the signatory is not documented; the emulator counts all.',
    'Types of request other than the skeleton are listed without their values; the emulator treats them alike.',
    'embeddedSigningUrl is null in the only sample, and so it is in the emulator. What it looks like otherwise, and how long it lives, is not documented.',
    'Links to sign are mailed. The emulator mails nothing: its signing pages are opened from the recipients in the tree of the emulator, are listed at /__emulator/signers, and ask for neither one-time password nor access code.',
    'Callbacks are documented for version 1 only: their numbers are taken for those of CallbackTypes, request.sent for 1 and request.completed for 3, and without a list all are sent. 5, for who declined, comes from third-party code; whose name stands in the last one, and whether 1 is sent for each who is asked, is assumed.',
    'Requests cannot be listed, read, reminded or withdrawn by a documented call of version 2. Titles, recipients and statuses in the tree of the emulator are the emulator’s own knowledge; elsewhere they are not shown.',
    'What registering a webhook returns, how one is changed or deleted, and what its deliveries hold is not documented. The emulator returns what was sent with an ID.',
    'Documents are listed and downloaded by third-party code only; no page shows the two calls. In the emulator files are not changed by signing: what comes down is what went up.',
    'Limits of size, length and rate are not published, and there is no documented test environment.',
  ],
});
