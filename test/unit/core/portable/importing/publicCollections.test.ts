import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { ForeignCall } from '../../../../../src/core/portable/importing/foreignCall';
import { importRequests } from '../../../../../src/core/portable/importing/importRequests';
import { readForeign } from '../../../../../src/core/portable/importing/readForeign';
import { ProviderRegistry } from '../../../../../src/core/registry';
import { providers } from '../../../../../src/providers';

interface PublicCollection {
  readonly source: string;
  readonly base: string;
  /** Method, path, and the names in its body. */
  readonly calls: readonly (readonly [string, string, ...string[]])[];
  /** How many are operations here, and how many calls of the API that are known to be none. */
  readonly recognised: number;
  readonly absent: number;
}

const file = 'test/unit/core/portable/importing/publicCollections.json';
const collections = JSON.parse(readFileSync(file, 'utf8')) as readonly PublicCollection[];

describe('Public collections are recognised as far as operations exist', () => {
  for (const { source, base, calls, recognised, absent } of collections) {
    it(`${source}: ${recognised} of ${calls.length}, ${absent} more are calls that are no operations`, async () => {
      const all = await new ProviderRegistry(providers).all();
      const foreign = calls.map(([method, path, ...names]): ForeignCall => {
        const text = JSON.stringify(Object.fromEntries(names.map((name) => [name, '{{value}}'])));
        const body = names.length === 0 ? undefined : ({ kind: 'text', text } as const);
        return { title: '', method, url: `${base}${path}`, headers: [], body };
      });
      const { requests, leftOut } = importRequests(all, [{ calls: foreign, variables: [], leftOut: [] }]);
      const known = leftOut.filter(({ why }) => why.includes('none of the operations here'));
      assert.deepEqual({ recognised: requests.length, absent: known.length }, { recognised, absent });
      const ids = new Set(requests.map(({ provider }) => provider.id));
      assert.equal(ids.size, 1, [...ids].join(', '));
    });
  }
});

/** As people reported them; the sources stand with the cases of this product's makers. */
const atHand: readonly (readonly [title: string, text: string, recognised: number])[] = [
  ['a cURL line', readText('curl.txt'), 1],
  ['an .http file', readText('http.txt'), 1],
  ['a Postman environment', readText('environment.json'), 0],
];

describe('What people have at hand', () => {
  for (const [title, text, recognised] of atHand) {
    it(`${title} is read`, async () => {
      const read = await readForeign(text);
      assert.equal(read.kind, 'read');
      if (read.kind !== 'read') return;
      const { requests, leftOut } = importRequests(await new ProviderRegistry(providers).all(), [read.collection]);
      assert.deepEqual([requests.length, leftOut], [recognised, []]);
    });
  }

  it('a list of signers is no request, and is called what it is', async () => {
    const read = await readForeign(readText('signers.csv'));
    assert.deepEqual(read, { kind: 'notRead', what: 'a table of values (CSV)' });
  });
});

function readText(name: string): string {
  return readFileSync(`test/unit/core/portable/importing/atHand/${name}`, 'utf8');
}

describe('Variables of folders', () => {
  it('stand for their calls alone, and one with several values is named', async () => {
    const all = await new ProviderRegistry(providers).all();
    const [environment] = all.flatMap((one) => one.environments);
    const operation = all
      .flatMap((one) => one.operations.filter(({ method, path }) => method === 'GET' && /\{\w+\}$/.test(path)))
      .find(({ id }) => id.startsWith(all[0]?.id ?? ''));
    assert.ok(environment && operation);
    const url = `${environment.baseUrl}${operation.path.replace(/\{\w+\}/g, '{{place}}')}`;
    const call = (title: string, value: string): ForeignCall => ({
      ...{ title, method: 'GET', url, headers: [], body: undefined },
      variables: [{ name: 'place', value, isSecret: false }],
    });
    const calls = [call('one', 'first'), call('two', 'second')];
    const report = importRequests(all, [{ calls, variables: [], leftOut: [] }]);
    assert.equal(report.requests.length, 2);
    assert.deepEqual(report.variables, { place: 'second' });
    assert.deepEqual(report.leftOut, [
      { what: 'Variable place', why: 'It has several values, in folders or environments; the last of them is listed.' },
    ]);
  });
});
