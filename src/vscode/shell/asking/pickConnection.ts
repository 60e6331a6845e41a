import { t } from '@vscode/l10n';
import type { Connection } from '../../../core/connections/connection';
import type { Provider } from '../../../core/provider';
import type { ProviderRegistry } from '../../../core/registry';
import { connectionItem } from '../connectionLook';
import { commandIds } from '../contributions/commandIds';
import { showInfo } from '../notices';
import { executeCommand } from '../runCommand';
import type { TreeTarget } from '../treeTarget';
import { pickOne } from './pickOne';

/** Whom a command may be about. */
export interface ConnectionSource {
  readonly registry: ProviderRegistry;
  readonly connections: { list(provider: Provider): Promise<readonly Connection[]> };
}

/*
 * What a command of the tree is about, asked for as far as the node does not say it. Where there is only one
 * answer, nobody is asked. Undefined means that the user gave up.
 */

export async function pickProvider(services: ConnectionSource, known?: TreeTarget): Promise<Provider | undefined> {
  if (known !== undefined) return services.registry.provider(known.provider);
  const items = services.registry.entries.map(({ id, title, notice }) => ({
    label: title,
    ...(notice !== undefined && { description: notice }),
    value: id,
  }));
  const id = await pickOne(t('Provider'), items);
  return id === undefined ? undefined : services.registry.provider(id);
}

export interface ConnectionQuestion {
  readonly isOffered?: (connection: Connection) => boolean;
  readonly ask?: 'always' | 'whenNeeded';
}

export async function pickConnection(
  services: ConnectionSource,
  known?: TreeTarget,
  { isOffered = () => true, ask }: ConnectionQuestion = {},
): Promise<{ readonly provider: Provider; readonly connection: Connection } | undefined> {
  const provider = await pickProvider(services, known);
  if (provider === undefined) return undefined;
  const connections = (await services.connections.list(provider)).filter(isOffered);
  if (connections.length === 0) return offerToAdd(provider);
  const named = connections.find(({ id }) => id === known?.connection);
  const items = connections.map(connectionItem);
  const connection = named ?? (await pickOne(t('Connection of {0}', provider.title), items, ask));
  return connection && { provider, connection };
}

async function offerToAdd(provider: Provider): Promise<undefined> {
  const text =
    provider.emulator === undefined
      ? t('{0} has no connection yet.', provider.title)
      : t('{0} has no connection besides the emulator yet.', provider.title);
  const answer = await showInfo(text, t('Add Connection…'));
  if (answer !== undefined) await executeCommand(commandIds.addConnection, provider.id);
  return undefined;
}
