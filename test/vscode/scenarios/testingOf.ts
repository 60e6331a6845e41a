import type * as vscode from 'vscode';
import { OpenReplies } from '../../../src/vscode/replies/openReplies';
import { Journeys } from '../../../src/vscode/scenarios/picture/journeys';
import { ChosenConnections } from '../../../src/vscode/scenarios/running/chosenConnections';
import type { Testing } from '../../../src/vscode/scenarios/testing/runTests';
import { ScenarioItems } from '../../../src/vscode/scenarios/testing/scenarioItems';
import { StepReplies } from '../../../src/vscode/scenarios/testing/stepReplies';
import type { TestServices } from '../testServices';

/** What runs scenarios for a view of tests. */
export function testingOf(services: TestServices, controller: vscode.TestController): Testing {
  const running = { ...services, replies: new OpenReplies(services) };
  return {
    services: running,
    items: new ScenarioItems(controller, services.log),
    replies: new StepReplies(running.replies),
    chosen: new ChosenConnections(services.context),
    journeys: new Journeys(),
  };
}
