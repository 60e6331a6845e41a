import * as assert from 'node:assert/strict';
import type { Provider } from '../../src/core/provider';
import { linkExtensions } from '../host/editor/extensions.mjs';
import { root } from '../host/paths.mjs';
import { type EditorHost, startEditorHost } from './harness/editorHost';
import { firstProvider } from './harness/firstProvider';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* A folder from somewhere else brings a connection in its settings. */

describe('A folder that is not trusted', () => {
  let host: EditorHost;
  let workbench: Workbench;
  let provider: Provider;

  before(async () => {
    provider = await firstProvider();
    host = await startEditorHost((extensionsDir) => linkExtensions(extensionsDir, root), { trustWorkspaces: false });
    const connection = { id: 'theirs', provider: provider.id, title: 'Theirs', baseUrl: 'https://api.example.com' };
    workbench = await Workbench.open({
      host,
      settings: { 'security.workspace.trust.startupPrompt': 'never', 'security.workspace.trust.banner': 'never' },
      files: {
        '.vscode/settings.json': { 'esign.connections': [connection] },
        'esign.env.json': { order: 1 },
      },
    });
    await workbench.openView('E-Sign');
  });

  after(async () => {
    await workbench?.close();
    await host?.server.end();
  });

  const connections = () => workbench.tree('Providers').labels(provider.title);

  it('can be worked in with the emulator alone', async () => {
    await workbench.page.getByText('Restricted Mode').first().waitFor();
    await untilEqual(connections, ['Emulator']);
    const [collection] = provider.resources.collections;
    assert.ok(collection);
    const documents = await workbench.tree('Providers').labels(provider.title, 'Emulator', collection.title);
    assert.ok(documents.length > 0);
  });

  it('names in the tree what it brings along and is not used', async () => {
    const tree = workbench.tree('Providers');
    await untilEqual(() => tree.item('Restricted Mode').description(), '2 ignored');
    await untilEqual(() => tree.labels('Restricted Mode'), ['Theirs', 'Variables of the folder', 'Trust this folder…']);
    await untilEqual(() => tree.item('Restricted Mode', 'Theirs').description(), 'ignored · .vscode/settings.json');
  });

  it('brings its connections once it is trusted', async () => {
    await workbench.trustFolder();
    await until('the connection', async () => ((await connections()).includes('Theirs') ? true : undefined));
    await untilEqual(async () => (await workbench.tree('Providers').labels()).includes('Restricted Mode'), false);
  });
});
