import { t } from '@vscode/l10n';
import type { Connection } from '../../core/connections/connection';
import type { Provider } from '../../core/provider';
import { tokenLife } from '../../core/sending/tokens/tokenLife';
import type { CredentialKeeper } from '../credentials/credentialKeeper';
import type { SendingServices } from '../sending/sender';
import { type ConnectionSource, pickConnection } from '../shell/asking/pickConnection';
import { commandIds } from '../shell/contributions/commandIds';
import { showInfo, showProgress } from '../shell/notices';
import { registerCommand } from '../shell/runCommand';
import { type TreeTarget, targetOf } from '../shell/treeTarget';
import { type StatusServices, TokenStatus } from './tokenStatus';

export interface TokenServices extends SendingServices, ConnectionSource {
  readonly connections: ConnectionSource['connections'] & StatusServices['connections'];
  readonly credentials: CredentialKeeper;
}

/** The tokens of this window: how long they live, and how to get others. */
export function registerTokens(services: TokenServices): void {
  services.context.subscriptions.push(new TokenStatus(services));
  registerCommand(services, commandIds.newToken, (node) => getNewToken(services, targetOf(node)));
  registerCommand(services, commandIds.forgetToken, (node) => forgetToken(services, targetOf(node)));
}

export async function getNewToken(services: TokenServices, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickConnection(services, known);
  if (picked === undefined) return;
  const { provider, connection } = picked;
  if (provider.auth.acquire === undefined) {
    void showInfo(t('{0} takes the key itself: there is no token to get.', provider.title));
    return;
  }
  const credentials = await credentialsFor(services, provider, connection);
  if (credentials === undefined) return;
  const title = t('Getting a new token for "{0}"…', connection.title);
  const token = await showProgress({ title }, () => services.sender.renewToken(provider, connection, credentials));
  const life =
    token.expiresAt === undefined
      ? t('It does not say how long it lives.')
      : t('It lives for {0}.', tokenLife(token, Date.now()));
  void showInfo(t('"{0}" has a new token. {1}', connection.title, life));
}

async function credentialsFor({ credentials }: TokenServices, provider: Provider, connection: Connection) {
  const found = await credentials.read(connection);
  return found.kind === 'found' ? found.credentials : credentials.ask(provider, connection);
}

export async function forgetToken(services: TokenServices, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickConnection(services, known);
  if (picked === undefined) return;
  services.sender.forgetToken(picked.connection);
  void showInfo(t('The token of "{0}" is forgotten. The next call gets another one.', picked.connection.title));
}
