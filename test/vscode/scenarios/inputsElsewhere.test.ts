import * as assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { runTests, type Testing } from '../../../src/vscode/scenarios/testing/runTests';
import { nextChoice } from '../answering';
import { listingProvider } from '../listingProvider';
import { createTestServices, type TestServices } from '../testServices';
import { testingOf } from './testingOf';
import { toldRun } from './toldRun';

const scenario = `arazzo: 1.0.1
info: {title: Read, version: '1'}
sourceDescriptions:
  - {name: api, url: 'esign:demo-notes'}
workflows:
  - workflowId: read
    inputs: {type: object, properties: {note: {type: string, default: only-on-the-emulator}}}
    steps:
      - stepId: get
        operationId: get-note
        parameters: [{name: note_id, in: path, value: $inputs.note}]
        successCriteria: [{condition: $statusCode == 200}, {condition: $response.body#/id == 'first'}]
`;

describe('A scenario on another connection', () => {
  let services: TestServices;
  let controller: vscode.TestController;
  let testing: Testing;

  beforeEach(async () => {
    services = createTestServices([{ ...listingProvider, load: async () => listingProvider }]);
    controller = vscode.tests.createTestController('esign.scenarios.elsewhere', 'Elsewhere');
    testing = testingOf(services, controller);
    await services.emulators.start();
    const baseUrl = services.emulators.address('demo-notes') ?? assert.fail('no emulator');
    await services.connections.save({ id: 'mine', provider: 'demo-notes', title: 'Mine', baseUrl });
    const mine = await services.connections.find(listingProvider, 'mine');
    assert.ok(!('kind' in mine));
    await services.credentials.give(mine, { clientId: 'demo-client', clientSecret: 'demo-secret' });
    await services.context.workspaceState.update('esign.scenarios.connections', { 'demo-notes': 'mine' });
  });

  afterEach(async () => {
    controller.dispose();
    await services.dispose();
    const settings = vscode.workspace.getConfiguration('esign');
    await settings.update('connections', undefined, vscode.ConfigurationTarget.Global);
  });

  async function run(): Promise<readonly string[]> {
    const uri = vscode.Uri.file(join(services.storage, 'read.arazzo.yaml'));
    writeFileSync(uri.fsPath, scenario);
    await testing.items.read(uri);
    const told = toldRun();
    const { signal } = new AbortController();
    await runTests(testing, new vscode.TestRunRequest(), told.run, { onEmulator: false, signal });
    assert.deepEqual(
      told.messages.map(({ message }) => String(message)),
      [],
    );
    return told.outcomes;
  }

  it('is asked once for what that has in the place of an id that it does not know', async () => {
    const asked = nextChoice();
    const first = run();
    const { placeholder } = await asked.next;
    assert.equal(placeholder, 'Which note in the place of only-on-the-emulator?');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.deepEqual(await first, ['started get', 'passed get']);
    asked.stop();
    // Nobody answers this time.
    assert.deepEqual(await run(), ['started get', 'passed get']);
  });
});
