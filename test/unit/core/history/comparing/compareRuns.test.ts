import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compareRuns } from '../../../../../src/core/history/comparing/compareRuns';
import type { HistoryEntry, StoredOutcome } from '../../../../../src/core/history/entry';
import { sampleEntry } from '../../../node/sampleEntry';

const uuids = ['f742655b-7b27-43e1-9e4b-330246b140e6', '0b1c9a5e-92a4-4f57-8f0a-11d2c3e4f506'] as const;
const hexes = ['016c8d15f909003085ed074a06236bc50bb3e1c3', 'b2d6b0c94d8a4f0e9d51a7e3c86f2b1970e4d5a3'] as const;
const [uuidA, uuidB] = uuids;
const [hexA, hexB] = hexes;

type Replied = Extract<StoredOutcome, { kind: 'replied' }>;

interface Told {
  readonly sent?: unknown;
  readonly reply?: unknown;
  readonly url?: string;
  readonly path?: Record<string, string>;
  readonly headers?: Record<string, string>;
  readonly status?: number;
}

function run({
  sent = {},
  reply = {},
  url = 'http://127.0.0.1:1/a',
  path = {},
  headers = {},
  status = 200,
}: Told): HistoryEntry {
  const entry = sampleEntry('e');
  const outcome: Replied = { ...(entry.outcome as Replied), status, headers, body: JSON.stringify(reply) };
  return {
    ...entry,
    request: { ...entry.request, path },
    sent: { method: 'POST', url, headers: {}, body: JSON.stringify(sent) },
    outcome,
  };
}

/** What the two texts do not have in common, line by line. */
function differences(left: Told, right: Told): readonly (readonly [string, string])[] {
  const compared = compareRuns(run(left), run(right), 'folded');
  const [lines, others] = [compared.left, compared.right].map((text) => text.split('\n'));
  assert.ok(lines && others);
  assert.equal(lines.length, others.length, `${compared.left}\n---\n${compared.right}`);
  return lines.flatMap((line, index) => (line === others[index] ? [] : [[line.trim(), (others[index] ?? '').trim()]]));
}

const alike: Readonly<Record<string, readonly [Told, Told]>> = {
  'ids of the same form in the same place': [{ reply: { id: uuidA } }, { reply: { id: uuidB } }],
  'ids that both stand in several places': [
    {
      url: `http://h/d/${hexA}/x`,
      path: { document_id: hexA },
      sent: { for: hexA },
      reply: { data: [{ id: uuidA }, { id: hexA }] },
    },
    {
      url: `http://h/d/${hexB}/x`,
      path: { document_id: hexB },
      sent: { for: hexB },
      reply: { data: [{ id: uuidB }, { id: hexB }] },
    },
  ],
  'ids in longer texts': [
    { reply: { message: `Document ${hexA} of ${uuidA}.` } },
    { reply: { message: `Document ${hexB} of ${uuidB}.` } },
  ],
  'numbers that are ids by name': [{ reply: { userId: 17, copies: 2 } }, { reply: { userId: 18, copies: 2 } }],
  'ids in an address that escapes them': [
    { url: 'http://h/p/9xZvSoqg-ksfWUMGUDjmt1D4tzA%3D/r', path: { packageId: '9xZvSoqg-ksfWUMGUDjmt1D4tzA=' } },
    { url: 'http://h/p/Sx8mQe4tWv1yBn6kRj3pZa5dFuc%3D/r', path: { packageId: 'Sx8mQe4tWv1yBn6kRj3pZa5dFuc=' } },
  ],
  'times in all their forms': [
    {
      headers: { date: 'Fri, 27 Nov 2026 22:00:00 GMT', 'x-request-id': 'a1b2c3d4e5f6a7b8c9' },
      reply: {
        created: '1794902400',
        at: '2026-11-17T12:00:00Z',
        note: 'since 2026-11-17T12:00:00.000Z',
        expires: 1794902400,
      },
    },
    {
      headers: { date: 'Sat, 28 Nov 2026 01:02:03 GMT', 'x-request-id': 'b1b2c3d4e5f6a7b8c0' },
      reply: {
        created: '1794902999',
        at: '2026-12-17T12:00:01Z',
        note: 'since 2026-11-18T12:00:00.000Z',
        expires: 1794992400,
      },
    },
  ],
};

