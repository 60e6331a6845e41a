import assert from 'node:assert/strict';
import { replyText } from '../../src/core/http';
import type { AbsentCall } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { illustrativeHeader, notEmulatedHeader } from '../../src/core/replies/illustration';
import { providers } from '../../src/providers';
import { type OpenStage, openInProcess } from '../unit/fixtures/openStage';

/* Calls that an API has and its emulator has not are told from addresses that neither has. */

const registry = new ProviderRegistry(providers.filter(({ rung }) => rung === 'emulated'));

for (const id of registry.ids) {
  describe(`calls that the emulator of ${id} has not`, () => {
    let opened: OpenStage;
    before(async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      opened = await openInProcess(provider);
    });
    after(() => opened.close());

    it('are said to be those of the API, in its own words, and are none of the operations', async () => {
      const { absent = [] } = opened.stage.provider;
      for (const call of absent) {
        const { headers, ...reply } = await answerTo(opened, call.method, sampleOf(call));
        assert.equal(
          headers[notEmulatedHeader],
          call.title,
          `${call.method} ${call.path} is answered as an operation.`,
        );
        assert.match(headers[illustrativeHeader] ?? '', /^status/);
        assert.ok(replyText({ ...reply, headers }).includes(`(${call.method} ${call.path}). The API does.`), call.path);
      }
    });

    it('are not confused with what nobody has', async () => {
      const { headers } = await answerTo(opened, 'GET', '/no/such/address');
      assert.equal(headers[notEmulatedHeader], undefined);
    });

    it('have titles that fit into a header, and a source', () => {
      const { absent = [] } = opened.stage.provider;
      assert.deepEqual(
        absent.filter(({ title, source }) => !/^[ -~]+$/.test(title) || source === ''),
        [],
      );
    });
  });
}

describe('Calls that emulators have not', () => {
  it('are known of some', async () => {
    const all = await registry.emulated();
    assert.ok(all.some(({ absent = [] }) => absent.length > 0));
  });
});

function sampleOf({ path }: AbsentCall): string {
  return path.replace(/\{\w+\}/g, 'sample1');
}

async function answerTo({ stage }: OpenStage, method: string, path: string) {
  const answer = await stage.emulator.exchange({ method, path, headers: {}, body: undefined });
  assert.ok(answer.kind === 'replied');
  return answer.reply;
}
