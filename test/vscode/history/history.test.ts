import * as assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { RequestFile } from '../../../src/core/requests/requestFile';
import type { Run } from '../../../src/core/sending/run';
import { byDay, type EntryNode, type HistoryNode, historyItem } from '../../../src/vscode/history/historyNodes';
import { HistoryTree } from '../../../src/vscode/history/historyTree';
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
    const tree = new HistoryTree(services);
    const days = await tree.getChildren();
    assert.deepEqual(
      days.map((node) => node.kind === 'day' && node.title),
      ['Today'],
    );
    const items = (await tree.getChildren(days[0])).map((node) => tree.getTreeItem(node));
    assert.deepEqual(
      items.map(({ label }) => label),
      ['Create a note', 'Create a note'],
    );
    assert.match(String(items[0]?.description), /^no reply · .* · nowhere$/);
    assert.match(String(items[1]?.description), /^201 · .* · emulator$/);
    tree.dispose();
  });

  it('groups by the local day', () => {
    const now = new Date(2026, 4, 10, 0, 30);
    const days = byDay(
      [
        entry('a', new Date(2026, 4, 10, 0, 10)),
        entry('b', new Date(2026, 4, 9, 23, 50)),
        entry('c', new Date(2026, 4, 9, 0, 1)),
        entry('d', new Date(2026, 4, 1, 12, 0)),
      ],
      now,
    );
    assert.deepEqual(days.map(({ title }) => title).slice(0, 2), ['Today', 'Yesterday']);
    assert.deepEqual(
      days.map(({ children }) => children.map(({ id }) => id)),
      [['a'], ['b', 'c'], ['d']],
    );
    assert.match(days[2]?.title ?? '', /2026/);
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
    const [day] = byDay(nodes, new Date(2026, 4, 10, 13));
    const shown = day?.children.map((node) =>
      node.kind === 'scenario' ? [node.title, ...node.entries.map(({ id }) => id)] : node.id,
    );
    assert.deepEqual(shown, [['workflow of two', 'd', 'a'], 'c', ['workflow of one', 'b']]);
    const [item] = (day?.children ?? []).map((node) => historyItem(node));
    assert.match(String(item?.description), /^2 requests/);
    assert.match(String(historyItem(step('a', 'two')).description), /^step a/);
  });

  it('offers the next page only when there is one', async () => {
    const many = Array.from({ length: 60 }, (_item, index) => entry(String(index), new Date()).summary);
    const unreadable = { damaged: 0, newer: 0 };
    const store = { list: async (limit: number) => ({ entries: many.slice(0, limit), unreadable }) };
    const tree = new HistoryTree({ ...services, history: async () => store as never });
    const kinds = async (): Promise<HistoryNode['kind'][]> => (await tree.getChildren()).map(({ kind }) => kind);
    assert.deepEqual(await kinds(), ['day', 'more']);
    tree.loadMore();
    assert.deepEqual(await kinds(), ['day']);
    tree.dispose();
  });

  it('says at its end how many entries cannot be read, why and where they are', async () => {
    const one = entry('one', new Date()).summary;
    const page = { entries: [one], unreadable: { damaged: 2, newer: 1 } };
    const store = { location: 'the folder', list: async () => page };
    const tree = new HistoryTree({ ...services, history: async () => store as never });
    const nodes = await tree.getChildren();
    assert.deepEqual(
      nodes.map(({ kind }) => kind),
      ['day', 'unreadable'],
    );
    const [, unreadable] = nodes.map((node) => tree.getTreeItem(node));
    assert.equal(unreadable?.label, '3 entries cannot be read');
    for (const said of [/newer version.*: 1/, /Damaged.*: 2/, /the folder/]) {
      assert.match(String(unreadable?.tooltip), said);
    }
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
