import type { OpenHistory } from '../../core/history/entry';
import type { ProviderRegistry } from '../../core/registry';
import type { Connections } from '../connections/connections';
import type { ShellServices } from '../shell/shellServices';

export interface PortableServices extends ShellServices {
  readonly registry: ProviderRegistry;
  readonly connections: Connections;
  readonly history: OpenHistory;
}
