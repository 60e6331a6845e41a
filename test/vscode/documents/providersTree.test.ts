import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emulatorConnectionId } from '../../../src/core/connections/connection';
import type { Collection } from '../../../src/core/documents';
import type { Provider } from '../../../src/core/provider';
import { providers } from '../../../src/providers';
import { explanationNodes } from '../../../src/vscode/documents/tree/messageNode';
import { ProvidersTree } from '../../../src/vscode/documents/tree/providersTree';
import type { TreeNode } from '../../../src/vscode/documents/tree/treeNode';
import type { ExplainedProblem } from '../../../src/vscode/shell/explainError';
import { demoProvider } from '../../unit/emulator/demoProvider';
import { createTestServices, type TestServices } from '../testServices';

const demo = demoProvider as Provider;

/** What the tree has of a provider on each rung, as long as no connection was added. */
const kindsBy = {
  described: ['provider', 'message'],
  listed: ['provider', 'message'],
  emulated: ['provider', 'connection', 'collection', 'document', 'recipient'],
};

describe('The providers tree', () => {
  const opened: { services: TestServices; tree: ProvidersTree }[] = [];

  function open(loaders?: Parameters<typeof createTestServices>[0]) {
    const services = createTestServices(loaders);
    const tree = new ProvidersTree(services);
    opened.push({ services, tree });
    return { services, tree };
  }

  afterEach(async () => {
    for (const { services, tree } of opened.splice(0)) {
      tree.dispose();
      await services.dispose();
    }
    await vscode.workspace
      .getConfiguration('esign')
      .update('connections', undefined, vscode.ConfigurationTarget.Global);
  });

  const labelsBelow = async (tree: ProvidersTree, node?: TreeNode) =>
    (await tree.getChildren(node)).map((child) => tree.getTreeItem(child).label);

  const childAt = async (tree: ProvidersTree, ...path: readonly number[]): Promise<TreeNode> => {
    let node: TreeNode | undefined;
    for (const index of path) node = (await tree.getChildren(node))[index];
    assert.ok(node, `nothing at ${path.join()}`);
    return node;
  };

  for (const entry of providers) {
    it(`of ${entry.id} goes down to recipients whose actions name the provider's own operations`, async () => {
      const { services, tree } = open([entry]);
      const provider = await entry.load();
      const nodes = await everythingBelow(tree);
      const items = nodes.map((node) => tree.getTreeItem(node));
      assert.equal(new Set(items.map((item) => item.id)).size, items.length, 'two nodes have the same id');
      const kinds = new Set(items.map((item) => item.contextValue?.split(' ')[0]));
      for (const kind of kindsBy[provider.rung]) {
        assert.ok(kinds.has(kind), `no ${kind}`);
      }
      assert.ok(items.every((item) => item.label !== '' && item.iconPath !== undefined && item.tooltip !== undefined));
      assert.deepEqual(
        items.filter((item) => item.label === 'This is a mistake in E-Sign Workbench itself'),
        [],
      );
      assert.deepEqual(services.errors, []);
      const collections = nodes.filter(
        (node) => node.target.collection !== undefined && node.target.document === undefined,
      );
      const wanted = provider.emulator === undefined ? 0 : provider.resources.collections.length;
      assert.ok(collections.length >= wanted);
    });
  }

  it('draws providers and the emulator without loading a provider, and loads the one that is opened', async () => {
    const loaded: string[] = [];
    const counting = ['one', 'two'].map((id) => ({
      ...demo,
      id,
      load: async () => {
        loaded.push(id);
        return { ...demo, id };
      },
    }));
    const { tree } = open(counting);
    assert.deepEqual(await labelsBelow(tree), [demo.title, demo.title]);
    assert.deepEqual(loaded, []);
    for (const place of [0, 1]) {
      const connection = tree.getTreeItem(await childAt(tree, place, 0));
      assert.equal(connection.contextValue, 'connection emulator stopped');
      assert.equal(connection.description, 'starts when needed');
    }
    assert.deepEqual(loaded, []);
    await tree.getChildren(await childAt(tree, 1, 0));
    assert.deepEqual(loaded, ['two']);
  });

  it('shows how far an API is taken, and offers nothing beyond', async () => {
    const { emulator: _emulator, portOffset: _portOffset, ...listed } = withCollection(demo);
    const described: Provider = { ...listed, rung: 'described', resources: { collections: [] } };
    const { services, tree } = open([
      { ...described, id: 'described', load: async () => ({ ...described, id: 'described' }) },
      { ...listed, id: 'listed', rung: 'listed', load: async () => ({ ...listed, id: 'listed', rung: 'listed' }) },
    ]);
    const roots = await tree.getChildren();
    assert.deepEqual(
      roots.map((root) => tree.getTreeItem(root).description),
      ['requests only', 'no emulator'],
    );
    for (const root of roots) assert.deepEqual(await labelsBelow(tree, root), ['No connection yet']);
    for (const provider of ['described', 'listed']) {
      await services.connections.save({ id: 'mine', provider, title: 'Mine', baseUrl: 'https://api.test' });
    }
    await tree.refresh();
    const { None, Collapsed } = vscode.TreeItemCollapsibleState;
    const connections = await Promise.all([0, 1].map((place) => childAt(tree, place, 0)));
    assert.deepEqual(
      connections.map((connection) => tree.getTreeItem(connection).label),
      ['Mine', 'Mine'],
    );
    assert.deepEqual(
      connections.map((connection) => tree.getTreeItem(connection).collapsibleState),
      [None, Collapsed],
    );
    assert.deepEqual(await labelsBelow(tree, connections[1]), ['Notes']);
  });

  it('offers what the state of a document allows, once it was opened', async () => {
    const { tree } = open([{ ...demo, load: async () => withCollection(demo) }]);
    const document = await childAt(tree, 0, 0, 0, 0);
    // Before that, what some document of its kind offers.
    assert.equal(tree.getTreeItem(document).contextValue, 'document signs invite');
    const repainted = new Promise<TreeNode | TreeNode[] | undefined>((resolve) => tree.onDidChangeTreeData(resolve));
    const [recipient] = await tree.getChildren(document);
    assert.equal(await repainted, document);
    assert.equal(tree.getTreeItem(document).contextValue, 'document signs invite');
    assert.ok(recipient);
    const item = tree.getTreeItem(recipient);
    assert.equal(item.contextValue, 'recipient signs link remove');
    assert.equal(item.description, 'asked · reader');
    assert.equal((item.iconPath as vscode.ThemeIcon).id, 'mail');
    const { value } = item.tooltip as vscode.MarkdownString;
    assert.match(value, /- Id: ` r1 `/);
    assert.match(value, /Remind: too early/);
  });

  it('loads more, and stays as far as it was read when it is read again', async () => {
    const { tree } = open([{ ...demo, load: async () => withCollection(demo) }]);
    const collection = await childAt(tree, 0, 0, 0);
    assert.deepEqual(await labelsBelow(tree, collection), ['one', 'two', 'Load more…']);
    const first = await tree.loadMore(collection.target);
    assert.equal(first && tree.getTreeItem(first).label, 'three');
    assert.deepEqual(await labelsBelow(tree, collection), ['one', 'two', 'three']);
    await tree.refresh({ provider: demo.id, connection: emulatorConnectionId });
    assert.deepEqual(await labelsBelow(tree, await childAt(tree, 0, 0, 0)), ['one', 'two', 'three']);
  });

  it('lists the others where some rows are not as documented, and says what is wrong with those', async () => {
    const remarks = ['Row 1 is left out: the whole of it: null.', 'Row 2 is shown by its ID alone: /name: missing.'];
    const withOdd = (provider: Provider): Provider => {
      const { resources, ...others } = withCollection(provider);
      const collections = resources.collections.map((one) => ({
        ...one,
        list: async () => ({ items: [{ id: '2', title: '2' }], remarks }),
      }));
      return { ...others, resources: { ...resources, collections } };
    };
    const { tree } = open([{ ...demo, load: async () => withOdd(demo) }]);
    const collection = await childAt(tree, 0, 0, 0);
    assert.deepEqual(await labelsBelow(tree, collection), ['2', '2 rows are not as documented']);
    const said = tree.getTreeItem(await childAt(tree, 0, 0, 0, 1));
    assert.deepEqual([said.description, said.tooltip], [remarks[0], remarks.join('\n')]);
  });

  it('is drawn anew by its rows, which stay known to the editor meanwhile', async () => {
    const { tree } = open();
    const roots = await tree.getChildren();
    const drawn: unknown[] = [];
    const listening = tree.onDidChangeTreeData((nodes) => drawn.push(nodes));
    tree.repaint();
    tree.followEmulator('stopped');
    await tree.refresh();
    listening.dispose();
    assert.deepEqual(drawn, [roots, roots, roots]);
  });

  it('is read again below a connection that something was sent to', async () => {
    const { tree } = open([{ ...demo, load: async () => withCollection(demo) }]);
    const connection = await childAt(tree, 0, 0);
    const changed = new Promise<TreeNode | TreeNode[] | undefined>((resolve) => tree.onDidChangeTreeData(resolve));
    tree.refreshSoon(connection.target);
    tree.refreshSoon(connection.target);
    assert.equal(await changed, connection);
  });

  it('keeps what it shows until what is read anew is there, down to what was opened', async () => {
    const answers: (() => void)[] = [];
    let version = 'before';
    const slow = (provider: Provider): Provider => {
      const [notes] = withCollection(provider).resources.collections;
      assert.ok(notes);
      const read: Collection['read'] = async (call, id) => {
        const title = version;
        if (title === 'after') await new Promise<void>((resolve) => answers.push(resolve));
        return { ...(await notes.read(call, id)), title };
      };
      return { ...provider, resources: { collections: [{ ...notes, read }] } };
    };
    const { tree } = open([{ ...demo, load: async () => slow(demo) }]);
    const document = await childAt(tree, 0, 0, 0, 0);
    await tree.getChildren(document);
    let changes = 0;
    version = 'after';
    const changed = tree.onDidChangeTreeData(() => (changes += 1));
    const refreshed = tree.refresh({ provider: demo.id, connection: emulatorConnectionId });
    while (answers.length === 0) await new Promise((resolve) => setImmediate(resolve));
    assert.equal(await childAt(tree, 0, 0, 0, 0), document);
    assert.equal(changes, 0);
    for (const answer of answers) answer();
    await refreshed;
    changed.dispose();
    assert.ok(changes > 0);
    assert.equal(tree.getTreeItem(await childAt(tree, 0, 0, 0, 0)).label, 'after');
  });

  it('says why nothing is listed, and lists what is pinned and the demo documents', async () => {
    const { services, tree } = open([
      { ...demo, load: async () => withCollection(demo, { unlisted: 'Nobody lists notes.' }) },
    ]);
    const collection = await childAt(tree, 0, 0, 0);
    assert.deepEqual(await labelsBelow(tree, collection), ['Pin a note by id…']);
    assert.equal(tree.getTreeItem(collection).description, undefined);
    const target = { provider: demo.id, connection: emulatorConnectionId, collection: 'notes' };
    await services.connections.pin(target, 'one');
    await tree.refresh();
    const [pin, document] = await tree.getChildren(await childAt(tree, 0, 0, 0));
    assert.ok(pin && document);
    assert.equal(tree.getTreeItem(pin).description, 'Nobody lists notes.');
    assert.equal(tree.getTreeItem(document).label, 'one');
    assert.equal(tree.getTreeItem(await childAt(tree, 0, 0, 0)).description, 'pinned by id');
    assert.match(tree.getTreeItem(document).contextValue ?? '', /\bpinned\b/);
    await services.connections.unpin(target, 'one');
    assert.deepEqual(services.connections.pinned(target), []);
  });

  it('shows what the emulator alone knows of a document, and where its recipients sign', async () => {
    const { services, tree } = open([
      { ...demo, load: async () => withCollection(demo, { unlisted: 'Nobody lists notes.' }) },
    ]);
    const target = { provider: demo.id, connection: emulatorConnectionId, collection: 'notes' };
    await services.connections.pin(target, 'first');
    const [, document] = await tree.getChildren(await childAt(tree, 0, 0, 0));
    assert.ok(document);
    assert.equal(tree.getTreeItem(document).label, 'Note first');
    const [ann, bo, note] = await tree.getChildren(document);
    assert.ok(ann && bo && note);
    assert.equal(tree.getTreeItem(ann).contextValue, 'recipient signingPage signs');
    assert.equal(tree.getTreeItem(bo).contextValue, 'recipient signs');
    assert.equal(tree.getTreeItem(note).label, 'Known to the emulator only.');
    await services.connections.unpin(target, 'first');
  });

  it('says what to do about missing credentials and unusable addresses, and does it', async () => {
    const { services, tree } = open([{ ...demo, load: async () => withCollection(demo) }]);
    await services.connections.save({ id: 'mine', provider: demo.id, title: 'Mine', baseUrl: 'https://api.test' });
    await services.connections.save({ id: 'bad', provider: demo.id, title: 'Bad', baseUrl: 'ftp://api.test' });
    const [, mine, ...broken] = await tree.getChildren(await childAt(tree, 0));
    assert.ok(mine);
    assert.equal(tree.getTreeItem(mine).description, 'live · Custom · api.test');
    const [collection] = await tree.getChildren(mine);
    const errors = await tree.getChildren(collection);
    checkHelp(tree, errors, 'esign.enterCredentials', { provider: demo.id, connection: 'mine' });
    checkHelp(tree, broken, 'esign.editConnection', { provider: demo.id, connection: 'bad' });
  });

  it('offers another try where a server may be there by now', async () => {
    const { tree } = open();
    const target = { provider: demo.id, connection: 'mine' };
    const said = { title: 'It is away', cause: 'Nobody answers.', nextStep: 'Look at the proxy.' };
    const diagnose = { command: 'esign.diagnoseConnection', title: 'Diagnose…' } as const;
    const rows = async (explained: ExplainedProblem) =>
      explanationNodes(target, await childAt(tree, 0), explained).map((node) => {
        const { label, command } = node.toTreeItem();
        return [label, command?.command];
      });
    assert.deepEqual(await rows({ ...said, remedy: diagnose }), [
      ['It is away', undefined],
      ['Diagnose…', 'esign.diagnoseConnection'],
      ['Try Again', 'esign.refresh'],
    ]);
    assert.deepEqual(await rows(said), [
      ['It is away', undefined],
      ['Look at the proxy.', 'esign.refresh'],
    ]);
  });

  it('does not start the emulator that was just stopped', async () => {
    const { services, tree } = open();
    services.emulators.onDidChange((change) => tree.followEmulator(change));
    await services.emulators.start();
    const before = tree.getTreeItem(await childAt(tree, 0, 0));
    assert.match(before.description as string, /^running · 127\.0\.0\.1:\d+$/);
    await services.emulators.stop();
    const after = tree.getTreeItem(await childAt(tree, 0, 0));
    assert.equal(after.contextValue, 'connection emulator stopped');
    assert.notEqual(after.id, before.id);
    assert.equal(after.collapsibleState, vscode.TreeItemCollapsibleState.Collapsed);
    assert.equal(services.emulators.running, false);
  });
});

