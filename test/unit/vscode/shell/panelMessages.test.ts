import assert from 'node:assert/strict';
import { parseReplyMessage } from '../../../../src/vscode/replies/replyMessage';
import { parseFormMessage } from '../../../../src/vscode/requests/form/formMessage';
import { parseJourneyMessage } from '../../../../src/vscode/scenarios/picture/journeyMessage';
import { parseSetUpMessage } from '../../../../src/vscode/setup/page/setUpMessage';

/** What the page says of its third edit. */
function edit(...edits: readonly unknown[]) {
  return { type: 'edit', edits, number: 3, version: 12 };
}

const formMessages: readonly unknown[] = [
  { type: 'ready' },
  { type: 'send' },
  { type: 'mendText' },
  { type: 'chooseConnection', id: 'emulator' },
  { type: 'chooseFile', pointer: '/body/file', version: 3 },
  edit({ kind: 'set', pointer: '/body/invites/0/email', value: 'a@b.example' }),
  edit({ kind: 'set', pointer: '/body', value: { nested: [1, null, true] } }),
  edit({ kind: 'insert', pointer: '/body/list', index: 0, value: null }),
  edit({ kind: 'append', pointer: '/body/list', value: {} }),
  edit({ kind: 'move', pointer: '/body/list', from: 1, to: 0 }),
  edit({ kind: 'remove', pointer: '/query/page' }),
  { type: 'mendAll', title: 'Leave out every null' },
  { type: 'chooseOperation', id: 'demo/invite' },
  edit({ kind: 'rename', pointer: '/body/emial', key: 'email' }, { kind: 'remove', pointer: '/query/page' }),
];

const replyMessages: readonly unknown[] = [{ type: 'ready' }, { type: 'openLink', index: 0 }, { type: 'saveBody' }];

const journeyMessages: readonly unknown[] = [
  { type: 'ready' },
  { type: 'chooseWorkflow', workflowId: 'declined' },
  { type: 'revealStep', index: 3 },
  { type: 'copyDiagram' },
];

const setUpMessages: readonly unknown[] = [
  { type: 'ready' },
  { type: 'test' },
  { type: 'save', untested: true },
  edit({ kind: 'set', pointer: '/connection/environment', value: 'custom' }),
  edit({ kind: 'set', pointer: '/credentials', value: { kind: 'token' } }),
];

const strangers: readonly unknown[] = [
  undefined,
  'ready',
  { type: 'eval', code: '1' },
  { type: 'ready', more: true },
  { type: 'edit' },
  { type: 'edit', edits: [] },
  { ...edit(), version: -1 },
  { ...edit(), number: 0.5 },
  edit({ kind: 'remove', pointer: '/body' }, { kind: 'remove', pointer: '/connection' }),
  edit({ kind: 'set', pointer: '/operation', value: 'other/call' }),
  edit({ kind: 'set', pointer: 'body', value: 1 }),
  edit({ kind: 'set', pointer: '/body/x', value: new Date(0) }),
  edit({ kind: 'insert', pointer: '/body', index: -1, value: 1 }),
  edit({ kind: 'insert', pointer: '/body', index: 1.5, value: 1 }),
  { type: 'openLink', index: 'https://elsewhere.example' },
  { type: 'openLink', url: 'https://elsewhere.example' },
  { type: 'revealStep', index: '/workflows/0' },
  { type: 'run', workflowId: 'other' },
];

describe('panel messages', () => {
  for (const message of formMessages) {
    it(`takes ${JSON.stringify(message)} from the form`, () => assert.deepEqual(parseFormMessage(message), message));
  }
  for (const message of replyMessages) {
    it(`takes ${JSON.stringify(message)} from the reply`, () => assert.deepEqual(parseReplyMessage(message), message));
  }
  for (const message of journeyMessages) {
    it(`takes ${JSON.stringify(message)} from the journey`, () =>
      assert.deepEqual(parseJourneyMessage(message), message));
  }
  for (const message of setUpMessages) {
    it(`takes ${JSON.stringify(message)} from the form of a connection`, () =>
      assert.deepEqual(parseSetUpMessage(message), message));
  }
  for (const message of strangers) {
    it(`takes ${JSON.stringify(message)} from nobody`, () => {
      assert.equal(parseFormMessage(message), undefined);
      assert.equal(parseReplyMessage(message), undefined);
      assert.equal(parseJourneyMessage(message), undefined);
      assert.equal(parseSetUpMessage(message), undefined);
    });
  }
});
