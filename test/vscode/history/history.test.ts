import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { HistoryStore } from '../../../src/core/history/entry';
import type { HistoryLens } from '../../../src/core/history/listing/lens';
import type { RequestFile } from '../../../src/core/requests/requestFile';
import type { Run } from '../../../src/core/sending/run';
import { KeptLens } from '../../../src/vscode/history/view/historyLens';
import {
  byScenario,
  childrenOf,
  type EntryNode,
  type HistoryNode,
} from '../../../src/vscode/history/view/historyNodes';
import { HistoryTree } from '../../../src/vscode/history/view/historyTree';
import { OpenReplies } from '../../../src/vscode/replies/openReplies';
import { withoutMasks } from '../../../src/vscode/sending/replayRequest';
import { createTestServices, type TestServices } from '../testServices';

const fromTree = { cause: 'tree' } as const;

const createNote = (id: string): RequestFile => ({
  operation: 'demo-notes/create-note',
  connection: 'emulator',
  path: { note_id: id },
  body: { text: 'hello', copies: 1 },
});

const refresh: RequestFile = {
  operation: 'demo-notes/refresh-token',
  connection: 'emulator',
  body: { grant_type: 'refresh', refresh_token: 'r3fresh-t0ken-value' },
};

/** Sends, and waits until the history has it. */
async function sendAndRecord(services: TestServices, request: RequestFile): Promise<Run> {
  const recorded = new Promise<void>((resolve) => services.sender.onDidRecord(resolve));
  const run = await services.sender.send(request, fromTree);
  await recorded;
  return run;
}

const entry = (id: string, sentAt: Date): EntryNode => ({
  kind: 'entry',
  id,
  title: id,
  summary: {
    id,
    sentAt: sentAt.getTime(),
    provider: 'demo-notes',
    operation: 'demo-notes/create-note',
    connection: 'emulator',
    environment: 'Emulator',
    failed: false,
    status: 200,
  },
});

function treeOf(services: TestServices): HistoryTree {
  return new HistoryTree(services, new KeptLens(services.context.workspaceState));
}

