import { t } from '@vscode/l10n';
import { quotable } from '../../core/quoting/oneLine';
import { pickConfigured } from '../shell/asking/pickConfigured';
import { commandIds } from '../shell/contributions/commandIds';
import { askModal } from '../shell/notices';
import { registerCommand } from '../shell/runCommand';
import { type TreeTarget, targetOf } from '../shell/treeTarget';
import type { ConnectionServices } from './connectionServices';

export function registerConnections(services: ConnectionServices): void {
  registerCommand(services, commandIds.removeConnection, (node) => removeConnection(services, targetOf(node)));
}

export async function removeConnection(services: ConnectionServices, known: TreeTarget | undefined): Promise<void> {
  const target = await pickConfigured(services, known);
  if (target === undefined) return;
  const answer = await askModal(
    t('Remove the connection "{0}"?', quotable(target.connection)),
    t('Its credentials are forgotten. Requests that name it stay and can be given another one.'),
    t('Remove'),
  );
  if (answer === undefined) return;
  await services.credentials.forget(target.provider, target.connection);
  await services.connections.remove(target.provider, target.connection);
}
