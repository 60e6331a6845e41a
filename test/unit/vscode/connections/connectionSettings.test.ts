import assert from 'node:assert/strict';
import {
  freeId,
  mergeSettings,
  readSettings,
  withoutSetting,
  withSetting,
} from '../../../../src/vscode/connections/connectionSettings';

const good = { id: 'mine', provider: 'p', baseUrl: 'https://a.test' };

describe('Connection settings', () => {
  const unusable: readonly { why: string; value: unknown }[] = [
    { why: 'no list', value: { mine: good } },
    { why: 'no object', value: ['mine'] },
    { why: 'null', value: [null] },
    { why: 'no id', value: [{ provider: 'p' }] },
    { why: 'an empty id', value: [{ ...good, id: '' }] },
    { why: 'the id of the emulator', value: [{ ...good, id: 'emulator' }] },
    { why: 'no provider', value: [{ id: 'mine' }] },
    { why: 'a base URL that is no text', value: [{ ...good, baseUrl: 1 }] },
    { why: 'variables that are no texts', value: [{ ...good, variables: { a: 1 } }] },
    { why: 'hosts that are a list', value: [{ ...good, hosts: ['https://a.test'] }] },
    { why: 'pins that are no lists', value: [{ ...good, pinned: { documents: 'a' } }] },
  ];
  for (const { why, value } of unusable) {
    it(`leaves out ${why}`, () => assert.deepEqual(readSettings(value), []));
  }

  it('reads what is well-formed, the first of each name', () => {
    const full = {
      ...good,
      title: 'Mine',
      hosts: { app: 'https://b.test' },
      variables: { v: '1' },
      pinned: { d: ['1'] },
    };
    assert.deepEqual(readSettings([full, { ...good, title: 'again' }, { ...good, provider: 'q' }]), [
      full,
      { ...good, provider: 'q' },
    ]);
  });

  it('prefers the connection of the workspace to the one of the user with its name', () => {
    const ofWorkspace = { ...good, baseUrl: 'https://w.test' };
    assert.deepEqual(mergeSettings([good, { ...good, id: 'other' }], [ofWorkspace]), [
      { ...good, id: 'other' },
      ofWorkspace,
    ]);
    assert.deepEqual(mergeSettings([good], undefined), [good]);
  });

  it('replaces, adds and removes by provider and id', () => {
    const changed = { ...good, title: 'New name' };
    assert.deepEqual(withSetting([good], changed), [changed]);
    assert.deepEqual(withSetting([good], { ...good, provider: 'q' }), [good, { ...good, provider: 'q' }]);
    assert.deepEqual(withoutSetting([good, { ...good, id: 'x' }], good), [{ ...good, id: 'x' }]);
  });

  const names: readonly { title: string; taken: readonly string[]; id: string }[] = [
    { title: 'My Sandbox', taken: [], id: 'my-sandbox' },
    { title: 'My Sandbox', taken: ['my-sandbox', 'my-sandbox-2'], id: 'my-sandbox-3' },
    { title: 'Emulator', taken: [], id: 'emulator-2' },
    { title: '測試', taken: [], id: 'connection' },
    { title: '  api.example.com:8080 ', taken: [], id: 'api-example-com-8080' },
  ];
  for (const { title, taken, id } of names) {
    it(`makes the id "${id}" of "${title}"`, () => assert.equal(freeId(title, taken), id));
  }
});
