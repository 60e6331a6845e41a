import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { commandIds } from '../../shell/contributions/commandIds';
import { scenarioFileGlob, scenarioTests } from '../../shell/ids';
import { showInfo } from '../../shell/notices';
import { registerCommand } from '../../shell/runCommand';
import type { DebugRuns } from '../debugging/registerDebugging';
import type { Journeys } from '../picture/journeys';
import { ChosenConnections } from '../running/chosenConnections';
import { findScenarios, isScenario } from '../scenarioFiles';
import type { RunningServices } from '../scenarioServices';
import { registerApiPages } from './coverage/apiPages';
import { isTested, ScenarioItems } from './scenarioItems';
import { StepReplies } from './stepReplies';
import { type TestProfile, TestProfiles } from './testProfiles';

/** Scenario files in the Testing view. What reads and runs them is loaded when somebody looks at one. */
export function registerTesting(services: RunningServices, debugRuns: DebugRuns, journeys: Journeys): void {
  const { context, log } = services;
  const controller = vscode.tests.createTestController(scenarioTests, t('E-Sign Scenarios'));
  const items = new ScenarioItems(controller, log);
  const replies = new StepReplies(services.replies);
  const chosen = new ChosenConnections(context);
  const profiles = new TestProfiles(controller, { services, items, replies, chosen, journeys }, debugRuns);
  const findAll = async (): Promise<void> => {
    for (const uri of await findScenarios()) items.add(uri);
  };
  controller.resolveHandler = async (item) => {
    const uri = item && items.partOf(item)?.uri;
    await (uri === undefined ? findAll() : items.read(uri));
  };
  controller.refreshHandler = async () => {
    await findAll();
    await Promise.all(items.files.map(({ uri }) => uri && items.read(uri)));
  };
  registerApiPages(services);
  context.subscriptions.push(controller, ...watchFiles(items));
  registerCommand(services, commandIds.scenario.run, (...part) => runPart(items, profiles, 'run', ...part));
  registerCommand(services, commandIds.scenario.debug, (...part) => runPart(items, profiles, 'debug', ...part));
  registerCommand(services, commandIds.scenario.chooseConnection, () => chosen.change(services));
  registerCommand(services, commandIds.scenario.openReply, (tested) =>
    replies.open(tested !== undefined && 'test' in tested ? tested.test : tested),
  );
}

/** Keeps the view as the files are: on the disk, and in editors before they are saved. */
function watchFiles(items: ScenarioItems): readonly vscode.Disposable[] {
  const watcher = vscode.workspace.createFileSystemWatcher(scenarioFileGlob);
  const readIfTested = (uri: vscode.Uri): void => {
    if (isTested(uri)) void items.read(uri);
  };
  /** A file that nobody looked at yet is not read for that. */
  const readAgain = (uri: vscode.Uri): void => {
    const item = items.file(uri);
    if (item === undefined) readNew(items, uri);
    else if (item.children.size > 0 || item.error !== undefined) void items.read(uri);
  };
  for (const { uri } of vscode.workspace.textDocuments) readIfTested(uri);
  return [
    watcher,
    watcher.onDidCreate((uri) => readNew(items, uri)),
    watcher.onDidChange(readAgain),
    watcher.onDidDelete((uri) => items.remove(uri)),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => readIfTested(uri)),
    vscode.workspace.onDidChangeTextDocument(({ document }) => readIfTested(document.uri)),
  ];
}

function readNew(items: ScenarioItems, uri: vscode.Uri): void {
  if (isTested(uri)) items.add(uri);
}

/** Runs what a place in the text stands for. */
async function runPart(
  items: ScenarioItems,
  profiles: TestProfiles,
  profile: TestProfile,
  given?: vscode.Uri,
  workflowId?: string,
  stepId?: string,
): Promise<void> {
  const uri = given ?? vscode.window.activeTextEditor?.document.uri;
  if (uri === undefined || !isScenario(uri)) {
    await showInfo(t('Open a scenario (*.arazzo.yaml) to run it.'));
    return;
  }
  await items.read(uri);
  const part = { uri, ...(workflowId !== undefined && { workflowId }), ...(stepId !== undefined && { stepId }) };
  const item = items.find(part) ?? items.file(uri);
  if (item !== undefined) await profiles.runItem(profile, item);
}
