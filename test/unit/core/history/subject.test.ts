import assert from 'node:assert/strict';
import * as z from 'zod';
import type { HistoryEntry } from '../../../../src/core/history/entry';
import { KnownNames } from '../../../../src/core/history/knownNames';
import { type SubjectSources, subjectOf } from '../../../../src/core/history/subject';
import { defineOperation, type PreparedRequest, type RequestValues } from '../../../../src/core/operation';
import type { RequestFile } from '../../../../src/core/requests/requestFile';
import { sampleEntry } from '../../node/sampleEntry';

const boxId = z.string().meta({ refersTo: 'boxes' });
const call = { title: 'A call', summary: '', method: 'POST', docs: '', replies: {}, examples: [] } as const;
const operations = [
  defineOperation({ ...call, id: 'demo/create', path: '/boxes', request: { body: z.object({ name: z.string() }) } }),
  defineOperation({
    ...call,
    id: 'demo/send',
    path: '/boxes/{box_id}/people/{person_id}',
    request: { path: z.object({ box_id: boxId, person_id: z.string() }), body: z.json() },
  }),
  defineOperation({
    ...call,
    id: 'demo/join',
    path: '/joined',
    request: { body: z.object({ boxes: z.array(z.object({ id: boxId })) }) },
  }),
  defineOperation({ ...call, id: 'demo/list', path: '/all', request: {} }),
];
const provider: SubjectSources['provider'] = {
  operations,
  resources: {
    collections: [
      {
        id: 'boxes',
        title: 'Boxes',
        noun: 'box',
        create: ['demo/create'],
        verbs: [],
        read: () => Promise.reject(new Error('not read here')),
      },
    ],
  },
};

const place = { provider: 'demo', connection: 'emulator', collection: 'boxes' };

function stepTo(box: string): PreparedRequest {
  return { verb: 'send', title: 'Send', operation: 'demo/send', path: { box_id: box, person_id: 'p' } };
}

interface Told {
  readonly operation: string;
  readonly values?: RequestValues;
  readonly reply?: unknown;
  readonly nextSteps?: readonly PreparedRequest[];
  readonly recipient?: string;
  readonly names?: (names: KnownNames) => void;
}

function subject({ operation, values, reply = {}, nextSteps = [], recipient, names: learn }: Told) {
  const names = new KnownNames();
  learn?.(names);
  const request: RequestFile = { operation, connection: 'emulator', ...values };
  const entry: HistoryEntry = { ...sampleEntry('e', JSON.stringify(reply)), operation, request };
  return subjectOf(entry, { provider, names, nextSteps, recipient });
}

const path = { box_id: 'box-1', person_id: 'ann' };
const box = { document: 'box-1' };

const cases: Readonly<Record<string, readonly [Told, ReturnType<typeof subject>]>> = {
  'the document that the path names': [{ operation: 'demo/send', values: { path } }, box],
  'its title as the tree knows it': [
    {
      operation: 'demo/send',
      values: { path },
      names: (names) => names.learn(place, [{ id: 'box-1', title: 'Lease' }]),
    },
    { ...box, title: 'Lease' },
  ],
  'not the title of the same id on another connection': [
    {
      operation: 'demo/send',
      values: { path },
      names: (names) => names.learn({ ...place, connection: 'live' }, [{ id: 'box-1', title: 'Lease' }]),
    },
    box,
  ],
  'its title where ids have their kind in front elsewhere': [
    {
      operation: 'demo/send',
      values: { path },
      names: (names) => names.learn(place, [{ id: '/boxes/box-1', title: 'Lease' }]),
    },
    { ...box, title: 'Lease' },
  ],
  'its title as the reply tells it beside the id': [
    {
      operation: 'demo/send',
      values: { path },
      reply: { owner: { name: 'Eve' }, box: { id: 'box-1', title: 'Lease' } },
    },
    { ...box, title: 'Lease' },
  ],
  'not the title of something else in the reply': [
    { operation: 'demo/send', values: { path }, reply: { id: 'other', name: 'Eve', note: 'box-1' } },
    box,
  ],
  'what was created, by what the reply leads to, with the name that it was given': [
    {
      operation: 'demo/create',
      values: { body: { people: [{ name: 'Ann' }], name: 'Lease' } },
      nextSteps: [stepTo('box-1'), stepTo('box-1')],
    },
    { ...box, title: 'Lease' },
  ],
  'nothing where a reply leads to many documents': [
    { operation: 'demo/list', nextSteps: [stepTo('box-1'), stepTo('box-2')] },
    undefined,
  ],
  'the first of several that a body names': [
    { operation: 'demo/join', values: { body: { boxes: [{ id: 'box-1' }, { id: 'box-2' }] } } },
    box,
  ],
  'no id that is masked or left out': [
    { operation: 'demo/join', values: { body: { boxes: [{ id: '‹secret:id›' }, {}] } } },
    undefined,
  ],
  'a recipient whom the document is known to have': [
    {
      operation: 'demo/send',
      values: { path, body: { copy: 'eve@example.com' } },
      names: (names) =>
        names.learnRecipients(place, {
          id: 'box-1',
          title: 'Lease',
          recipients: [{ id: 'ann', title: 'Ann Lee', actions: [] }],
          actions: [],
        }),
    },
    { ...box, recipient: 'Ann Lee' },
  ],
  'no recipient of the same id of another document': [
    {
      operation: 'demo/send',
      values: { path },
      names: (names) =>
        names.learnRecipients(place, {
          id: 'box-2',
          title: 'Lease',
          recipients: [{ id: 'ann', title: 'Ann Lee', actions: [] }],
          actions: [],
        }),
    },
    box,
  ],
  'the addresses of the body': [
    { operation: 'demo/send', values: { path, body: [{ email: 'ann@example.com' }, { email: 'ben@example.com' }] } },
    { ...box, recipient: 'ann@example.com +1' },
  ],
  'whom the link was asked for, before all others': [
    { operation: 'demo/send', values: { path, body: { email: 'ann@example.com' } }, recipient: 'Ben' },
    { ...box, recipient: 'Ben' },
  ],
  'nothing of an operation that nobody has': [{ operation: 'demo/gone', values: { path } }, undefined],
};

describe('subjectOf', () => {
  for (const [sentence, [told, expected]] of Object.entries(cases)) {
    it(`knows ${sentence}`, () => assert.deepEqual(subject(told), expected));
  }
});

describe('KnownNames', () => {
  it('lists the documents of a collection, those read last first, and forgets the oldest of many', () => {
    const names = new KnownNames();
    names.learn(place, [
      { id: '/boxes/a', title: 'One' },
      { id: 'b', title: 'Two' },
      { id: 'untitled', title: 'untitled' },
    ]);
    names.learn({ ...place, collection: 'others' }, [{ id: 'c', title: 'Three' }]);
    const { collection: _collection, ...account } = place;
    names.learn(account, [{ id: 'd', title: 'Of nobody knows what' }]);
    names.learn(account, [{ id: 'b', title: 'Two, renamed' }]);
    assert.deepEqual(names.documents(place), [
      { id: 'b', title: 'Two, renamed' },
      { id: '/boxes/a', title: 'One' },
    ]);
    names.learn(
      place,
      Array.from({ length: 6_000 }, (_one, index) => ({ id: String(index), title: `Box ${index}` })),
    );
    assert.equal(names.title(place, 'b'), undefined);
    assert.equal(names.title(place, '5999'), 'Box 5999');
  });
});
