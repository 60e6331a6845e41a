import * as assert from 'node:assert/strict';
import fc from 'fast-check';
import * as vscode from 'vscode';
import * as z from 'zod';
import { defineOperation } from '../../../src/core/operation';
import type { FormToWebview, Message } from '../../../src/protocol/messages';
import { RequestForm } from '../../../src/vscode/requests/form/requestForm';
import { RequestSession } from '../../../src/vscode/requests/session/requestSession';
import { demoProvider } from '../../unit/emulator/demoProvider';
import { runs } from '../../unit/fixtures/runs';
import { FakePanel } from '../fakePanel';
import { createTestServices, type TestServices, when } from '../testServices';
import { openUntitled } from '../untitledText';

const person = z.object({ email: z.string().meta({ title: 'E-mail' }), name: z.string().optional() });
const invite = defineOperation({
  ...{
    id: 'demo-notes/invite',
    title: 'Invite',
    summary: 'Asks people to read.',
    method: 'POST',
    path: '/api/v1/invites',
  },
  docs: 'https://demo.example/docs',
  request: { body: z.object({ groups: z.array(z.object({ title: z.string(), people: z.array(person) })) }) },
  replies: { 201: z.object({}) },
  examples: [],
});
const provider = { ...demoProvider, operations: [...demoProvider.operations, invite] };

type Groups = readonly { readonly title: string; readonly people: readonly Record<string, unknown>[] }[];

/** `Ann.Ben|Cleo` is a group of two and one of one. */
const groupsOf = (text: string): Groups =>
  text.split('|').map((names, index) => ({
    title: `group ${index}`,
    people: names.split('.').map((name) => ({ email: `${name}@example.com` })),
  }));
const textWith = (groups: Groups): string =>
  JSON.stringify({ operation: invite.id, connection: 'emulator', body: { groups } }, null, 2);

const seen = groupsOf('Ann.Ben.Cleo|Dora.Eve.Finn');
const inner = '/body/groups/1/people';
const nested = { pointer: '/body/groups', nested: '/people' };

