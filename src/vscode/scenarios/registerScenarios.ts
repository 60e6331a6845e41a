import type { OpenReplies } from '../replies/openReplies';
import type { ScenarioServices } from './scenarioServices';
import { registerTesting } from './testing/registerTesting';
import { registerScenarioText } from './text/registerScenarioText';

/** Scenario files in the editor. */
export function registerScenarios(services: ScenarioServices, replies: OpenReplies): void {
  registerTesting({ ...services, replies });
  registerScenarioText(services);
}
