import { t } from '@vscode/l10n';
import { configured, pickConfigured } from '../shell/asking/pickConfigured';
import { pickConnection } from '../shell/asking/pickConnection';
import { commandIds } from '../shell/contributions/commandIds';
import { showInfo } from '../shell/notices';
import { registerCommand } from '../shell/runCommand';
import { type TreeTarget, targetOf } from '../shell/treeTarget';
import type { CredentialServices } from './credentialServices';

export function registerCredentials(services: CredentialServices): void {
  registerCommand(services, commandIds.enterCredentials, (node) => enterCredentials(services, targetOf(node)));
  registerCommand(services, commandIds.confirmAddress, (node) => confirmAddress(services, targetOf(node)));
  registerCommand(services, commandIds.manageCredentials, async () =>
    (await import('./manageCredentials')).manageCredentials(services),
  );
  registerCommand(services, commandIds.moveProxyCredentials, async () =>
    (await import('./moveProxyAccount')).moveProxyAccount(services),
  );
  registerCommand(services, commandIds.forgetCredentials, (node) => forgetCredentials(services, targetOf(node)));
}

async function enterCredentials(services: CredentialServices, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickConnection(services, known, configured);
  if (picked === undefined) return;
  await services.credentials.enter(picked.provider, picked.connection);
}

/** Asks whether the connection's address may have what was given for another one. */
async function confirmAddress(services: CredentialServices, known: TreeTarget | undefined): Promise<void> {
  const picked = await pickConnection(services, known, configured);
  if (picked !== undefined) await services.credentials.ask(picked.provider, picked.connection);
}

async function forgetCredentials(services: CredentialServices, known: TreeTarget | undefined): Promise<void> {
  const target = await pickConfigured(services, known);
  if (target === undefined) return;
  await services.credentials.forget(target.provider, target.connection);
  void showInfo(t('The credentials of "{0}" are forgotten.', target.connection));
}
