import type { OpenReplies } from '../replies/openReplies';
import { commandIds } from '../shell/contributions/commandIds';
import { registerCommand } from '../shell/runCommand';
import { targetOf } from '../shell/treeTarget';
import { registerDebugging } from './debugging/registerDebugging';
import type { JourneyPanel } from './picture/journeyPanel';
import { registerPicture } from './picture/registerPicture';
import { type RecordingServices, registerRecording } from './recording/registerRecording';
import type { RunningServices } from './scenarioServices';
import { registerTesting } from './testing/registerTesting';
import { registerScenarioText } from './text/registerScenarioText';

/** Scenario files in the editor. Gives the way to the one tab with the picture of a journey. */
export function registerScenarios(
  services: RecordingServices & Omit<RunningServices, 'replies'>,
  replies: OpenReplies,
): () => Promise<JourneyPanel> {
  const running = { ...services, replies };
  const { journeys, opened } = registerPicture(running);
  registerTesting(running, registerDebugging(running), journeys);
  registerScenarioText(services);
  registerRecording(services);
  registerCommand(services, commandIds.newScenario, async (node) =>
    (await import('./templates/newScenario')).newScenario(services, targetOf(node)),
  );
  return opened;
}
