import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { emulatorConnectionId } from '../../../src/core/connections/connection';
import type { EntrySubject, HistoryEntry } from '../../../src/core/history/entry';
import type { SigningLink } from '../../../src/core/operation';
import type { Run } from '../../../src/core/sending/run';
import type { EmulatorAct, EmulatorsChange } from '../../../src/vscode/emulator/emulators';
import { LinkShelf } from '../../../src/vscode/live/links/linkShelf';

const now = Date.UTC(2030, 0, 1);
const minute = 60_000;
const at = (name: string) => `http://127.0.0.1:4010/sign/${name}`;
const ann = { document: 'first', title: 'Note first', recipient: 'Ann@Example.com' };

describe('The links that are alive', () => {
  let sent: vscode.EventEmitter<Run>;
  let entered: vscode.EventEmitter<HistoryEntry>;
  let acted: vscode.EventEmitter<EmulatorAct>;
  let changed: vscode.EventEmitter<EmulatorsChange>;
  let shelf: LinkShelf;

  beforeEach(() => {
    [sent, entered] = [new vscode.EventEmitter(), new vscode.EventEmitter()];
    [acted, changed] = [new vscode.EventEmitter(), new vscode.EventEmitter()];
    shelf = new LinkShelf({
      sender: { onDidSend: sent.event, onDidEnter: entered.event },
      emulators: { onDidAct: acted.event, onDidChange: changed.event },
    } as unknown as ConstructorParameters<typeof LinkShelf>[0]);
  });

  afterEach(() => {
    for (const one of [shelf, sent, entered, acted, changed]) one.dispose();
  });

  function bring(
    name: string,
    link: Partial<SigningLink> = {},
    subject: EntrySubject = ann,
    connection?: string,
  ): void {
    const outcome = { kind: 'replied', reading: { links: [{ url: at(name), ...link }] } };
    const request = { operation: 'demo-notes/make-link', connection: connection ?? emulatorConnectionId };
    sent.fire({ id: name, provider: 'demo-notes', request, outcome } as unknown as Run);
    entered.fire({ id: name, subject } as HistoryEntry);
  }

  function sign(name: string, done: Partial<Extract<EmulatorAct, { kind: 'page' }>['act']> = {}, status = 200): void {
    acted.fire({
      kind: 'page',
      provider: 'demo-notes',
      baseUrl: 'http://127.0.0.1:4010',
      act: { link: at(name), action: 'finish', ...done },
      reply: { status, body: { state: 'signed', signer: { name: 'Ann', email: 'ann@example.com' } } },
    });
  }

  const alive = () => shelf.alive(now).map(({ link }) => link.url.slice(at('').length));

  it('end by the clock of the emulator, also when it was moved in several steps', () => {
    bring('one', { expiresAt: now + 15 * minute });
    bring('endless');
    acted.fire({ kind: 'advanced', minutes: 10 });
    assert.deepEqual(
      shelf.alive(now).map(({ link }) => link.expiresAt),
      [undefined, now + 5 * minute],
    );
    bring('two', { expiresAt: now + 15 * minute });
    acted.fire({ kind: 'advanced', minutes: 5 });
    assert.deepEqual(alive(), ['two', 'endless']);
  });

  it('of accounts end by their own clock, and stay when the emulators start over or stop', () => {
    bring('one', { expiresAt: now + 15 * minute }, ann, 'sandbox');
    acted.fire({ kind: 'advanced', minutes: 60 });
    acted.fire({ kind: 'reset' });
    changed.fire('stopped');
    assert.deepEqual(alive(), ['one']);
  });

  it('are over with every other one of the same person on the same document', () => {
    bring('one');
    bring('two', { recipient: 'ANN@example.com' });
    bring('of Ben', {}, { ...ann, recipient: 'ben@example.com' });
    bring('elsewhere', {}, { ...ann, document: 'second' });
    bring('editor', { opens: 'Editor' });
    bring('of an account', {}, ann, 'sandbox');
    bring('of Cid', { recipient: 'ann@example.com', inPlaceOf: 'cid@example.com' });
    sign('one', { action: 'open' });
    sign('one', { action: 'decline' }, 403);
    assert.equal(alive().length, 7);
    const used: string[] = [];
    shelf.onDidUse(({ run }) => used.push(run));
    sign('one', { action: 'decline' });
    assert.deepEqual(alive(), ['of Cid', 'of an account', 'editor', 'elsewhere', 'of Ben']);
    assert.deepEqual(used, ['one', 'two']);
    acted.fire({ kind: 'reset' });
    assert.deepEqual(used, ['one', 'two']);
  });

  it('are over when the page was reached without one of them, as far as it tells whose it is', () => {
    bring('one');
    sign('mailed');
    assert.deepEqual(alive(), ['one']);
    sign('mailed', { document: 'first', as: 'Ann' });
    assert.deepEqual(alive(), []);
  });

  for (const [name, end] of [
    ['start over', () => acted.fire({ kind: 'reset' })],
    ['stop', () => changed.fire('stopped')],
  ] as const) {
    it(`of emulators that ${name} are gone, and those that come afterwards have all of their time`, () => {
      bring('one', { expiresAt: now + 15 * minute });
      acted.fire({ kind: 'advanced', minutes: 10 });
      end();
      assert.deepEqual(alive(), []);
      bring('two', { expiresAt: now + 15 * minute });
      assert.equal(shelf.alive(now)[0]?.link.expiresAt, now + 15 * minute);
    });
  }
});
