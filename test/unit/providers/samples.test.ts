import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ProviderRegistry } from '../../../src/core/registry';
import { providers } from '../../../src/providers';

/* Replies as the documentation prints them, compared with what the provider says of them. */

const registry = new ProviderRegistry(providers);

const samplesFile = z.array(
  z.strictObject({ operation: z.string(), status: z.int(), source: z.string().min(1), body: z.json() }),
);

describe('Replies that the documentation prints', () => {
  let compared = 0;
  for (const id of registry.ids) {
    for (const { operation, status, body } of samplesOf(id)) {
      compared += 1;
      it(`${operation} ${status}: has the documented keys, and no others`, async () => {
        const schema = (await registry.operation(operation))?.operation.replies[status];
        assert.ok(schema, `${operation} does not document ${status}.`);
        // What a schema does not know is left out of what it reads.
        assert.deepEqual(schema.parse(body), body);
      });
    }
  }

  it('are compared', () => {
    assert.ok(compared > 0);
  });
});

function samplesOf(id: string): z.output<typeof samplesFile> {
  const file = join('src', 'providers', id, 'samples.json');
  return existsSync(file) ? samplesFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}
