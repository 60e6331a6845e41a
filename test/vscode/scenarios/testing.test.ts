import * as assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import * as vscode from 'vscode';
import type { Connection } from '../../../src/core/connections/connection';
import { providers } from '../../../src/providers';
import { apiPageUri } from '../../../src/vscode/scenarios/testing/coverage/apiPages';
import { runTests, type Testing, type TestWish } from '../../../src/vscode/scenarios/testing/runTests';
import { watchTests } from '../../../src/vscode/scenarios/testing/watchTests';
import { answering } from '../answering';
import { createTestServices, type TestServices, when } from '../testServices';
import { testingOf } from './testingOf';
import { type Told, toldRun } from './toldRun';

const notes = `arazzo: 1.0.1
info: {title: Notes, version: '1'}
sourceDescriptions:
  - {name: api, url: 'esign:demo-notes'}
workflows:
  - workflowId: notes
    steps:
      - stepId: make
        operationId: create-note
        parameters: [{name: note_id, in: path, value: mine}]
        requestBody: {payload: {text: hello, copies: 1}}
      - stepId: read
        operationId: get-note
        parameters: [{name: note_id, in: path, value: mine}]
        successCriteria:
          - condition: $statusCode == 200
          - condition: $response.body#/text == 'other'
      - stepId: rest
        operationId: list-notes
`;
const removing = notes
  .replaceAll('notes', 'removing')
  .replace('esign:demo-removing', 'esign:demo-notes')
  .replace('list-removing', 'remove-note\n        parameters: [{name: note_id, in: path, value: mine}]')
  .replace("'other'", "'hello'");

