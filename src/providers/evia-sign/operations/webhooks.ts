import * as z from 'zod';
import { defineOperation, defineRule } from '../../../core/operation';
import { localReceiver } from '../../../core/webhooks/localReceiver';
import { requiredChoice, requiredList } from '../../../kit/fields';
import { writes } from '../../../kit/mending/mends';
import { errorReply } from '../errors';
import { sources } from '../sources';

const registerRequest = {
  body: z.object({
    url: z.url().meta({
      title: 'URL',
      description:
        'Where the API reports what happens: a public address with https; for the emulator also http on this machine.',
      examples: ['https://example.com/evia/webhook'],
      errorMessage: 'Enter an address, for example https://example.com/evia/webhook.',
    }),
    events: requiredList(
      requiredChoice(
        { 'request.sent': 'Request sent', 'request.completed': 'Request completed' },
        'Event',
        'What is reported. The documentation names these two.',
        {
          meanings: {
            'request.sent': 'A request went out to its signatories.',
            'request.completed': 'All signatories have signed.',
          },
        },
      ),
      'Events',
      'What is reported.',
      'Event',
      { examples: [['request.sent', 'request.completed']] },
    ),
  }),
};

const insecure = /^http:/i;

const isSecure = defineRule<typeof registerRequest>({
  failure: 'webhook-url-not-public',
  statement: 'The URL of a webhook begins with https.',
  check: ({ body }) =>
    body?.url === undefined || /^https:/i.test(body.url) || localReceiver.test(body.url)
      ? []
      : [
          {
            pointer: '/body/url',
            message: 'A webhook has a public address with https.',
            ...(insecure.test(body.url) && { mend: writes('/body/url', body.url.replace(insecure, 'https:')) }),
          },
        ],
});

/** What comes back is not documented: anything is taken, and what reads like the subscription is shown. */
const webhookReply = z.looseObject({
  id: z.string().optional(),
  url: z.string().optional(),
  events: z.array(z.string()).optional(),
});

export const registerWebhook = defineOperation({
  id: 'evia-sign/register-webhook',
  title: 'Register a webhook',
  summary: 'Has the API report at an address of yours when requests are sent and completed.',
  method: 'POST',
  path: '/_apis/sign/api/v2/webhooks',
  docs: sources.webhooks,
  request: registerRequest,
  replies: { 200: webhookReply, 400: errorReply, 401: errorReply },
  illustrative: { 200: ['status', 'body'] },
  rules: [isSecure],
  failures: ['bad-request', 'unauthorized', 'webhook-url-not-public'],
  examples: [
    {
      title: 'Both events',
      source: 'documented',
      body: { url: 'https://example.com/evia/webhook', events: ['request.sent', 'request.completed'] },
    },
  ],
});
