import assert from 'node:assert/strict';
import { SecretBox } from '../../../../src/vscode/credentials/secretBox';

class FakeStorage {
  readonly values = new Map<string, string>();
  readonly mode: 'works' | 'forgets' | 'fails';

  constructor(mode: 'works' | 'forgets' | 'fails') {
    this.mode = mode;
  }

  async get(key: string): Promise<string | undefined> {
    return this.#answer(() => this.values.get(key));
  }

  async store(key: string, value: string): Promise<void> {
    return this.#answer(() => {
      if (this.mode === 'works') this.values.set(key, value);
    });
  }

  async delete(key: string): Promise<void> {
    return this.#answer(() => {
      this.values.delete(key);
    });
  }

  #answer<Value>(value: () => Value): Value {
    if (this.mode === 'fails') throw new Error('no keyring');
    return value();
  }
}

function setUp(mode: FakeStorage['mode']) {
  const storage = new FakeStorage(mode);
  const said: string[] = [];
  const logged: string[] = [];
  const voice = { warn: (text: string) => said.push(text), log: (text: string) => logged.push(text) };
  return { storage, said, logged, box: new SecretBox(storage, voice) };
}

describe('SecretBox', () => {
  it('keeps secrets in the storage of the editor', async () => {
    const { storage, said, box } = setUp('works');
    await box.set('a', 's3cret');
    assert.equal(storage.values.get('a'), 's3cret');
    assert.equal(await box.get('a'), 's3cret');
    await box.delete('a');
    assert.equal(await box.get('a'), undefined);
    assert.deepEqual(said, []);
  });

  for (const mode of ['forgets', 'fails'] as const) {
    it(`keeps secrets for the session, and says so once, when the storage ${mode}`, async () => {
      const { said, logged, box } = setUp(mode);
      await box.set('a', 'one-secret');
      await box.set('b', 'two-secret');
      assert.equal(await box.get('a'), 'one-secret');
      assert.equal(await box.get('b'), 'two-secret');
      assert.equal(said.length, 1);
      assert.ok(![...said, ...logged].join().includes('-secret'));
      await box.delete('a');
      assert.equal(await box.get('a'), undefined);
    });
  }

  it('treats a storage that cannot be read like one that is empty', async () => {
    const { logged, box } = setUp('fails');
    assert.equal(await box.get('a'), undefined);
    assert.equal(logged.length, 1);
  });
});