describe('Scenario tests', () => {
  let services: TestServices;
  let controller: vscode.TestController;
  let testing: Testing;

  const open = (entries?: Parameters<typeof createTestServices>[0], others: Partial<TestServices> = {}): void => {
    services = { ...createTestServices(entries), ...others };
    controller = vscode.tests.createTestController('esign.scenarios.tried', 'Tried');
    testing = testingOf(services, controller);
  };

  afterEach(async () => {
    controller.dispose();
    await services.dispose();
  });

  const write = async (text: string, name = 'notes.arazzo.yaml'): Promise<vscode.Uri> => {
    const uri = vscode.Uri.file(join(services.storage, name));
    writeFileSync(uri.fsPath, text);
    await testing.items.read(uri);
    return uri;
  };

  const run = async (told: Told, wish: Partial<TestWish> = {}, include?: readonly vscode.TestItem[]): Promise<Told> => {
    const signal = new AbortController().signal;
    await runTests(testing, new vscode.TestRunRequest(include), told.run, { onEmulator: false, signal, ...wish });
    return told;
  };

  /** As a person changes a file in an editor. */
  const saveChanged = async (uri: vscode.Uri): Promise<void> => {
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), '# changed\n');
    await vscode.workspace.applyEdit(edit);
    await document.save();
  };

  it('are files, workflows and steps in their order', async () => {
    open();
    const uri = await write(notes);
    const file = testing.items.file(uri);
    assert.equal(file?.description, 'Notes');
    const workflow = testing.items.find({ uri, workflowId: 'notes' });
    const steps = [...(workflow?.children ?? [])].map(([, step]) => step);
    assert.deepEqual(
      steps.toSorted((one, other) => (one.sortText ?? '').localeCompare(other.sortText ?? '')).map(({ id }) => id),
      ['make', 'read', 'rest'],
    );
    assert.equal(steps[0]?.range?.start.line, 7);
  });

  it('of a broken file say so and stay, until it is whole again', async () => {
    open();
    const uri = await write(notes);
    const step = testing.items.find({ uri, workflowId: 'notes', stepId: 'make' });
    await write(notes.replace('arazzo: 1.0.1', 'arazzo: ['));
    const error = testing.items.file(uri)?.error;
    assert.ok(error instanceof vscode.MarkdownString);
    assert.match(error.value, /^\[Line 2\]/);
    await write(notes);
    assert.equal(testing.items.file(uri)?.error, undefined);
    assert.equal(testing.items.find({ uri, workflowId: 'notes', stepId: 'make' }), step);
  });

  it('have the coverage of all APIs in one folder that has a name', () => {
    const [first, second] = ['A', 'B'].map((title) => posix.dirname(apiPageUri(title).path));
    assert.equal(first, second);
    assert.notEqual(posix.basename(first ?? ''), '');
  });

  it('follow the text of the editor before it is saved', async () => {
    open();
    const uri = await write(notes);
    const document = await vscode.workspace.openTextDocument(uri);
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(7, 16, 7, 20), 'create');
    await vscode.workspace.applyEdit(edit);
    await testing.items.read(uri);
    assert.ok(testing.items.find({ uri, workflowId: 'notes', stepId: 'create' }));
    const told = await run(toldRun());
    assert.ok(told.outcomes.includes('passed create'), told.outcomes.join());
    // Saved by itself later, it would make its folder anew.
    await document.save();
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  it('say at its line which criterion did not hold, what was expected and what came', async () => {
    open();
    const uri = await write(notes);
    const told = await run(toldRun());
    assert.deepEqual(told.outcomes, ['started make', 'passed make', 'started read', 'failed read', 'skipped rest']);
    const [message, ...others] = told.messages;
    assert.deepEqual(others, []);
    assert.equal(message?.location?.uri.toString(), uri.toString());
    assert.equal(message?.location?.range.start.line, 16);
    assert.equal(message?.expectedOutput, "$response.body#/text == 'other'");
    assert.equal(message?.actualOutput, 'hello');
    assert.equal(message?.contextValue, 'esign.step');
    assert.match(told.output, /✓.* make .*\r\n {6}POST http:\/\/127\.0\.0\.1:\d+\S* -> 201\r\n/);
    assert.ok(!told.output.includes('demo-token'));
  });

  it('leave each step in the history under its run, with its reply', async () => {
    open();
    await write(notes);
    let recorded = 0;
    const both = when(services.sender.onDidRecord, () => {
      recorded += 1;
      return recorded > 2;
    });
    const shown: unknown[] = [];
    services.sender.onDidSend((sent) => shown.push(sent));
    await run(toldRun());
    await both;
    const { entries = [] } = (await (await services.history())?.list(10)) ?? {};
    assert.deepEqual(
      entries.map(({ connection, scenario }) => [connection, scenario?.workflow, scenario?.step]),
      [
        ['emulator', 'notes', 'read'],
        ['emulator', 'notes', 'make'],
      ],
    );
    assert.equal(new Set(entries.map(({ scenario }) => scenario?.run)).size, 1);
    const [read] = entries;
    const reply = read && (await testing.services.replies.find(read.id));
    assert.ok(reply?.run.outcome.kind === 'replied');
    assert.equal(reply.run.outcome.reply.status, 200);
    assert.deepEqual(shown, [], 'the panel showed what nobody asked for');
  });

  it('run up to a step that was chosen', async () => {
    open();
    const uri = await write(notes);
    const step = testing.items.find({ uri, workflowId: 'notes', stepId: 'make' });
    assert.ok(step);
    const told = await run(toldRun(), {}, [step]);
    assert.deepEqual(told.outcomes, ['started make', 'passed make']);
  });

  it('end when they are cancelled', async () => {
    open();
    await write(notes);
    const stop = new AbortController();
    const told = toldRun((outcome) => {
      if (outcome === 'passed make') stop.abort();
    });
    await run(told, { signal: stop.signal });
    assert.deepEqual(told.outcomes.slice(0, 4), ['started make', 'passed make', 'skipped read', 'skipped rest']);
  });

  it('run again whenever their file is saved, until that is ended', async () => {
    open();
    const uri = await write(notes);
    const other = await write(removing, 'removing.arazzo.yaml');
    const step = testing.items.find({ uri, workflowId: 'notes', stepId: 'make' });
    const watching = new vscode.CancellationTokenSource();
    const again: (readonly string[])[] = [];
    const hasRun = new vscode.EventEmitter<void>();
    const wanted = new vscode.TestRunRequest(step && [step], undefined, undefined, true);
    const watched = watchTests(testing.items, wanted, watching.token, async ({ include }) => {
      again.push((await run(toldRun(), {}, include)).outcomes);
      hasRun.fire();
    });
    // One that was not chosen, which nothing comes of.
    await saveChanged(other);
    for (const times of [1, 2]) {
      await saveChanged(uri);
      await when(hasRun.event, () => again.length === times);
    }
    watching.cancel();
    await watched;
    await saveChanged(uri);
    const once = ['started make', 'passed make'];
    assert.deepEqual(again, [once, once]);
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('of a bundled scenario pass on an emulator of their own', async () => {
    open(providers);
    const root = vscode.extensions.getExtension('esign-workbench.esign-workbench')?.extensionPath;
    assert.ok(root);
    const [file] = readdirSync(join(root, 'src', 'providers'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.arazzo.yaml'))
      .toSorted();
    assert.ok(file);
    const asked: string[] = [];
    services.credentials.ask = async (_provider, { provider }) => void asked.push(provider);
    await testing.items.read(vscode.Uri.file(join(root, 'src', 'providers', file)));
    const told = await run(toldRun());
    assert.ok(told.outcomes.some((outcome) => outcome.startsWith('passed ')));
    assert.deepEqual(
      told.outcomes.filter((outcome) => !/^(started|passed) /.test(outcome)),
      [],
      told.output,
    );
    assert.equal(services.emulators.running, false);
    assert.deepEqual(asked, [], 'the emulator needs no account');
  });

  describe('on a configured connection', () => {
    const connectionAt = (baseUrl: string, live: boolean): Connection => ({
      id: 'mine',
      provider: 'demo-notes',
      title: 'Mine',
      environment: 'custom',
      environmentTitle: 'Mine',
      baseUrl,
      hosts: {},
      variables: {},
      live,
    });

    /** Only that one is offered, at the address of the window's emulator. */
    const openOn = async (live: boolean): Promise<void> => {
      open();
      const connection = connectionAt(await services.emulators.baseUrl('demo-notes'), live);
      const credentials = { clientId: 'demo-client', clientSecret: 'demo-secret' };
      await services.credentials.give(connection, credentials);
      const { connections } = services;
      connections.list = async () => [connection];
      connections.find = async () => connection;
    };

    it('are asked about once, before anything is sent', async () => {
      await openOn(true);
      await write(removing);
      const told = toldRun();
      const asked = await answering('send', async () => void (await run(told)));
      assert.equal(asked.length, 1, asked.join('\n'));
      assert.match(asked[0] ?? '', /^Run the scenario 'removing' on "Mine"\?.*takes something away/s);
      assert.deepEqual(
        told.outcomes.filter((outcome) => outcome.startsWith('passed')),
        ['passed make', 'passed read', 'passed rest'],
        told.output,
      );
    });

    it('send nothing when that is declined', async () => {
      await openOn(true);
      await write(removing);
      const told = toldRun();
      const asked = await answering('safe', async () => void (await run(told)));
      assert.equal(asked.length, 1);
      assert.ok(!told.outcomes.some((outcome) => outcome.startsWith('started')), told.outcomes.join());
      assert.match(told.output, /not agreed to/);
    });

    it('are refused where they do what only an emulator can do', async () => {
      await openOn(false);
      const connection = connectionAt('https://api.demo.example', false);
      services.connections.list = async () => [connection];
      services.connections.find = async () => connection;
      const source = "  - {name: emulator, url: 'esign:emulator'}\nworkflows:";
      await write(
        notes
          .replace('workflows:', source)
          .replace('operationId: list-notes', 'operationId: $sourceDescriptions.emulator.reset')
          .replace('operationId: create-note', 'operationId: $sourceDescriptions.api.create-note')
          .replace('operationId: get-note', 'operationId: $sourceDescriptions.api.get-note'),
      );
      const told = await run(toldRun());
      assert.ok(told.outcomes.includes('failed notes'), told.outcomes.join());
      assert.ok(!told.outcomes.some((outcome) => outcome.startsWith('started')));
      assert.match(String(told.messages[0]?.message), /runs on the emulator only[\s\S]*"Mine" is no emulator/);
    });
  });
});
