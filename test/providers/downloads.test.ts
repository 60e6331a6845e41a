import assert from 'node:assert/strict';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import type { Reply } from '../../src/core/http';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { runCase } from '../../src/core/scenarios/runCase';
import { providers } from '../../src/providers';
import { openInProcess } from '../unit/fixtures/openStage';

/* What is downloaded is a file of the kind that its reply says, and the kind is one that the call asks for. */

const registry = new ProviderRegistry(providers.filter(({ rung }) => rung === 'emulated'));

/** What files of a kind begin with, and what stands so many characters before their end. */
const kinds: Readonly<Record<string, readonly [first: string, last: string, before: number]>> = {
  'application/pdf': ['%PDF-', '', 0],
  // The directory of an archive ends with a record of 22 bytes.
  'application/zip': ['PK', 'PK\u0005\u0006', 22],
};

describe('Files that emulators answer', () => {
  for (const id of registry.ids) {
    it(`${id}: each is what it is called`, async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      for (const operation of provider.operations.filter(({ accepts }) => accepts !== undefined)) {
        const { status, headers, bytes } = await downloaded(provider, operation);
        assert.equal(status, 200, operation.id);
        const [type = ''] = (headers['content-type'] ?? '').split(';');
        assert.ok(operation.accepts?.includes(type), `${operation.id}: ${type}`);
        const [first, last, before] = kinds[type] ?? ['', '', 0];
        const text = new TextDecoder('latin1').decode(bytes);
        assert.ok(text.startsWith(first) && text.startsWith(last, text.length - before), operation.id);
      }
    });
  }
});

async function downloaded(provider: Provider, operation: Operation): Promise<Reply> {
  const [{ title: name, source: _source, ...values } = { title: '', source: '' }] = operation.examples;
  const { stage, close } = await openInProcess(provider);
  const replies: Reply[] = [];
  const http: typeof stage.machine.http = {
    send: async (...request) => {
      const outcome = await stage.machine.http.send(...request);
      if (outcome.kind === 'replied') replies.push(outcome.reply);
      return outcome;
    },
  };
  const issues = validateRequest(operation, values).issues.map(({ pointer, code }) => ({ pointer, code }));
  const watched = { ...stage, machine: { ...stage.machine, http } };
  await runCase(watched, { name, operation: operation.id, values, issues, reply: { status: 0 } });
  await close();
  const reply = replies.at(-1);
  assert.ok(reply, operation.id);
  return reply;
}
