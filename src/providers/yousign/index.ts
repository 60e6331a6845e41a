import { cheapestCall } from '../../kit/calls';
import { defineProvider } from '../../kit/defineProvider';
import { production, sandbox } from '../../kit/environments';
import { about } from './about';
import { auth } from './auth';
import { calls } from './calls';
import { disputes } from './disputes';
import { failures } from './failures';
import { lookalikes } from './lookalikes';
import { nextSteps } from './nextSteps';
import { operations } from './operations/operations';
import { listUsers } from './operations/users';
import { choices } from './resources/choices';
import { procedureCollection } from './resources/procedures';
import { webhooks } from './webhooks';

export const yousign = defineProvider({
  ...about,
  environments: [
    sandbox('staging', 'Staging (retired)', 'https://staging-api.yousign.com', {
      app: 'https://staging-app.yousign.com',
    }),
    production('Production (retired)', 'https://api.yousign.com', { app: 'https://webapp.yousign.com' }),
  ],
  auth,
  operations,
  cheapestCall: cheapestCall(listUsers, {}),
  nextSteps,
  failures,
  calls,
  lookalikes,
  resources: { collections: [procedureCollection], choices },
  emulator: async () => (await import('./emulator')).emulator,
  disputes,
  webhooks,
  gaps: [
    'Yousign’s own documentation of v2 is gone; what is said here comes from a mirror, a Swagger file and clients. That v2 stopped in December 2024 comes from one client’s README.',
    'No text of an error is published, only statuses and the keys of the body; the texts of the emulator are those of the framework with this error format.',
    'GET /members/{id} is in no description, but used in production by public clients.',
    'The default authentication of a member is custom with SMS in the documentation, none with e-mail in one client; the emulator says the first.',
    'The position of a member who is given none is not documented; the emulator takes the next number.',
    'What adding, changing or deleting a member does once the procedure is started is not documented; the emulator allows it.',
    'What starting a procedure does that is started already is not documented; the emulator leaves it as it is.',
    'Whether a draft without members can be started is not documented, only that a procedure needs members when it is created and started at once; the emulator refuses it.',
    'Whether the domain of an e-mail address exists is checked by the API, not by the emulator.',
    'How long a member stays in processing is not documented; in the emulator, who signs is done at once, and one demo member stays in processing.',
    'What a link shows before the procedure is started, after it ended, or out of turn is not documented; the pages of the emulator are made up.',
    'The web app of staging is staging-app in most clients, staging-webapp in one; a connection may choose another host.',
    'The hash of an uploaded file and the proof of a signature are made up in the emulator, and files are not changed by signing.',
    'Limits of length, size and rate are not published, nor the answers 403 and 429.',
    'Whether POST /signature_uis and POST /signature_ui_labels answer 201 (documentation, for the first) or 200 (Swagger file) is contradictory; the emulator says 201. PUT /signature_uis answers the whole signature UI here; the Swagger file names the class of its input.',
    'What a new signature UI says where nothing was given is not documented but for yes and no; null, 100 percent and all languages of the documented example stand there in the emulator. Labels, style and toggles change nothing on its pages, redirects do.',
    'The body of a webhook is documented as the objects it holds, procedure and for members also member, and not by their names; in the emulator they are procedure and member. Nothing is sent from there: what would be sent is listed at /__emulator/deliveries. comment.created is never told, since no call makes one.',
    'Whether each null that replies print is taken back is not documented. Here it is, with an empty list for an empty map and a whole object for its ID, so that what was read can be sent again.',
    'Which files a duplicated procedure has of its own, and what its proof is before all have signed, is not documented. In the emulator the copies of members sign the same files, and the proof holds those of members who have signed, and is not found before.',
    'One-time codes, server stamps, archives, consents and the administration of users are not covered.',
  ],
});
