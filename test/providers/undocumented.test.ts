import assert from 'node:assert/strict';
import type { Issue } from '../../src/protocol/form';
import { providers } from '../../src/providers';

/* A strict emulator that refuses a name says which: in the answer, whatever shape its API gives it. */

const colour: Issue = {
  pointer: '/body/colour',
  code: 'unknown_key',
  message: '"colour" is a name that no source documents.',
  severity: 'error',
};

for (const entry of providers.filter(({ rung }) => rung === 'emulated')) {
  describe(`a name that ${entry.id} does not document`, () => {
    it('stands in the answer of each call that a strict emulator refuses for it', async () => {
      const { operations, emulator } = await entry.load();
      const definition = await emulator?.();
      assert.ok(definition);
      for (const operation of operations) {
        const { status, body } = definition.rejectInvalid(operation, [colour]);
        assert.ok(status >= 400, operation.id);
        assert.match(JSON.stringify(body), /colour/, operation.id);
      }
    });
  });
}
