import assert from 'node:assert/strict';
import type * as z from 'zod';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import { type Reply, replyJson } from '../../src/core/http';
import type { Operation } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { runCase } from '../../src/core/scenarios/runCase';
import { recogniseErrors } from '../../src/core/sending/recogniseErrors';
import { providers } from '../../src/providers';
import { tally } from '../run/tally';
import { openInProcess } from '../unit/fixtures/openStage';
import { compareBodies } from './official/compareBodies';
import { unexplained } from './official/departures';
import { type BodyExample, readExamples } from './official/exampleFile';
import { watchStage } from './official/watchStage';

/* Bodies that sources print, and what the emulator answers to the same: the same keys, of the same kinds. */

const registry = new ProviderRegistry(providers.filter(({ rung }) => rung === 'emulated'));

for (const id of registry.ids) {
  const examples = readExamples(id);
  if (examples.length > 0) describe(`documented bodies of ${id}`, () => examples.forEach(holdTo));

  function holdTo(example: BodyExample): void {
    const { name, status, body, departures = [] } = example;
    it(name, async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      assertIsRead(provider, example);
      const reply = await replyTo(provider, example);
      assert.equal(reply.status, status, new TextDecoder().decode(reply.bytes));
      if (body === undefined) return assert.equal(reply.bytes.length, 0);
      const { differences, keys, unprinted } = compareBodies(replyJson(reply), body);
      assert.deepEqual(unexplained(differences, departures), []);
      const told = departures.map(({ pointer, reason }) => ({ pointers: [pointer].flat(), reason }));
      tally({ kind: 'reply', provider: id, keys, unprinted: unprinted.length, departures: told });
    });
  }
}

/** What a schema does not know is left out of what it reads; what fails is known as what it is. */
function assertIsRead(provider: Provider, { operation, status, body, failure }: BodyExample): void {
  const called = operationOf(provider, operation);
  const schema: z.ZodType | undefined = called.replies[status];
  assert.ok(schema, `${operation} does not document ${status}.`);
  assert.deepEqual(schema.parse(body), body);
  if (failure === undefined) return;
  const { errors } = recogniseErrors(provider, called, replyOf(status, body));
  assert.ok(
    errors.some((error) => error.failure?.id === failure),
    `The printed body is not recognised as ${failure}, but as ${errors.map((error) => error.failure?.id)}.`,
  );
}

function replyOf(status: number, body: unknown): Reply {
  const headers = { 'content-type': 'application/json' };
  return { status, statusText: '', headers, bytes: new TextEncoder().encode(JSON.stringify(body)), durationMs: 0 };
}

/** What the emulator answers, whatever is wrong with what is sent. */
async function replyTo(provider: Provider, example: BodyExample): Promise<Reply> {
  const { name, operation, credentials, given, values = {}, raw } = example;
  const { stage, close } = await openInProcess(provider);
  const { watched, last } = watchStage(stage);
  // What is wrong is expected, so that it is sent all the same.
  const { issues } = validateRequest(operationOf(provider, operation), values, undefined, { siblings: provider });
  const faults = await runCase(watched, {
    name,
    operation,
    ...(credentials && { credentials }),
    ...(given && { given }),
    ...(raw === undefined ? { values } : { raw }),
    issues: issues.map(({ pointer, code }) => ({ pointer, code })),
    reply: { status: 0 },
  });
  await close();
  assert.deepEqual(
    faults.filter(({ pointer }) => /^\/(given|issues)/.test(pointer)),
    [],
  );
  const reply = last();
  assert.ok(reply, JSON.stringify(faults));
  return reply;
}

function operationOf({ operations }: Provider, id: string): Operation {
  const operation = operations.find((one) => one.id === id);
  assert.ok(operation, `There is no operation ${id}.`);
  return operation;
}
