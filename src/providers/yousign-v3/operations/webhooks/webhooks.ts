import * as z from 'zod';
import { defineOperation, defineRule } from '../../../../core/operation';
import { writes } from '../../../../kit/mending/mends';
import { bodyRefusals, refusals } from '../../errors';
import { sources } from '../../sources';
import { sampleIds } from '../sampleIds';
import { createRequest, everything, lists, ofWebhook, updateRequest } from './webhookFields';
import { webhookReply } from './webhookReply';

const everythingAlone = defineRule<typeof updateRequest>({
  failure: 'everything-beside-names',
  statement: 'Where * stands in a list, it stands alone.',
  check: ({ body = {} }) =>
    lists
      .filter((name) => (body[name]?.length ?? 0) > 1 && body[name]?.includes(everything))
      .map((name) => ({
        pointer: `/body/${name}`,
        message: '* stands for everything: nothing may stand beside it.',
        mend: writes(`/body/${name}`, [everything]),
      })),
});

const sandboxHasNoWorkspaces = defineRule<typeof updateRequest>({
  failure: 'workspaces-in-sandbox',
  statement: 'A subscription to the sandbox is for all workspaces.',
  check: ({ body = {} }) =>
    body.sandbox === true && body.workspaces?.some((one) => one !== undefined && one !== everything)
      ? [
          {
            pointer: '/body/workspaces',
            message: 'Events of the sandbox come from all workspaces: enter * alone.',
            mend: writes('/body/workspaces', [everything]),
          },
        ]
      : [],
});
const sampleWebhook = { webhookId: sampleIds.webhook } as const;

export const listWebhooks = defineOperation({
  id: 'yousign-v3/list-webhooks',
  title: 'List webhook subscriptions',
  summary: 'Returns the webhook subscriptions of the organization, all at once.',
  method: 'GET',
  path: '/webhooks',
  docs: sources.webhooks,
  request: {},
  replies: { 200: z.array(webhookReply), ...refusals },
  failures: ['unauthorized'],
  examples: [{ title: 'All subscriptions', source: 'minimal' }],
});

export const createWebhook = defineOperation({
  id: 'yousign-v3/create-webhook',
  title: 'Create a webhook subscription',
  summary: 'Has an address called when something happens. In the API trial only the web app can.',
  method: 'POST',
  path: '/webhooks',
  docs: sources.webhooks,
  request: createRequest,
  replies: { 201: webhookReply, ...bodyRefusals },
  rules: [everythingAlone, sandboxHasNoWorkspaces],
  failures: ['unauthorized', 'everything-beside-names', 'workspaces-in-sandbox', 'webhook-in-trial'],
  examples: [
    {
      title: 'Everything that happens in the sandbox',
      source: 'minimal',
      body: {
        endpoint: 'https://example.com/webhooks/yousign',
        description: null,
        sandbox: true,
        subscribed_events: ['*'],
        scopes: ['*'],
        auto_retry: true,
        enabled: true,
      },
    },
    {
      title: 'What is done, in one workspace',
      source: 'ours',
      body: {
        endpoint: 'https://example.com/webhooks/yousign',
        description: 'Contracts of the CRM',
        sandbox: false,
        subscribed_events: ['signature_request.done', 'signer.done'],
        scopes: ['public_api'],
        workspaces: [sampleIds.workspace],
        auto_retry: true,
        enabled: true,
      },
    },
  ],
});

export const getWebhook = defineOperation({
  id: 'yousign-v3/get-webhook',
  title: 'Get a webhook subscription',
  summary: 'Returns a webhook subscription with its secret key.',
  method: 'GET',
  path: '/webhooks/{webhookId}',
  docs: sources.webhooks,
  request: { path: ofWebhook },
  replies: { 200: webhookReply, ...bodyRefusals },
  failures: ['unauthorized', 'not-found'],
  examples: [{ title: 'A subscription', source: 'minimal', path: sampleWebhook }],
});

export const updateWebhook = defineOperation({
  id: 'yousign-v3/update-webhook',
  title: 'Update a webhook subscription',
  summary: 'Changes a webhook subscription. What is left out stays as it is.',
  method: 'PATCH',
  path: '/webhooks/{webhookId}',
  docs: sources.webhooks,
  request: updateRequest,
  replies: { 200: webhookReply, ...bodyRefusals },
  rules: [everythingAlone, sandboxHasNoWorkspaces],
  failures: ['unauthorized', 'not-found', 'everything-beside-names', 'workspaces-in-sandbox'],
  examples: [{ title: 'Switched off', source: 'minimal', path: sampleWebhook, body: { enabled: false } }],
});

export const deleteWebhook = defineOperation({
  id: 'yousign-v3/delete-webhook',
  title: 'Delete a webhook subscription',
  summary: 'The address is not called any more.',
  method: 'DELETE',
  path: '/webhooks/{webhookId}',
  docs: sources.webhooks,
  request: { path: ofWebhook },
  replies: { 204: z.undefined(), ...refusals },
  failures: ['unauthorized', 'not-found'],
  examples: [{ title: 'A subscription', source: 'minimal', path: sampleWebhook }],
});
