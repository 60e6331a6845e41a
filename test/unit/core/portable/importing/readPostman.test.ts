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

  it('gives the calls of a folder its variables, and says once what authorization cannot be taken over', () => {
    const call = { request: { method: 'GET', url: '{{base}}/{{id}}' } };
    const inner = { name: 'Inner', variable: [{ key: 'id', value: '2' }], item: [{ name: 'B', ...call }] };
    const { calls, leftOut } = readPostman({
      auth: { type: 'bearer', bearer: [{ key: 'token', value: 'never-taken' }] },
      item: [
        { name: 'A', ...call },
        {
          name: 'Outer',
          auth: { type: 'awsv4' },
          variable: [{ key: 'id', value: '1' }],
          item: [{ name: 'C', ...call }, inner],
        },
      ],
    });
    assert.deepEqual(
      calls.map(({ title, variables }) => [title, variables?.map(({ value }) => value)]),
      [
        ['A', undefined],
        ['Outer / C', ['1']],
        ['Outer / Inner / B', ['1', '2']],
      ],
    );
    assert.deepEqual(leftOut, [
      { what: 'Outer', why: 'Authorization of the kind "awsv4" is none that the APIs here know.' },
    ]);
  });
});
