import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { RequestNode } from '../../../src/vscode/requests/files/fileNodes';
import { LastOutcomes } from '../../../src/vscode/requests/files/lastOutcomes';
import { RequestFilesTree } from '../../../src/vscode/requests/files/requestFilesTree';
import { createTestServices, type TestServices } from '../testServices';

describe('The tree of request files', () => {
  let services: TestServices;
  let tree: RequestFilesTree;
  let searches: (() => Promise<readonly RequestNode[]>)[];
  let changed: Promise<void>;

  beforeEach(() => {
    services = createTestServices();
    searches = [];
    const outcomes = new LastOutcomes(services.context.workspaceState);
    tree = new RequestFilesTree(
      services.registry,
      outcomes,
      () => searches.shift()?.() ?? assert.fail('searched again'),
    );
    changed = new Promise((resolve) => tree.onDidChangeTreeData(() => resolve()));
  });

  afterEach(async () => {
    tree.dispose();
    await services.dispose();
  });

  it('searches once for all who look', async () => {
    searches.push(async () => [fileNamed('first')]);
    assert.deepEqual(await Promise.all([names(), names()]), [['first'], ['first']]);
    assert.deepEqual(await names(), ['first']);
  });

  it('searches again after a search that failed', async () => {
    searches.push(
      () => Promise.reject(new Error('The search is not there yet.')),
      async () => [fileNamed('first')],
    );
    await assert.rejects(names(), /not there yet/);
    assert.deepEqual(await names(), ['first']);
  });

  it('shows what there is now, whatever a search that is still under way will find', async () => {
    let fail = (_: Error): void => assert.fail('nothing was searched');
    searches.push(
      () => new Promise((_, reject) => (fail = reject)),
      async () => [fileNamed('first'), fileNamed('second')],
    );
    const before = names();
    tree.refreshSoon();
    await changed;
    assert.deepEqual(await names(), ['first', 'second']);
    fail(new Error('The folder is gone.'));
    await assert.rejects(before, /gone/);
    assert.deepEqual(await names(), ['first', 'second']);
  });

  async function names(): Promise<readonly string[]> {
    const nodes = await tree.getChildren();
    return nodes.map(({ uri }) => uri.path.slice(1));
  }
});

function fileNamed(name: string): RequestNode {
  return { kind: 'file', uri: vscode.Uri.file(`/${name}`), names: undefined };
}