const unlike: Readonly<Record<string, readonly [Told, Told, readonly [string, string]]>> = {
  'another status': [{ status: 200 }, { status: 400 }, ['Reply: 200 OK', 'Reply: 400 OK']],
  'an address': [
    { sent: { email: 'a@x.org' } },
    { sent: { email: 'b@x.org' } },
    ['"email": "a@x.org"', '"email": "b@x.org"'],
  ],
  'a number that is no id': [{ reply: { copies: 17 } }, { reply: { copies: 18 } }, ['"copies": 17', '"copies": 18']],
  'digits as they are spelled': [{ reply: { price: 1 } }, { reply: { price: '1' } }, ['"price": 1', '"price": "1"']],
  'a date without a time, which a person has chosen': [
    { sent: { expires: '2026-12-01' } },
    { sent: { expires: '2026-12-31' } },
    ['"expires": "2026-12-01"', '"expires": "2026-12-31"'],
  ],
  'an id that is none any more': [
    { reply: { id: hexA } },
    { reply: { id: hexA.slice(1) } },
    ['"id": "<id 1>"', `"id": "${'<id 2>'}"`],
  ],
  'an id where there was none': [{ reply: { id: null } }, { reply: { id: uuidA } }, ['"id": null', '"id": "<id 1>"']],
  'an id of a person’s own words': [
    { sent: { roleId: 'Signer1' } },
    { sent: { roleId: 'Signer2' } },
    ['"roleId": "Signer1"', '"roleId": "Signer2"'],
  ],
  'a checksum': [{ reply: { sha1: hexA } }, { reply: { sha1: hexB } }, [`"sha1": "${hexA}"`, `"sha1": "${hexB}"`]],
  'two ids that were one': [
    { reply: { one_id: uuidA, other_id: uuidA } },
    { reply: { one_id: uuidA, other_id: uuidB } },
    ['"other_id": "<one id 1>"', '"other_id": "<other id 1>"'],
  ],
  'two ids in the other order': [
    { reply: { ids: [uuidA, uuidB] } },
    { reply: { ids: [uuidB, uuidB] } },
    ['"<id 1>",', '"<id 2>",'],
  ],
  'a number beside an id that is spelled alike': [
    { reply: { id: '10000', amount: '10000' } },
    { reply: { id: '20000', amount: '20000' } },
    ['"amount": "10000"', '"amount": "20000"'],
  ],
  'a text that is spelled like a placeholder': [
    { reply: { at: '<time>' } },
    { reply: { at: '2026-11-17T12:00:00Z' } },
    ['"at": "\\u003ctime>"', '"at": "<time>"'],
  ],
};

