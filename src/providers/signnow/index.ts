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
import { getUser } from './operations/getUser';
import { operations } from './operations/operations';
import { choices } from './resources/choices';
import { documentCollection } from './resources/documents';
import { groupCollection } from './resources/groups';
import { groupTemplateCollection, templateCollection } from './resources/templates';
import { sdk } from './sdk';
import { webhooks } from './webhooks';

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
  cheapestCall: cheapestCall(getUser, {}),
  nextSteps,
  failures,
  calls,
  lookalikes,
  sdk,
  resources: {
    collections: [documentCollection, groupCollection, templateCollection, groupTemplateCollection],
    choices,
  },
  emulator: async () => (await import('./emulator')).emulator,
  disputes,
  webhooks,
  gaps: [
    'The codes of the errors of the embedded invite calls are not published, but for 1537, 19001010, 19002001 and 19019003.',
    'The live API was seen to refuse a link with "The field invite is not pending or fulfilled." So a link to a fulfilled invite is made here, though a client says that only pending ones have links.',
    'GET /document was seen to print the address of an embedded invite with the name of the application in parentheses; here that name is E-Sign Workbench.',
    'embedded_signer is an object, as it was seen; official clients expect a list.',
    'How long a link lives when link_expiration is null or left out is not documented.',
    'No source prints what POST /document/{id}/invite refuses, but for a malformed address (65585) and an empty sender.',
    'What resending and reassigning an invite answers is not recorded.',
    'A deleted invite lets the next step open at once; whether the API waits for a replacement to be sent is not documented.',
    'The order of a new invite for a role that is not made as the one before is not documented; here it is 1.',
    'What the lists of embedded invites of a document answer is printed nowhere, so that the emulator has not these calls.',
    'No source prints what the calls of event subscriptions answer. Here they tell the last answer of an address; one that the emulator does not call is said to have answered 200.',
    'Whether all roles of a document must be invited by mail is not documented; here they need not.',
    'A document that is not a PDF is not converted here: what is downloaded is a page with its name. Histories (with_history) are not added.',
    'An official client reads a document after it was deleted; here it is gone.',
    'What name_formula does is not documented.',
    'The reply of a group invite is printed as broken JSON; every client reads an object with one ID.',
    'Whether a declined invite still counts as active is not documented; here it does not.',
    'Whether a link opens more than one session is not documented.',
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
