import * as assert from 'node:assert/strict';
import { existsSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import * as z from 'zod';
import { defineOperation } from '../../../src/core/operation';
import type { FormEdit } from '../../../src/protocol/form';
import type { FormToWebview, Message } from '../../../src/protocol/messages';
import type { RowsPreview } from '../../../src/protocol/table/rows';
import { RequestForm } from '../../../src/vscode/requests/form/requestForm';
import { RequestSession } from '../../../src/vscode/requests/session/requestSession';
import { demoProvider } from '../../unit/emulator/demoProvider';
import { FakePanel } from '../fakePanel';
import { createTestServices, type TestServices, when } from '../testServices';
import { openUntitled } from '../untitledText';

const invite = defineOperation({
  id: 'demo-notes/invite',
  title: 'Invite',
  summary: 'Asks people to read.',
  method: 'POST',
  path: '/api/v1/invites',
  docs: 'https://demo.example/docs',
  request: {
    body: z.object({
      people: z
        .array(
          z.object({
            email: z.email().meta({ title: 'E-mail' }),
            order: z.int().min(1).optional().meta({ title: 'Order' }),
            name: z.string().optional().meta({ title: 'Name' }),
          }),
        )
        .meta({ title: 'People', itemLabel: 'Person' }),
      groups: z.array(z.object({ title: z.string(), members: z.array(z.object({ email: z.email() })) })).optional(),
    }),
  },
  replies: { 201: z.object({}) },
  examples: [],
});

const provider = { ...demoProvider, operations: [...demoProvider.operations, invite] };
const pointer = '/body/people';
const ann = { email: 'ann@example.com', order: 1, extra: { kept: [1, 2] } };
const textWith = (...people: readonly object[]): string =>
  JSON.stringify({ operation: invite.id, connection: 'emulator', body: { people } }, null, 2);

describe('Rows on their way into a list and out of it', () => {
  let services: TestServices;
  let document: vscode.TextDocument;
  let panel: FakePanel<Message<FormToWebview>>;
  let session: RequestSession;
  let form: RequestForm;

  beforeEach(async () => {
    services = createTestServices([{ ...provider, load: async () => provider }]);
    document = await openUntitled(textWith(ann));
    panel = new FakePanel();
    session = new RequestSession(services, document);
    form = new RequestForm(services, session, panel.panel);
    panel.say({ type: 'ready' });
    await when(session.onDidChange, () => session.state?.kind === 'checked');
  });

  afterEach(async () => {
    form.dispose();
    session.dispose();
    await services.dispose();
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });

  /** What the page is shown of rows after it says something: null once they are gone. */
  const afterSaying = async (message: object): Promise<RowsPreview | null> => {
    const before = panel.posted.length;
    panel.say(message);
    const [posted] = await when(panel.onDidPost, () => {
      const found = panel.posted.slice(before).flatMap((one) => (one.type === 'rows' ? [one] : []));
      return found.length > 0 && found;
    });
    return posted?.preview ?? null;
  };

  const preview = async (message: object): Promise<RowsPreview> =>
    (await afterSaying(message)) ?? assert.fail('nothing is shown of the rows');

  const people = (): unknown => JSON.parse(document.getText()).body.people;

  const untilPeople = (count: number) =>
    when(vscode.workspace.onDidChangeTextDocument, () => (people() as readonly unknown[]).length === count);

  const pasted = (text: string) => ({ type: 'readRows', pointer, text, version: session.version });

  it('are shown before anything is written, and leave the text alone when they are dropped', async () => {
    const text = document.getText();
    const shown = await preview(pasted('E-mail;Order\r\nann@example.com;2\r\nben@example.com;3\r\nno address;4\r\n'));
    assert.equal(shown.source, 'the clipboard');
    assert.deepEqual([shown.rows, shown.added, shown.skipped], [3, 2, 1]);
    assert.deepEqual(shown.choices.targets, ['/email', '/order']);
    assert.deepEqual(shown.existing?.rows, [1]);
    assert.deepEqual(
      shown.wrong.map(({ rows }) => rows),
      [[3]],
    );
    assert.equal(await afterSaying({ type: 'dropRows' }), null);
    assert.equal(document.getText(), text);
  });

  it('are understood as one says, and taken in one step to undo', async () => {
    const { choices } = await preview(pasted('E-mail;Order\r\nann@example.com;2\r\nben@example.com;3\r\n'));
    const changed = { ...choices, existing: 'update', targets: ['/email', null] };
    const shown = await preview({ type: 'chooseRows', choices: changed });
    assert.deepEqual([shown.added, shown.updated, shown.skipped], [1, 1, 0]);
    const again = await preview({ type: 'chooseRows', choices: { ...changed, targets: ['/email', '/order'] } });
    assert.deepEqual([again.added, again.updated], [1, 1]);
    assert.equal(await afterSaying({ type: 'takeRows' }), null);
    assert.deepEqual(people(), [
      { ...ann, order: 2 },
      { email: 'ben@example.com', order: 3 },
    ]);
  });

  it('are nothing to take once they were taken or dropped', async () => {
    await preview(pasted('E-mail\r\nben@example.com\r\n'));
    const gone = afterSaying({ type: 'takeRows' });
    panel.say({ type: 'takeRows' });
    assert.equal(await gone, null);
    await session.edits.settled();
    assert.deepEqual(people(), [ann, { email: 'ben@example.com' }]);
  });

  it('come from a file of any separator and encoding, and a workbook is no such file', async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('E-mail\tName\r\nzoë@example.com\tZoë\r\n', 'utf16le'),
    ]);
    const file = join(services.storage, 'people.txt');
    writeFileSync(file, utf16);
    const shown = await answeringFiles(file, () => preview({ type: 'openRows', pointer, version: session.version }));
    assert.deepEqual([shown.source, shown.rows, shown.choices.separator], ['people.txt', 1, '\t']);
    assert.deepEqual(shown.columns[1]?.samples, ['Zoë']);
    await afterSaying({ type: 'dropRows' });
    const book = join(services.storage, 'people.xlsx');
    writeFileSync(book, 'PK\u0003\u0004');
    const said = await warnings(() =>
      answeringFiles(book, async () => panel.say({ type: 'openRows', pointer, version: session.version })),
    );
    assert.match(said, /workbook/);
  });

  it('are copied with their digits, and saved as CSV that a spreadsheet reads', async () => {
    const edit = new vscode.WorkspaceEdit();
    const text = textWith(ann, { email: 'b;en@example.com', order: 2, name: 'Ben "B" Lee' }).replace(
      '"order": 2',
      '"order": 2.0',
    );
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
    await vscode.workspace.applyEdit(edit);
    await when(session.onDidChange, () => {
      const { state } = session;
      return state?.kind === 'checked' && state.request.written === text;
    });
    const range = { pointer, rows: [0, 1], columns: ['/email', '/order', '/name'] };
    panel.say({ type: 'copyCells', ...range, hasHead: false, number: 1, version: session.version });
    const copied = await when(panel.onDidPost, () => panel.posted.find((one) => one.type === 'copied'));
    assert.equal(copied.text, 'ann@example.com\t1\t\r\nb;en@example.com\t2.0\t"Ben ""B"" Lee"');
    assert.equal(await vscode.env.clipboard.readText(), copied.text);
    const target = join(services.storage, 'out.csv');
    const window = vscode.window as { showSaveDialog: unknown };
    const own = window.showSaveDialog;
    window.showSaveDialog = async () => vscode.Uri.file(target);
    try {
      const saved = written(target);
      panel.say({ type: 'saveRows', ...range, version: session.version });
      assert.equal(
        await saved,
        '\uFEFFE-mail,Order,Name\r\nann@example.com,1,\r\nb;en@example.com,2.0,"Ben ""B"" Lee"',
      );
    } finally {
      window.showSaveDialog = own;
    }
  });

  it('are copied with what was written a moment before, and put into cells with their empty rows', async () => {
    const { version } = session;
    const set = (at: string, value: string) => ({ kind: 'set', pointer: `${pointer}/0${at}`, value });
    panel.say({ type: 'edit', edits: [set('/name', 'Ann')], number: 1, version });
    panel.say({ type: 'edit', edits: [set('/email', 'lee@example.com')], number: 2, version });
    const range = { pointer, rows: [0], columns: ['/email', '/order', '/name'] };
    panel.say({ type: 'copyCells', ...range, hasHead: false, number: 3, version });
    const copied = await when(panel.onDidPost, () => panel.posted.find((one) => one.type === 'copied'));
    assert.equal(copied.text, 'lee@example.com\t1\tAnn');
    await when(panel.onDidPost, () => panel.posted.some((one) => 'handled' in one && one.handled === 3));
    const cells = { pointer, rows: [0], columns: ['/order', '/name'] };
    panel.say({ type: 'pasteCells', ...cells, text: '\tBo\r\n\t\r\n7\t\r\n', number: 4, version });
    await untilPeople(2);
    assert.deepEqual(people(), [
      { email: 'lee@example.com', extra: ann.extra, name: 'Bo' },
      { email: '', order: 7 },
    ]);
  });

  it('are shown again to a page that was hidden meanwhile, as they were understood by then', async () => {
    const { choices } = await preview(pasted('E-mail;Order\r\nann@example.com;2\r\nben@example.com;3\r\n'));
    await preview({ type: 'chooseRows', choices: { ...choices, existing: 'update' } });
    const again = await preview({ type: 'ready' });
    assert.deepEqual([again.choices.existing, again.added, again.updated], ['update', 1, 1]);
    assert.equal(await afterSaying({ type: 'takeRows' }), null);
  });

  describe('that are looked at while the text changes', () => {
    const group = (title: string) => ({ title, members: [{ email: `${title}@example.com` }] });
    const groups = () => JSON.parse(document.getText()).body.groups;
    const edit = (kind: 'remove' | 'move', at: string, places = {}) =>
      session.edits.apply([{ kind, pointer: at, ...places } as FormEdit], session.version);

    beforeEach(async () => {
      const value = ['first', 'second', 'third'].map(group);
      await session.edits.apply([{ kind: 'set', pointer: '/body/groups', value }], session.version);
      await session.settled();
    });

    it('go into the list that they were read into, wherever it is by then', async () => {
      await preview({ ...pasted('E-mail\r\nnew@example.com\r\n'), pointer: '/body/groups/1/members' });
      const moved = when(panel.onDidPost, () => {
        const last = panel.posted.findLast((one) => one.type === 'rows');
        return last?.type === 'rows' && last.preview?.pointer === '/body/groups/0/members';
      });
      await edit('remove', '/body/groups/0');
      await moved;
      assert.equal(await afterSaying({ type: 'takeRows' }), null);
      const members = [...group('second').members, { email: 'new@example.com' }];
      assert.deepEqual(groups(), [{ ...group('second'), members }, group('third')]);
    });

    it('are dropped with a word when that list has gone', async () => {
      await preview({ ...pasted('E-mail\r\nnew@example.com\r\n'), pointer: '/body/groups/1/members' });
      const said = await warnings(() => edit('remove', '/body/groups/1'));
      assert.match(said, /has gone, and nothing was taken/);
      panel.say({ type: 'takeRows' });
      await session.edits.settled();
      assert.deepEqual(groups(), [group('first'), group('third')]);
    });

    it('go into the cells of the rows that they were pasted at', async () => {
      const bo = { email: 'bo@example.com' };
      await session.edits.apply([{ kind: 'append', pointer, value: bo }], session.version);
      await session.settled();
      const cells = { pointer, rows: [1], columns: ['/name'] };
      await preview({ ...pasted('Bo'), cells });
      await edit('move', pointer, { from: 1, to: 0 });
      await session.settled();
      panel.say({ type: 'rowsToCells', number: 1, version: session.version });
      await when(vscode.workspace.onDidChangeTextDocument, () => document.getText().includes('"Bo"'));
      assert.deepEqual(people(), [{ ...bo, name: 'Bo' }, ann]);
    });
  });

  it('are sent by whoever sends right behind them', async () => {
    const sent = new Promise<unknown>((resolve) => {
      services.sender.onDidSend(({ request: { body } }) => resolve(body));
    });
    const { version } = document;
    const cells = { pointer, rows: [0], columns: ['/name'] };
    panel.say({ type: 'pasteCells', ...cells, text: 'Bo', number: 1, version });
    panel.say({ type: 'send' });
    assert.deepEqual(await sent, { people: [{ ...ann, name: 'Bo' }] });
  });
});

/** The content of a file, once there is one. */
function written(file: string): Promise<string> {
  return new Promise((resolve) => {
    const watcher = watch(dirname(file), () => {
      const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
      if (text === '') return;
      watcher.close();
      resolve(text);
    });
  });
}

/** As a person who chooses a file. */
async function answeringFiles<T>(file: string, work: () => Promise<T>): Promise<T> {
  const window = vscode.window as { showOpenDialog: unknown };
  const own = window.showOpenDialog;
  window.showOpenDialog = async () => {
    window.showOpenDialog = own;
    return [vscode.Uri.file(file)];
  };
  return work();
}

/** The first warning that comes of it. */
function warnings(work: () => Promise<unknown>): Promise<string> {
  const window = vscode.window as { showWarningMessage: unknown };
  const own = window.showWarningMessage;
  return new Promise((resolve, reject) => {
    window.showWarningMessage = async (message: string) => {
      window.showWarningMessage = own;
      resolve(message);
    };
    work().catch(reject);
  });
}
