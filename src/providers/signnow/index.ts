import { defineProvider } from '../../kit/defineProvider';
import { production, sandbox } from '../../kit/environments';
import { about } from './about';
import { auth } from './auth';
import { calls } from './calls';
import { failures } from './failures';
import { lookalikes } from './lookalikes';
import { nextSteps } from './nextSteps';
import { operations } from './operations/operations';
import { documentCollection } from './resources/documents';
import { groupCollection } from './resources/groups';
import { groupTemplateCollection, templateCollection } from './resources/templates';

export const signnow = defineProvider({
  ...about,
  environments: [
    sandbox('test', 'Test', 'https://api-eval.signnow.com', {
      app: 'https://app-eval.signnow.com',
      site: 'https://eval.signnow.com',
    }),
    production('Production', 'https://api.signnow.com', {
      app: 'https://app.signnow.com',
      site: 'https://signnow.com',
    }),
  ],
  auth,
  operations,
  nextSteps,
  failures,
  calls,
  lookalikes,
  resources: { collections: [documentCollection, groupCollection, templateCollection, groupTemplateCollection] },
  emulator: async () => (await import('./emulator')).emulator,
  gaps: [
    'The codes of the errors of the embedded invite calls are not published, but for 1537, 19001010, 19002001 and 19019003.',
    'Whether invites are created with 200 or 201 is not documented; official mocks say 200.',
    'How long a link lives when link_expiration is null or left out is not documented.',
    'What name_formula does is not documented.',
    'The reply of a group invite is printed as broken JSON; every client reads an object with one ID.',
    'Whether a declined invite still counts as active is not documented; here it does not.',
    'Whether a link opens more than one session is not documented.',
    'Whether documents without fields can be grouped: the OpenAPI description demands one with fields, the examples of four official clients make such groups. Here they are made, and refused when somebody is asked to sign.',
    'What /v2/event-subscriptions answers is not printed anywhere: here it is what the older address answers.',
    'How the ID of the document is added to a callback address (docid_queryparam) is not documented; here it is not added.',
    'What a subscription to an event that does not exist is answered is not documented; here it is made, and never told of anything.',
    'Whether those invited are told when a group invite is cancelled is not documented; here they are not.',
    'Whether one who signs the documents of a group one by one gets a mail for each is not documented; here they do.',
    'Signing groups (email_group) are accepted and have no effect here: whoever is named by address is invited.',
    'Documents that are downloaded as one PDF are not joined here: a page names each; the archive has them whole. Their history never comes along.',
    'What setting the recipients of a group answers is not documented.',
    'Limits of redirect URIs are documented for embedded sending only.',
  ],
});
