import { isoTime } from '../../../kit/times/isoTime';
import { refuse } from '../failures';
import type { WebhookReply } from '../operations/webhooks/webhookReply';
import { notFound } from './records';
import { isTold } from './requests/messages';
import type { Handlers, State } from './state';

export const webhookHandlers: Pick<
  Handlers,
  'listWebhooks' | 'createWebhook' | 'getWebhook' | 'updateWebhook' | 'deleteWebhook'
> = {
  listWebhooks: ({ state }) => ({ status: 200, body: [...state.webhooks.values()] }),
  createWebhook: ({ state, values: { body }, tools }) => {
    if (tools.isOn('trial')) return refuse('webhook-in-trial');
    const { workspaces = ['*'], secret_key: secret, ...given } = body;
    const webhook: WebhookReply = {
      id: tools.uuid(),
      ...given,
      secret_key: secret ?? tools.hex(32),
      workspaces,
      created_at: isoTime(tools.now()),
      updated_at: null,
    };
    state.webhooks.set(webhook.id, webhook);
    return { status: 201, body: webhook };
  },
  getWebhook: ({ state, values: { path } }) => {
    const webhook = webhookAt(state, path);
    return webhook === undefined ? notFound : { status: 200, body: webhook };
  },
  updateWebhook: ({ state, values: { path, body }, tools }) => {
    const webhook = webhookAt(state, path);
    if (webhook === undefined) return notFound;
    const given = Object.entries(body).filter(([, value]) => value !== undefined);
    const { secret_key: secret } = body;
    const changed: WebhookReply = {
      ...webhook,
      ...Object.fromEntries(given),
      secret_key: secret ?? webhook.secret_key,
      updated_at: isoTime(tools.now()),
    };
    state.webhooks.set(changed.id, changed);
    const reason = changed.enabled ? 'The webhook is not told of this any more.' : 'The webhook is disabled.';
    tools.withdraw(changed.id, reason, (event) => !isTold(changed, event));
    return { status: 200, body: changed };
  },
  deleteWebhook: ({ state, values: { path }, tools }) => {
    const id = path.webhookId.toLowerCase();
    if (!state.webhooks.delete(id)) return notFound;
    tools.withdraw(id, 'The webhook was deleted.');
    return { status: 204 };
  },
};

function webhookAt({ webhooks }: State, { webhookId }: { readonly webhookId: string }): WebhookReply | undefined {
  return webhooks.get(webhookId.toLowerCase());
}
