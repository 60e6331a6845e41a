import { t } from '@vscode/l10n';
import type { Provider } from '../../core/provider';
import type { ProviderRegistry } from '../../core/registry';
import { showInput } from '../shell/asking/boxes';
import { pickOne } from '../shell/asking/pickOne';
import type { PickItem } from '../shell/asking/steps';
import { askModal, showInfo } from '../shell/notices';
import type { WebhookSecretKeeper } from './webhookSecretKeeper';

/** A webhook secret that is kept: whose webhooks it proves. */
export interface KeptWebhookSecret {
  readonly webhooksOf: Provider;
}

type Act = 'replace' | 'move' | 'remove';

export async function itemsOfWebhookSecrets(
  registry: ProviderRegistry,
  secrets: WebhookSecretKeeper,
): Promise<readonly PickItem<KeptWebhookSecret>[]> {
  const items: PickItem<KeptWebhookSecret>[] = [];
  for (const provider of await proving(registry)) {
    const { id, title } = provider;
    if ((await secrets.get(id)) === undefined) continue;
    const description = [t('webhooks'), ...(secrets.isOfSession(id) ? [t('until this window closes')] : [])];
    items.push({
      label: title,
      description: description.join(' · '),
      detail: t('Secret that proves the webhooks of all connections of {0}; it is sent nowhere', title),
      value: { webhooksOf: provider },
    });
  }
  return items;
}

export async function manageWebhookSecret(
  registry: ProviderRegistry,
  secrets: WebhookSecretKeeper,
  { webhooksOf: provider }: KeptWebhookSecret,
): Promise<void> {
  const acts: readonly PickItem<Act>[] = [
    { label: t('$(key) Replace…'), description: t('enter another one'), value: 'replace' },
    { label: t('$(arrow-right) Move to another API…'), value: 'move' },
    { label: t('$(trash) Remove'), value: 'remove' },
  ];
  const act = await pickOne(t('What to do with the webhook secret of {0}?', provider.title), acts, 'always');
  if (act === 'replace') await enterWebhookSecret(secrets, provider.id);
  else if (act === 'move') await move(registry, secrets, provider);
  else if (act === 'remove') {
    await secrets.set(provider.id, '');
    void showInfo(t('The webhook secret of {0} is forgotten.', provider.title));
  }
}

export async function enterWebhookSecret(secrets: WebhookSecretKeeper, provider: string): Promise<void> {
  const secret = await showInput({
    title: t('Webhook Secret'),
    prompt: t('It is kept in the secret storage, sent nowhere and never shown. Empty forgets the one that is kept.'),
    password: true,
  });
  if (secret !== undefined) await secrets.set(provider, secret);
}

/** Of those whose webhooks prove where they come from. */
export async function pickWebhooksOf(registry: ProviderRegistry, but?: string): Promise<Provider | undefined> {
  const offered = (await proving(registry)).filter(({ id }) => id !== but);
  return pickOne(
    t('Whose webhooks?'),
    offered.map((provider) => ({ label: provider.title, value: provider })),
    'always',
  );
}

async function proving(registry: ProviderRegistry): Promise<readonly Provider[]> {
  return (await registry.all()).filter(({ webhooks }) => webhooks !== undefined && webhooks.proof.kind !== 'none');
}

async function move(registry: ProviderRegistry, secrets: WebhookSecretKeeper, from: Provider): Promise<void> {
  const to = await pickWebhooksOf(registry, from.id);
  if (to === undefined) return;
  const isReplaced = (await secrets.get(to.id)) !== undefined;
  const answer =
    isReplaced &&
    (await askModal(
      t('Move the webhook secret of {0} to {1}?', from.title, to.title),
      t('{0} has one already, which is replaced and cannot be brought back.', to.title),
      t('Move'),
    ));
  if (answer === undefined) return;
  await secrets.move(from.id, to.id);
  void showInfo(t('{0} has the webhook secret now.', to.title));
}
