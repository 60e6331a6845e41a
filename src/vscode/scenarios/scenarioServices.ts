import type { ConnectionServices } from '../connections/connectionServices';
import type { OpenReplies } from '../replies/openReplies';
import type { SendingServices } from '../sending/sender';

export interface ScenarioServices extends ConnectionServices, SendingServices {}

/** What running scenarios takes besides. */
export interface RunningServices extends ScenarioServices {
  readonly replies: OpenReplies;
}
