import { t } from '@vscode/l10n';
import { shownHost } from '../../core/addresses/webAddress';
import { type Connection, receiverName } from '../../core/connections/connection';
import type { Provider } from '../../core/provider';
import { quotable } from '../../core/quoting/oneLine';
import { listed } from '../../protocol/turns';
import { configured } from '../shell/asking/pickConfigured';
import { pickConnection } from '../shell/asking/pickConnection';
import { pickOne } from '../shell/asking/pickOne';
import type { PickItem } from '../shell/asking/steps';
import { askModal, showInfo } from '../shell/notices';
import { questionsOfKind } from './credentialFields';
import type { KeptCredentials } from './credentialKeeper';
import type { CredentialServices } from './credentialServices';
import { itemsOfWebhookSecrets, type KeptWebhookSecret, manageWebhookSecret } from './manageWebhookSecrets';
import { type ProxyAccounts, proxyAccounts } from './proxyAccounts';
import { webhookSecrets } from './webhookSecretKeeper';

type Act = 'replace' | 'move' | 'remove';

/** Everything that is kept, by names: what it is, for whom it was given, and what can be done with it. */
export async function manageCredentials(services: CredentialServices): Promise<void> {
  const all = await services.credentials.list();
  const accounts = proxyAccounts(services.context, services.log);
  const proxies = accounts.list();
  const secrets = webhookSecrets(services.context, services.log);
  const proofs = await itemsOfWebhookSecrets(services.registry, secrets);
  if (all.length === 0 && proxies.length === 0 && proofs.length === 0)
    return void showInfo(t('No credentials are kept. Connections are asked for them when they are used.'));
  const kept = await pickOne<KeptCredentials | KeptWebhookSecret | string>(
    t('Credentials that are kept'),
    Promise.all([...all.map((one) => itemOf(services, one)), ...proofs, ...proxies.map(itemOfProxy)]),
    'always',
  );
  if (kept === undefined) return;
  if (typeof kept === 'string') await forgetProxy(accounts, kept);
  else if ('webhooksOf' in kept) await manageWebhookSecret(services.registry, secrets, kept);
  else await manageOne(services, kept);
}

async function manageOne(services: CredentialServices, kept: KeptCredentials): Promise<void> {
  const found = await connectionOf(services, kept);
  const act = await pickOne(t('What to do with the credentials of {0}?', kept.connection), actsOn(found), 'always');
  if (act === 'remove') await remove(services, kept);
  else if (act === 'move') await move(services, kept);
  else if (act === 'replace' && found !== undefined) await services.credentials.enter(found.provider, found.connection);
}

function itemOfProxy(proxy: string): PickItem<string> {
  return { label: proxy, description: t('proxy'), detail: t('User name and password for {0}', proxy), value: proxy };
}

async function forgetProxy(accounts: ProxyAccounts, proxy: string): Promise<void> {
  const remove = {
    label: t('$(trash) Remove'),
    description: t('VS Code asks for them when the proxy wants some'),
    value: true,
  };
  if ((await pickOne(t('What to do with the account of {0}?', proxy), [remove], 'always')) !== true) return;
  await accounts.forget(proxy);
  void showInfo(t('The account of {0} is forgotten.', proxy));
}

interface Found {
  readonly provider: Provider;
  readonly connection: Connection;
}

/** Undefined where the connection has gone, or cannot be used. */
async function connectionOf(
  { registry, connections }: CredentialServices,
  kept: KeptCredentials,
): Promise<Found | undefined> {
  const provider = await registry.provider(kept.provider);
  const connection = provider && (await connections.list(provider)).find(({ id }) => id === kept.connection);
  return provider && connection && { provider, connection };
}

async function itemOf(services: CredentialServices, kept: KeptCredentials): Promise<PickItem<KeptCredentials>> {
  const provider = await services.registry.provider(kept.provider);
  const found = await connectionOf(services, kept);
  const parts = [
    provider?.title ?? kept.provider,
    found === undefined ? t('the connection has gone') : undefined,
    kept.isOfSession ? t('until this window closes') : undefined,
  ];
  return {
    label: found?.connection.title ?? kept.connection,
    description: parts.filter((part) => part !== undefined).join(' · '),
    detail: t('{0} for {1}', titlesOf(provider, kept.names), listed(kept.origins.map(shownReceiver))),
    value: kept,
  };
}

function titlesOf(provider: Provider | undefined, names: readonly string[]): string {
  const fields = (provider?.auth.kinds ?? []).flatMap(questionsOfKind);
  return names.map((name) => fields.find((field) => field.name === name)?.title ?? name).join(', ');
}

function actsOn(found: Found | undefined): readonly PickItem<Act>[] {
  const replace: PickItem<Act> = { label: t('$(key) Replace…'), description: t('enter others'), value: 'replace' };
  return [
    ...(found === undefined ? [] : [replace]),
    { label: t('$(arrow-right) Move to another connection…'), value: 'move' },
    { label: t('$(trash) Remove'), value: 'remove' },
  ];
}

async function move(services: CredentialServices, kept: KeptCredentials): Promise<void> {
  const picked = await pickConnection(
    services,
    { provider: kept.provider },
    {
      isOffered: (connection) => configured.isOffered?.(connection) === true && connection.id !== kept.connection,
      ask: 'always',
    },
  );
  if (picked === undefined) return;
  const { connection } = picked;
  const wanted = listed((await services.credentials.receivers(connection)).map(receiverName));
  const answer = await askModal(
    t('Move the credentials of "{0}" to "{1}"?', quotable(kept.connection), quotable(connection.title)),
    t(
      'They were given for {0}, and will be sent to {1}. What that connection has is replaced.',
      listed(kept.origins.map(receiverName)),
      wanted,
    ),
    t('Move'),
  );
  if (answer === undefined) return;
  await services.credentials.move(kept, connection);
  void showInfo(t('"{0}" has the credentials now.', connection.title));
}

async function remove({ credentials }: CredentialServices, kept: KeptCredentials): Promise<void> {
  await credentials.drop(kept);
  void showInfo(
    t('The credentials of "{0}" for {1} are forgotten.', kept.connection, listed(kept.origins.map(shownReceiver))),
  );
}

function shownReceiver(receiver: string): string {
  return shownHost(receiverName(receiver));
}