describe('compareRuns', () => {
  for (const [sentence, [left, right]] of Object.entries(alike)) {
    it(`shows no difference for ${sentence}`, () => assert.deepEqual(differences(left, right), []));
  }

  for (const [sentence, [left, right, expected]] of Object.entries(unlike)) {
    it(`shows ${sentence}`, () => assert.deepEqual(differences(left, right), [expected]));
  }

  it('names a placeholder by what holds the id, once for all its places', () => {
    const { left } = compareRuns(
      run({
        url: `http://h/document/${hexA}`,
        path: { document_id: hexA },
        reply: { data: [{ id: uuidA }], doc: hexA },
      }),
      run({}),
      'folded',
    );
    assert.match(left, /^Request: POST http:\/\/h\/document\/<document id 1>$/m);
    assert.match(left, /"doc": "<document id 1>"/);
    assert.match(left, /"id": "<data id 1>"/);
  });

  it('leaves everything as it is in the raw form, with secrets masked as in the entry', () => {
    const entry = run({ reply: { id: uuidA, link: '‹secret:signing link›' } });
    const { left, right } = compareRuns(entry, entry, 'raw');
    assert.equal(left, right);
    assert.ok(left.includes(uuidA) && left.includes('‹secret:signing link›'));
  });

  it('shows a body that is cut off, or no JSON, as far as it goes', () => {
    const cut = run({});
    const outcome: Replied = { ...(cut.outcome as Replied), body: `{"id":"${uuidA}","a":"b`, truncated: true };
    const { left } = compareRuns({ ...cut, outcome }, cut, 'folded');
    assert.match(left, /"id": "<id 1>"/);
    assert.match(left, /"b\n\(the rest of the body is not kept\)\n$/);
    const html = compareRuns({ ...cut, outcome: { ...outcome, body: `<p>${hexA}</p>` } }, cut, 'folded').left;
    assert.match(html, /<p><id 1><\/p>/);
  });

  it('says why there is no reply, and what would have been sent', () => {
    const entry: HistoryEntry = {
      ...run({}),
      sent: undefined,
      outcome: { kind: 'failed', problem: { kind: 'missingCredentials', connection: 'mine', names: [] } as never },
    };
    const { left } = compareRuns(entry, run({}), 'raw');
    assert.match(left, /^Request, which was not sent$/m);
    assert.match(left, /^No reply$/m);
  });

  const plain = fc.oneof(
    fc.constantFrom('pending', 'Signer 1', 'ann@example.com', '2026-12-01', 'a/b', '', '12', 'x'.repeat(30)),
    fc.integer({ min: -5, max: 5_000 }),
    fc.boolean(),
    fc.constant(null),
  );
  /** A leaf is a plain value, or the number of an id or of a time. */
  const leaf = fc.oneof(
    plain.map((value) => ({ plain: value })),
    fc.nat(7).map((id) => ({ id })),
    fc.nat(1_000_000).map((time) => ({ time })),
  );
  type Leaf = { readonly plain: unknown } | { readonly id: number } | { readonly time: number };
  const names = fc.constantFrom('id', 'name', 'status', 'document_id', 'created', 'copies', 'data', 'signers');
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.dictionary(names, tie('tree'), { maxKeys: 4 }).map((members) => ({ members })),
      fc.array(tie('tree'), { maxLength: 4 }).map((items) => ({ items })),
    ),
  }));

  /** The value of a tree in one run: ids and times are that run's own, and so is the leaf that is changed. */
  function valueIn(node: unknown, of: number, change?: { left: number }): unknown {
    const one = node as { members?: Record<string, unknown>; items?: unknown[] } & Leaf;
    if (one.members !== undefined) {
      return Object.fromEntries(Object.entries(one.members).map(([name, inner]) => [name, valueIn(inner, of, change)]));
    }
    if (one.items !== undefined) return one.items.map((inner) => valueIn(inner, of, change));
    if ('id' in one) return `${of}${one.id}`.padEnd(40, 'abcdef');
    if ('time' in one) return new Date(Date.UTC(2026, of) + one.time).toISOString();
    if (change !== undefined && change.left-- === 0) return 'something else';
    return one.plain;
  }

  it('makes nothing different of equal runs, whatever their ids and times', () => {
    fc.assert(
      fc.property(tree, tree, (sent, reply) => {
        const [one, other] = [1, 2].map((of) => run({ sent: [valueIn(sent, of)], reply: [valueIn(reply, of)] }));
        assert.ok(one && other);
        const { left, right } = compareRuns(one, other, 'folded');
        assert.equal(left, right);
      }),
    );
  });

  it('hides no value that changed and is neither id nor time', () => {
    fc.assert(
      fc.property(tree, fc.nat(5), (reply, index) => {
        const change = { left: index };
        const changed = run({ reply: [valueIn(reply, 2, change)] });
        fc.pre(change.left < 0);
        const { left, right } = compareRuns(run({ reply: [valueIn(reply, 1)] }), changed, 'folded');
        assert.notEqual(left, right);
      }),
    );
  });
});
