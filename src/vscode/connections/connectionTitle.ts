import { t } from '@vscode/l10n';
import { emulatorConnectionId, settingTitle } from '../../core/connections/connection';
import type { Connections } from './connections';

type Settings = Pick<Connections, 'settings'>;

/** What a person calls a connection; its id where no settings know it any more. */
export function connectionTitle(connections: Settings, provider: string, id: string): string {
  if (id === emulatorConnectionId) return t('Emulator');
  const setting = connections.settings().find((one) => one.provider === provider && one.id === id);
  return setting === undefined ? id : settingTitle(setting);
}

/** The same of connections of one id, whichever providers they are of; the id where these are called differently. */
export function sharedTitle(connections: Settings, id: string): string {
  if (id === emulatorConnectionId) return t('Emulator');
  const settings = connections.settings().filter((one) => one.id === id);
  const [title = id, ...others] = new Set(settings.map(settingTitle));
  return others.length === 0 ? title : id;
}
