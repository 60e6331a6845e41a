import assert from 'node:assert/strict';
import { parseReplyMessage } from '../../../../src/vscode/replies/replyMessage';
import { parseFormMessage } from '../../../../src/vscode/requests/form/formMessage';

const formMessages: readonly unknown[] = [
  { type: 'ready' },
  { type: 'send' },
  { type: 'mendText' },
  { type: 'chooseConnection', id: 'emulator' },
  { type: 'chooseFile', pointer: '/body/file' },
  { type: 'edit', edit: { kind: 'set', pointer: '/body/invites/0/email', value: 'a@b.example' } },
  { type: 'edit', edit: { kind: 'set', pointer: '/body', value: { nested: [1, null, true] } } },
  { type: 'edit', edit: { kind: 'insert', pointer: '/body/list', index: 0, value: null } },
  { type: 'edit', edit: { kind: 'move', pointer: '/body/list', from: 1, to: 0 } },
  { type: 'edit', edit: { kind: 'remove', pointer: '/query/page' } },
  { type: 'mendAll', title: 'Leave out every null' },
  { type: 'chooseOperation', id: 'demo/invite' },
  { type: 'mend', edits: [{ kind: 'rename', pointer: '/body/emial', key: 'email' }] },
];

const replyMessages: readonly unknown[] = [{ type: 'ready' }, { type: 'openLink', index: 0 }, { type: 'saveBody' }];

const strangers: readonly unknown[] = [
  undefined,
  'ready',
  { type: 'eval', code: '1' },
  { type: 'ready', more: true },
  { type: 'edit' },
  { type: 'mend', edits: [{ kind: 'remove', pointer: '/connection' }] },
  { type: 'edit', edit: { kind: 'set', pointer: '/operation', value: 'other/call' } },
  { type: 'edit', edit: { kind: 'set', pointer: 'body', value: 1 } },
  { type: 'edit', edit: { kind: 'set', pointer: '/body/x', value: new Date(0) } },
  { type: 'edit', edit: { kind: 'insert', pointer: '/body', index: -1, value: 1 } },
  { type: 'edit', edit: { kind: 'insert', pointer: '/body', index: 1.5, value: 1 } },
  { type: 'openLink', index: 'https://elsewhere.example' },
  { type: 'openLink', url: 'https://elsewhere.example' },
];

describe('panel messages', () => {
  for (const message of formMessages) {
    it(`takes ${JSON.stringify(message)} from the form`, () => assert.deepEqual(parseFormMessage(message), message));
  }
  for (const message of replyMessages) {
    it(`takes ${JSON.stringify(message)} from the reply`, () => assert.deepEqual(parseReplyMessage(message), message));
  }
  for (const message of strangers) {
    it(`takes ${JSON.stringify(message)} from nobody`, () => {
      assert.equal(parseFormMessage(message), undefined);
      assert.equal(parseReplyMessage(message), undefined);
    });
  }
});
