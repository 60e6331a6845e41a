import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Recipient } from '../../../src/core/documents';
import type { DocumentChange } from '../../../src/core/live/documentChanges';
import { announceChange } from '../../../src/vscode/live/announceChange';
import type { LiveServices } from '../../../src/vscode/live/liveServices';
import { listingProvider } from '../listingProvider';
import { createTestServices, type TestServices } from '../testServices';

const [ann, ben]: readonly [Recipient, Recipient] = [
  { id: 'r1', title: 'Ann', status: { text: 'signed', tone: 'done' }, actions: [] },
  {
    id: 'r2',
    title: 'Ben',
    status: { text: 'pending', tone: 'open' },
    actions: [],
    signingPage: 'https://page.example/ben',
  },
];

const change = {
  document: { collection: 'notes', id: 'first', title: 'Note first', recipients: [ann, ben] },
  acted: [ann],
  next: [ben],
  left: [ben],
} as unknown as DocumentChange;

describe('A notification of what somebody did', () => {
  let services: TestServices;

  beforeEach(() => {
    const [notes] = listingProvider.resources.collections;
    assert.ok(notes);
    const read = async () => ({ id: 'first', title: 'Note first', recipients: [ann, ben], actions: [] });
    const provider = { ...listingProvider, resources: { collections: [{ ...notes, read }] } };
    services = createTestServices([{ ...provider, load: async () => provider }]);
  });

  afterEach(() => services.dispose());

  /** What is offered, and where the answer leads. */
  async function announced(choose: (buttons: readonly string[]) => string | undefined) {
    const went: string[] = [];
    let offered: readonly string[] = [];
    const { window, env, commands } = vscode as unknown as Record<string, Record<string, unknown>>;
    assert.ok(window && env && commands);
    const own = [window['showInformationMessage'], env['openExternal'], commands['executeCommand']];
    window['showInformationMessage'] = async (_text: string, ...buttons: string[]) => {
      offered = buttons;
      return choose(buttons);
    };
    env['openExternal'] = async (address: vscode.Uri) => went.push(`page ${address.toString(true)}`);
    commands['executeCommand'] = async (id: string, argument: { target?: { document?: string } }) => {
      if (id.startsWith('esign.')) went.push(`${id} ${argument.target?.document}`);
    };
    try {
      await announceChange(services as unknown as LiveServices, listingProvider.id, change);
    } finally {
      [window['showInformationMessage'], env['openExternal'], commands['executeCommand']] = own;
    }
    return { offered, went };
  }

  it('leads to the document, and to the page of whoever is next', async () => {
    const { offered, went } = await announced(([, document]) => document);
    assert.deepEqual(offered, ['Open Page of Ben', 'Show Document']);
    assert.deepEqual(went, ['esign.revealDocument first']);
    assert.deepEqual((await announced(([page]) => page)).went, ['page https://page.example/ben']);
    assert.deepEqual((await announced(() => undefined)).went, []);
  });
});
