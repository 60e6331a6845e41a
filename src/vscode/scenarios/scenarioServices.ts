import type { KnownNames } from '../../core/history/knownNames';
import type { ConnectionServices } from '../connections/connectionServices';
import type { Emulators } from '../emulator/emulators';
import type { OpenReplies } from '../replies/openReplies';
import type { SendingServices } from '../sending/sender';

export interface ScenarioServices extends ConnectionServices, SendingServices {}

/** What running scenarios takes besides. */
export interface RunningServices extends ScenarioServices {
  readonly replies: OpenReplies;
  readonly names: KnownNames;
  readonly emulators: Emulators;
}
