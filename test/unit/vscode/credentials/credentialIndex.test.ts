import assert from 'node:assert/strict';
import { CredentialIndex, covers, secretKey } from '../../../../src/vscode/credentials/credentialIndex';

class FakeMemento {
  #content: unknown;

  keys(): readonly string[] {
    return [];
  }

  get<Value>(_key: string, fallback?: Value): Value {
    return (this.#content ?? fallback) as Value;
  }

  async update(_key: string, value: unknown): Promise<void> {
    this.#content = value;
  }
}

const one = { provider: 'p', connection: 'c', origins: ['https://a.test', 'https://b.test'] };
const other = { provider: 'p', connection: 'c', origins: ['https://z.test'] };

describe('CredentialIndex', () => {
  it('names the origins that credentials were given for, newest first', async () => {
    const index = new CredentialIndex(new FakeMemento());
    await index.add(one);
    await index.add(other);
    await index.add({ ...other, connection: 'elsewhere' });
    assert.deepEqual(index.of('p', 'c'), [other, one]);
    await index.add(one);
    assert.deepEqual(index.of('p', 'c'), [one, other]);
    await index.remove([one]);
    assert.deepEqual(index.of('p', 'c'), [other]);
  });

  it('has one key for the same origins in any order, and another one for anything else', () => {
    assert.equal(secretKey(one), secretKey({ ...one, origins: [...one.origins].reverse() }));
    const others = [
      other,
      { ...one, provider: 'q' },
      { ...one, connection: 'd' },
      { ...one, origins: one.origins.slice(1) },
    ];
    assert.equal(new Set([one, ...others].map(secretKey)).size, others.length + 1);
  });

  const cases: readonly { origins: readonly string[]; covered: boolean }[] = [
    { origins: ['https://a.test'], covered: true },
    { origins: ['https://a.test', 'https://b.test'], covered: true },
    { origins: ['https://a.test', 'https://evil.test'], covered: false },
    { origins: ['https://a.test:8443'], covered: false },
    { origins: ['http://a.test'], covered: false },
  ];
  for (const { origins, covered } of cases) {
    it(`${covered ? 'may' : 'may not'} send to ${origins.join(' and ')}`, () =>
      assert.equal(covers(one, origins), covered));
  }
});