describe('The history', () => {
  let services: TestServices;

  beforeEach(() => {
    services = createTestServices();
  });

  afterEach(() => services.dispose());

  it('keeps no secret, token or signing link on disk', async () => {
    const run = await sendAndRecord(services, createNote('mine'));
    assert.ok(run.outcome.kind === 'replied' && run.outcome.reading.links.length === 1);
    await sendAndRecord(services, refresh);
    const files = readdirSync(services.storage, { recursive: true }).map((name) =>
      join(services.storage, String(name)),
    );
    const texts = files.filter((name) => statSync(name).isFile()).map((name) => readFileSync(name, 'utf8'));
    const stored = texts.join('\n');
    assert.match(stored, /"note_id":"mine"/);
    for (const secret of [
      'demo-secret',
      'demo-token',
      'newer-token',
      'r3fresh-t0ken-value',
      'link-of-mine',
      '/sign/mine',
      'Bearer demo',
    ]) {
      assert.ok(!stored.includes(secret), `${secret} is on disk`);
      assert.ok(
        !stored.includes(Buffer.from(secret).toString('base64').replace(/=+$/, '')),
        `${secret} is on disk in base64`,
      );
    }
  });

  it('lists every run, newest first, under its day', async () => {
    await sendAndRecord(services, createNote('one'));
    await sendAndRecord(services, { ...createNote('two'), connection: 'nowhere' });
    const tree = treeOf(services);
    const days = await tree.getChildren();
    assert.deepEqual(
      days.map((node) => node.kind === 'group' && node.title),
      ['Today'],
    );
    const items = (await tree.getChildren(days[0])).map((node) => tree.getTreeItem(node));
    assert.deepEqual(
      items.map(({ label }) => label),
      ['Create a note', 'Create a note'],
    );
    assert.match(String(items[0]?.description), /^no reply · .* · nowhere$/);
    assert.match(String(items[1]?.description), /^201 · .* · Emulator$/);
    tree.dispose();
  });

  it('shows the steps of a scenario under its run, at the place of the newest', () => {
    const step = (id: string, run: string): EntryNode => {
      const { summary, ...node } = entry(id, new Date(2026, 4, 10, 12));
      return {
        ...node,
        summary: { ...summary, scenario: { run, workflow: `workflow of ${run}`, step: `step ${id}` } },
      };
    };
    const nodes = [step('d', 'two'), entry('c', new Date(2026, 4, 10, 12)), step('b', 'one'), step('a', 'two')];
    const shown = byScenario(nodes).map((node) =>
      node.kind === 'scenario' ? [node.title, ...node.entries.map(({ id }) => id)] : node.id,
    );
    assert.deepEqual(shown, [['workflow of two', 'd', 'a'], 'c', ['workflow of one', 'b']]);
    const tree = treeOf(services);
    const [item] = byScenario(nodes).map((node) => tree.getTreeItem(node));
    assert.match(String(item?.description), /^2 requests/);
    for (const [end, icon] of Object.entries({ passed: 'pass', failed: 'error', skipped: 'circle-slash' } as const)) {
      const [last, ...others] = [step('d', 'two'), step('a', 'two')];
      const ended = { ...last, summary: { ...last?.summary, scenarioEnd: end } } as EntryNode;
      const [run] = byScenario([ended, ...others]).map((node) => tree.getTreeItem(node));
      assert.ok(run?.iconPath instanceof vscode.ThemeIcon);
      assert.equal(run.iconPath.id, icon);
      assert.match(String(run?.description), /^(?:passed|failed|stopped) · 2 requests/);
    }
    assert.match(String(tree.getTreeItem(step('a', 'two')).description), /^step a/);
    tree.dispose();
  });

  it('reads the next page from where it is, and leads to the first row of it', async () => {
    const many = Array.from({ length: 120 }, (_item, index) => entry(String(index), new Date()).summary);
    const asked: (string | undefined)[] = [];
    const list: HistoryStore['list'] = async (limit, { before, query } = {}) => {
      const start = before === undefined ? 0 : many.findIndex(({ id }) => id === before) + 1;
      if (query?.pinned !== true) asked.push(`${limit} after ${before}`);
      const entries = query?.pinned === true ? [] : many.slice(start, start + limit);
      return { entries, unreadable: { damaged: 0, newer: 0 } };
    };
    const tree = treeOf({ ...services, history: async () => ({ list }) as never });
    const kinds = async (): Promise<HistoryNode['kind'][]> => (await tree.getChildren()).map(({ kind }) => kind);
    assert.deepEqual(await kinds(), ['group', 'more']);
    const first = await tree.loadMore();
    assert.deepEqual(await kinds(), ['group', 'more']);
    assert.ok(first);
    assert.equal(first.id, '50');
    assert.equal((await tree.getChildren())[0], tree.getParent(first));
    await tree.loadMore();
    assert.deepEqual(await kinds(), ['group']);
    assert.deepEqual(asked, ['51 after undefined', '51 after 49', '51 after 99']);
    tree.dispose();
  });

  it('says at its end how many entries cannot be read, why and where they are', async () => {
    const one = entry('one', new Date()).summary;
    const page = { entries: [one], unreadable: { damaged: 2, newer: 1 } };
    const list: HistoryStore['list'] = async (_limit, { query } = {}) =>
      query?.pinned === true ? { entries: [], unreadable: { damaged: 0, newer: 0 } } : page;
    const store = { location: 'the folder', list };
    const tree = treeOf({ ...services, history: async () => store as never });
    const nodes = await tree.getChildren();
    assert.deepEqual(
      nodes.map(({ kind }) => kind),
      ['group', 'unreadable'],
    );
    const [, unreadable] = nodes.map((node) => tree.getTreeItem(node));
    assert.equal(unreadable?.label, '3 entries cannot be read');
    for (const said of [/newer version.*: 1/, /Damaged.*: 2/, /the folder/]) {
      assert.match(String(unreadable?.tooltip), said);
    }
    tree.dispose();
  });

  it('shows pinned entries on top, by their names, and keeps to the filter', async () => {
    const one = await sendAndRecord(services, createNote('one'));
    await sendAndRecord(services, createNote('two'));
    await sendAndRecord(services, { ...createNote('three'), connection: 'nowhere' });
    const store = await services.history();
    await store?.annotate(one.id, { pinned: true, name: 'The good one' });
    const lens = new KeptLens(services.context.workspaceState);
    const tree = new HistoryTree(services, lens);
    const shown = async () => {
      const roots = await tree.getChildren();
      return roots.map((node) => [
        tree.getTreeItem(node).label,
        ...childrenOf(node).map((child) => (child.kind === 'entry' ? child.summary.connection : child.kind)),
      ]);
    };
    assert.deepEqual(await shown(), [
      ['Pinned', 'emulator'],
      ['Today', 'nowhere', 'emulator'],
    ]);
    const [pinned] = await tree.getChildren();
    const [item] = pinned === undefined ? [] : childrenOf(pinned).map((node) => tree.getTreeItem(node));
    assert.equal(item?.label, 'The good one');
    assert.match(String(item?.contextValue), /^historyEntry pinned$/);
    await lens.change({ filter: { outcome: 'failed' }, grouping: 'none' });
    tree.restart();
    const found = (await tree.getChildren()).map((node) => node.kind === 'entry' && node.summary.connection);
    assert.deepEqual(found, ['nowhere']);
    await lens.change({ filter: { text: 'nobody wrote this' } });
    tree.restart();
    assert.deepEqual(await tree.getChildren(), []);
    assert.ok(tree.isEmpty);
    tree.dispose();
  });

  it('calls a document by the title that an earlier run told, in a new session, too', async () => {
    const subject = { document: 'note-1' };
    const [older, newer] = [entry('older', new Date()).summary, entry('newer', new Date()).summary];
    const entries = [
      { ...newer, subject },
      { ...older, subject: { ...subject, title: 'Lease' } },
    ];
    const list: HistoryStore['list'] = async (_limit, { query } = {}) => {
      return { entries: query?.pinned === true ? [] : entries, unreadable: { damaged: 0, newer: 0 } };
    };
    const tree = treeOf({ ...services, history: async () => ({ list }) as never });
    const [day] = await tree.getChildren();
    const labels = day === undefined ? [] : childrenOf(day).map((node) => tree.getTreeItem(node).label);
    assert.deepEqual(labels, ['Lease', 'Lease']);
    tree.dispose();
  });

  it('is looked at as in the session before', async () => {
    const wanted: HistoryLens = { grouping: 'document', filter: { outcome: 'failed' } };
    await new KeptLens(services.context.workspaceState).change(wanted);
    assert.deepEqual(new KeptLens(services.context.workspaceState).current, wanted);
  });

  it('draws a row again when its time has become another one, and no other', async () => {
    await sendAndRecord(services, createNote('one'));
    const tree = treeOf(services);
    const [day] = await tree.getChildren();
    const [row] = day === undefined ? [] : childrenOf(day);
    assert.ok(row);
    tree.getTreeItem(row);
    const drawn: unknown[] = [];
    tree.onDidChangeTreeData((nodes) => drawn.push(nodes));
    tree.refreshTimes();
    assert.deepEqual(drawn, []);
    const now = Date.now;
    try {
      Date.now = () => now() + 5 * 60_000;
      tree.refreshTimes();
      assert.deepEqual(drawn, [[row]]);
      assert.match(String(tree.getTreeItem(row).description), /5 min ago/);
    } finally {
      Date.now = now;
    }
    tree.dispose();
  });

  it('tells in labelled lines what a run was, without a secret', async () => {
    await sendAndRecord(services, refresh);
    const tree = treeOf(services);
    const [day] = await tree.getChildren();
    const [row] = day === undefined ? [] : childrenOf(day);
    const { tooltip, accessibilityInformation } = row === undefined ? {} : tree.getTreeItem(row);
    const text = tooltip instanceof vscode.MarkdownString ? tooltip.value : '';
    for (const line of ['Operation', 'Provider', 'Connection', 'Outcome', 'Sent', 'Took']) {
      assert.match(text, new RegExp(`^- ${line}: \\S`, 'm'));
    }
    assert.ok(!text.includes('r3fresh'));
    assert.match(String(accessibilityInformation?.label), /^Refresh a token, worked, 200/);
    tree.dispose();
  });

  it('gives a reply again after a restart, without its link', async () => {
    const run = await sendAndRecord(services, createNote('kept'));
    const shown = await new OpenReplies(services).find(run.id);
    assert.ok(shown?.stored !== undefined && shown.run.outcome.kind === 'replied');
    assert.equal(shown.run.outcome.reply.status, 201);
    assert.deepEqual(shown.run.outcome.reading.links, []);
    assert.deepEqual(shown.run.request, createNote('kept'));
  });

  it('remembers where the files of a request are', async () => {
    const folder = vscode.Uri.file(services.storage);
    const recorded = new Promise<void>((resolve) => services.sender.onDidRecord(resolve));
    const run = await services.sender.send(createNote('filed'), { cause: 'form', folder: folder.toString() });
    await recorded;
    const restarted = new OpenReplies(services);
    assert.equal((await restarted.find(run.id))?.run.origin.folder, folder.toString());
    const sameSession = new OpenReplies(services);
    sameSession.keep(run);
    assert.equal((await sameSession.find(run.id))?.run.origin.folder, folder.toString());
  });

  it('opens the form with empty fields where it keeps no value', async () => {
    const { id } = await sendAndRecord(services, refresh);
    const stored = await (await services.history())?.get(id);
    assert.ok(stored);
    assert.deepEqual(withoutMasks(stored.request), { ...refresh, body: { grant_type: 'refresh', refresh_token: '' } });
  });
});
