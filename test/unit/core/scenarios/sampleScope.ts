import type { Scope } from '../../../../src/core/scenarios/expressions/scope';

/** A moment of a run that has a value for every kind of expression. */
export const sampleScope: Scope = {
  inputs: { username: 'anna', 'x-api.key': 'dotted', person: { email: 'anna@example.com' } },
  outputs: { bar: 1 },
  steps: new Map([['someStepId', { pets: [{ id: 1 }] }]]),
  workflows: new Map([['foo', { inputs: { username: 'ben' }, outputs: { mappedResponse: { name: 'Rex' } } }]]),
  exchange: {
    url: 'https://api.example.com/pets/7?tag=x',
    method: 'POST',
    request: {
      headers: { accept: 'application/json' },
      path: { id: '7' },
      query: { tag: 'x' },
      body: { user: { uuid: 'u-1' } },
    },
    reply: {
      status: 201,
      headers: { server: 'toy', 'content-type': 'application/json' },
      body: {
        status: 'Pending',
        none: null,
        yes: true,
        count: 3,
        digits: '200',
        list: [{ id: 1 }, { id: 2, status: 'created' }],
        'a/b': { '~': 'odd' },
        'with blank': 1,
      },
    },
  },
};
