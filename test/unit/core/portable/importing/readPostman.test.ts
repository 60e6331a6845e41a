import assert from 'node:assert/strict';
import { readPostman } from '../../../../../src/core/portable/importing/readPostman';

describe('A collection of Postman', () => {
  it('leaves out the parameters that are switched off, and no other of the same name', () => {
    const query = [
      { key: 'limit', value: '10' },
      { key: 'limit', value: '20', disabled: true },
      { key: 'flag', value: null, disabled: true },
      { key: 'twice', value: '1' },
      { key: 'twice', value: '1', disabled: true },
    ];
    const url = { raw: 'https://a.example/x?limit=10&limit=20&flag&twice=1', query };
    const { calls } = readPostman({ item: [{ name: 'List', request: { method: 'GET', url } }] });
    assert.deepEqual(
      calls.map((call) => call.url),
      ['https://a.example/x?limit=10&twice=1'],
    );
  });
});