async function everythingBelow(tree: ProvidersTree, node?: TreeNode): Promise<readonly TreeNode[]> {
  const below = await Promise.all((await tree.getChildren(node)).map((child) => everythingBelow(tree, child)));
  return [...(node === undefined ? [] : [node]), ...below.flat()];
}

/** The last of the nodes is the one to click. */
function checkHelp(tree: ProvidersTree, nodes: readonly TreeNode[], command: string, target: object): void {
  const help = nodes.at(-1);
  assert.ok(help && nodes.length === 2, 'an error and what to do about it');
  const item = tree.getTreeItem(help);
  assert.equal(item.command?.command, command);
  const [argument] = item.command?.arguments ?? [];
  for (const [key, value] of Object.entries(target)) assert.equal(argument.target[key], value);
}

/** The demo provider with three notes on two pages, read without a server. */
function withCollection(provider: Provider, unlisted?: { readonly unlisted: string }): Provider {
  const items = ['one', 'two', 'three'].map((id) => ({ id, title: id }));
  const action = { title: 'Do it', operation: 'demo-notes/get-note' } as const;
  const notes: Collection = {
    id: 'notes',
    title: 'Notes',
    noun: 'note',
    create: [],
    verbs: ['invite'],
    ...unlisted,
    ...(unlisted === undefined && {
      list: async (call, cursor) => {
        await call('demo-notes/list-notes', {});
        return cursor === undefined ? { items: items.slice(0, 2), next: '2' } : { items: items.slice(2) };
      },
    }),
    read: async (_call, id) => ({
      id,
      title: id,
      actions: [
        { ...action, verb: 'invite' },
        { ...action, verb: 'cancel', blocked: 'nobody was asked' },
      ],
      recipients: [
        {
          id: 'r1',
          title: 'ann@example.com',
          role: 'reader',
          order: 2,
          status: { text: 'asked', tone: 'open' },
          actions: [
            { ...action, verb: 'link' },
            { ...action, verb: 'remove' },
            { ...action, title: 'Remind', verb: 'remind', blocked: 'too early' },
          ],
        },
      ],
    }),
  };
  return { ...provider, resources: { collections: [notes] } };
}
