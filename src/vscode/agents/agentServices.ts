import type { OpenHistory } from '../../core/history/entry';
import type { ConnectionServices } from '../connections/connectionServices';
import type { OpenedConnections } from '../connections/openedConnections';
import type { Emulators } from '../emulator/emulators';
import type { OpenReplies } from '../replies/openReplies';
import type { SendingServices } from '../sending/sender';

export interface AgentServices extends ConnectionServices, SendingServices {
  readonly history: OpenHistory;
  readonly emulators: Emulators;
  readonly opened: OpenedConnections;
  readonly replies: Pick<OpenReplies, 'keep'>;
}