/* The page has drawn rows, somebody else writes into the text, and only then the page's message arrives. */
describe('Rows that the text has moved since the page drew them', () => {
  let services: TestServices;
  let document: vscode.TextDocument;
  let panel: FakePanel<Message<FormToWebview>>;
  let session: RequestSession;
  let form: RequestForm;
  let number = 0;

  beforeEach(async () => {
    number = 0;
    services = createTestServices([{ ...provider, load: async () => provider }]);
    document = await openUntitled(textWith(seen));
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

  async function write(groups: Groups): Promise<void> {
    const edit = new vscode.WorkspaceEdit();
    edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), textWith(groups));
    await vscode.workspace.applyEdit(edit);
  }

  const groups = (): Groups => JSON.parse(document.getText()).body.groups;
  const people = (): readonly Record<string, unknown>[] => groups().flatMap((group) => group.people);
  const named = (): readonly unknown[] => people().flatMap(({ email, name }) => (name ? [[email, name]] : []));

  /** Tells a message of what the page had drawn of a version, and waits until it is handled. */
  async function tell(message: object, version: number): Promise<void> {
    number += 1;
    const own = number;
    panel.say({ ...message, number: own, version });
    await when(panel.onDidPost, () => panel.posted.some((one) => 'handled' in one && one.handled >= own));
  }

  /** What the text is changed to behind the page's back: people and groups in front, some of those that are there left out. */
  const changes = fc.record({
    groupsBefore: fc.nat({ max: 2 }),
    peopleBefore: fc.nat({ max: 3 }),
    isFirstGone: fc.boolean(),
  });
  type Made = typeof changes extends fc.Arbitrary<infer Value> ? Value : never;

  async function change(made: Made): Promise<void> {
    const added = (count: number, word: string) =>
      Array.from({ length: count }, (_, index) => ({ email: `${word}${index}@example.com` }));
    const before = added(made.groupsBefore, 'group').map((one, index) => ({ title: `before ${index}`, people: [one] }));
    const left = seen.map(({ title, people: all }) => ({ title, people: all.slice(made.isFirstGone ? 1 : 0) }));
    const own = left.map(({ title, people: all }, index) => ({
      title,
      people: [...added(made.peopleBefore, `new${index}`), ...all],
    }));
    // One after the other, as somebody writes it.
    await write([...before, ...seen]);
    await write([...before, ...left]);
    await write([...before, ...own]);
  }

  const always = (work: (made: Made) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(changes, async (made) => {
        await write(seen);
        await session.settled();
        await work(made);
      }),
      { numRuns: runs(4) },
    );

  it('are those into which a text is pasted; what was meant for one that has gone goes nowhere', () =>
    always(async (made) => {
      const { version } = session;
      await change(made);
      const cells = { pointer: inner, rows: [0, 1, 2], columns: ['/name'] };
      await tell({ type: 'pasteCells', ...cells, text: 'D\r\nE\r\nF' }, version);
      const expected = [
        ['Dora@example.com', 'D'],
        ['Eve@example.com', 'E'],
        ['Finn@example.com', 'F'],
      ];
      assert.deepEqual(named(), expected.slice(made.isFirstGone ? 1 : 0));
    }));

  it('are those into which a text is pasted, as rows of several lists too', () =>
    always(async (made) => {
      const { version } = session;
      await change(made);
      const cells = { ...nested, rows: [2, 4], columns: ['/inner/name'] };
      await tell({ type: 'pasteCells', ...cells, text: 'C\r\nE' }, version);
      assert.deepEqual(named(), [
        ['Cleo@example.com', 'C'],
        ['Eve@example.com', 'E'],
      ]);
    }));

  it('are those that are copied, as they are now', () =>
    always(async (made) => {
      const { version } = session;
      await change(made);
      const cells = { pointer: inner, rows: [1, 2], columns: ['/email'], hasHead: false };
      const before = panel.posted.length;
      await tell({ type: 'copyCells', ...cells }, version);
      const copied = panel.posted.slice(before).find((one) => one.type === 'copied');
      assert.deepEqual(copied, { type: 'copied', text: 'Eve@example.com\r\nFinn@example.com' });
    }));

  it('are those that move to another list', () =>
    always(async (made) => {
      const { version } = session;
      await change(made);
      const before = people().length;
      // Eve, to Ann.
      const edits = [{ kind: 'set', pointer: `${nested.pointer}/4/number`, value: 1 }];
      await tell({ type: 'editRows', ...nested, edits }, version);
      const group = groups().find(({ people: all }) => all.some(({ email }) => email === 'Eve@example.com'));
      assert.equal(people().length, before);
      if (!made.isFirstGone) assert.equal(group?.title, 'group 0');
    }));

  it('are in the list that people are added to', () =>
    always(async (made) => {
      const { version } = session;
      await change(made);
      const before = groups();
      await tell({ type: 'addPeople', pointer: inner, count: 2 }, version);
      assert.deepEqual(
        groups().map(({ people: all }, index) => all.length - (before[index]?.people.length ?? 0)),
        before.map(({ title }) => (title === 'group 1' ? 2 : 0)),
      );
    }));

  it('keep what was written into them right before they are moved', async () => {
    const { version } = session;
    const name = { kind: 'set', pointer: `${inner}/1/name`, value: 'Eve' };
    panel.say({ type: 'edit', edits: [name], number: 1, version });
    number = 1;
    const edits = [{ kind: 'set', pointer: `${nested.pointer}/4/number`, value: 1 }];
    await tell({ type: 'editRows', ...nested, edits }, version);
    assert.deepEqual(named(), [['Eve@example.com', 'Eve']]);
    assert.equal(
      groups()[0]?.people.some(({ name: own }) => own === 'Eve'),
      true,
    );
  });
});
