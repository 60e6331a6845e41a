import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { shownHost } from '../../core/addresses/webAddress';
import { type Connection, customEnvironmentId, emulatorConnectionId } from '../../core/connections/connection';
import { isUnchecked } from '../../core/connections/connectionTls';

/** An icon of the editor, and the color that stands for what a mistake would cost. */
interface ConnectionLook {
  readonly icon: string;
  readonly color?: string;
}

/** How a connection is drawn wherever it stands: as an emulator, unchecked, live, a test environment, or another server. */
export function lookOf(connection: Pick<Connection, 'id' | 'environment' | 'live' | 'tls'>): ConnectionLook {
  if (connection.id === emulatorConnectionId) return { icon: 'server-environment', color: 'charts.green' };
  if (isUnchecked(connection)) return { icon: 'unlock', color: 'list.errorForeground' };
  if (connection.live) return { icon: 'broadcast', color: 'charts.red' };
  if (connection.environment !== customEnvironmentId) return { icon: 'beaker', color: 'charts.blue' };
  return { icon: 'plug' };
}

/** A row of a list that asks for a connection: two of one name are told apart by their hosts. */
export function connectionItem(connection: Connection) {
  const { title, environmentTitle, baseUrl, live } = connection;
  const { icon, color } = lookOf(connection);
  const environment = title.includes(environmentTitle) ? undefined : environmentTitle;
  const host = connection.id === emulatorConnectionId ? t('on this machine') : shownHost(baseUrl);
  const words = [live ? t('live') : undefined, environment, title.includes(host) ? undefined : host];
  return {
    label: title,
    description: words.filter((word) => word !== undefined).join(' · '),
    iconPath: new vscode.ThemeIcon(icon, color === undefined ? undefined : new vscode.ThemeColor(color)),
    value: connection,
  };
}
