import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import * as z from 'zod';
import { operationName } from '../../../src/core/operation';
import type { Provider } from '../../../src/core/provider';
import { ProviderRegistry } from '../../../src/core/registry';
import { providers } from '../../../src/providers';
import { OpenRequests } from '../../../src/vscode/requests/session/openRequests';
import { moveToCredentials } from '../../../src/vscode/requests/text/moveToCredentials';
import { moveSetting } from '../../../src/vscode/setup/exposed/moveSetting';
import { demoProvider } from '../../unit/emulator/demoProvider';
import { createTestServices, type TestServices, when } from '../testServices';

const webToken = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijklmnop';
const key = 'Zk3v9Qp2Lx8Rt5Wm';

function settingsText(baseUrl: string): string {
  return `{
  // Kept as it is.
  "esign.connections": [
    { "id": "mine", "provider": "demo-notes", "title": "Mine", "baseUrl": "${baseUrl}", "clientSecret": "${key}" }
  ]
}
`;
}

describe('A key or token in a file', () => {
  let folder: string;
  let services: TestServices;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esign-misplaced-'));
    mkdirSync(join(folder, '.vscode'));
    services = createTestServices();
    await vscode.extensions.getExtension('esign-workbench.esign-workbench')?.activate();
  });

  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await services.dispose();
    rmSync(folder, { recursive: true, force: true });
  });

  async function open(name: string, text: string): Promise<vscode.TextDocument> {
    writeFileSync(join(folder, name), text);
    const document = await vscode.workspace.openTextDocument(vscode.Uri.file(join(folder, name)));
    await vscode.window.showTextDocument(document);
    return document;
  }

  const marksOf = (uri: vscode.Uri, code: string) =>
    vscode.languages.getDiagnostics(uri).filter((one) => one.code === code);
  const untilMarked = (uri: vscode.Uri, code: string) =>
    when(vscode.languages.onDidChangeDiagnostics, () => marksOf(uri, code)[0]);

  it('of settings is marked, with a fix that names its connection', async () => {
    const document = await open('.vscode/settings.json', settingsText('https://a.test'));
    const { range } = await untilMarked(document.uri, 'hard_coded_setting');
    assert.equal(document.getText(range), `"${key}"`);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    const [fix] = actions.filter(({ command }) => command?.command === 'esign.moveSettingToCredentials');
    assert.equal(fix?.title, 'Move to the credentials of "mine"');
  });

  it('that is the account of a proxy is marked in settings, with a fix that moves it', async () => {
    const text = `{\n  "http.proxy": "http://ann:${key}@proxy.example:3128"\n}\n`;
    const document = await open('.vscode/settings.json', text);
    const { range, message } = await untilMarked(document.uri, 'hard_coded_setting');
    assert.equal(document.getText(range), `"http://ann:${key}@proxy.example:3128"`);
    assert.match(message, /secret storage/);
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      range,
    );
    assert.ok(actions.some(({ command }) => command?.command === 'esign.moveProxyCredentials'));
  });

  it('of settings goes to the credentials of the address beside it, and leaves the file', async () => {
    const document = await open('.vscode/settings.json', settingsText('https://a.test'));
    // What a workspace says of a connection of that name gets nothing.
    await services.connections.save({ id: 'mine', provider: 'demo-notes', baseUrl: 'https://elsewhere.test' });
    await moveSetting(services, {
      uri: document.uri.toString(),
      pointer: '/esign.connections/0/clientSecret',
    });
    const left = readFileSync(document.uri.fsPath, 'utf8');
    assert.ok(!left.includes(key) && left.includes('// Kept as it is.'), left);
    const [kept] = await services.credentials.list();
    assert.deepEqual([kept?.origins, kept?.names], [['https://a.test'], ['clientSecret']]);
    const elsewhere = await services.connections.find(demoProvider, 'mine');
    assert.ok(!('kind' in elsewhere));
    assert.notEqual((await services.credentials.read(elsewhere)).kind, 'found');
    const settings = vscode.workspace.getConfiguration('esign');
    await settings.update('connections', undefined, vscode.ConfigurationTarget.Global);
  });

  it('of a scenario is marked at its place, unless git ignores the file', async () => {
    execFileSync('git', ['-C', folder, 'init', '-q']);
    writeFileSync(join(folder, '.gitignore'), 'ignored.arazzo.yaml\n');
    const text = await scenarioWith(webToken);
    const ignored = await open('ignored.arazzo.yaml', text);
    const document = await open('notes.arazzo.yaml', text);
    const { range } = await untilMarked(document.uri, 'hard_coded_secret');
    assert.match(document.getText(range), /^eyJ/);
    assert.deepEqual(marksOf(ignored.uri, 'hard_coded_secret'), []);
  });

  it('of a request is kept with the credentials of its connection, and a name stands in its place', async () => {
    const provider = withSecretText();
    const own = createTestServices([{ ...provider, load: async () => provider }]);
    await own.connections.save({ id: 'mine', provider: 'demo-notes', title: 'Mine', baseUrl: 'https://a.test' });
    const request = { operation: 'demo-notes/create-note', connection: 'mine', body: { text: key, copies: 1 } };
    const document = await open('a.esign.json', JSON.stringify({ ...request, path: { note_id: 'x' } }));
    const requests = new OpenRequests(own);
    await moveToCredentials(own, requests, { uri: document.uri.toString(), pointer: '/body/text' });
    assert.deepEqual(JSON.parse(document.getText()).body.text, '{{credentials.clientSecret}}');
    const [kept] = await own.credentials.list();
    assert.deepEqual([kept?.origins, kept?.names], [['https://a.test'], ['clientSecret']]);
    await document.save();
    await own.dispose();
    const settings = vscode.workspace.getConfiguration('esign');
    await settings.update('connections', undefined, vscode.ConfigurationTarget.Global);
  });
});

/** A call of the first API that has one with a single value in its path. */
async function scenarioWith(value: string): Promise<string> {
  const all = await new ProviderRegistry(providers).all();
  const found = all.flatMap(({ id, operations }) => operations.map((operation) => ({ id, operation })));
  const { id, operation } =
    found.find(({ operation: { method, request } }) => {
      return method === 'GET' && Object.keys(request.path?.shape ?? {}).length === 1;
    }) ?? assert.fail('no such call');
  const [name] = Object.keys(operation.request.path?.shape ?? {});
  return `arazzo: 1.0.1
info: { title: Notes, version: 1.0.0 }
sourceDescriptions:
  - { name: api, url: esign:${id} }
workflows:
  - workflowId: reading
    steps:
      - stepId: first
        operationId: ${operationName(operation.id)}
        parameters:
          - { name: ${name}, in: path, value: ${value} }
`;
}

/** The demo provider, with a text that refers to a credential. */
function withSecretText(): Provider {
  const text = z.string().meta({ secret: true, initial: '{{credentials.clientSecret}}' });
  const operations = demoProvider.operations.map((operation) =>
    operation.id === 'demo-notes/create-note'
      ? { ...operation, request: { ...operation.request, body: z.object({ text, copies: z.int() }) }, rules: [] }
      : operation,
  );
  return { ...demoProvider, operations };
}
