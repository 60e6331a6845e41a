import assert from 'node:assert/strict';
import type { Reply } from '../../src/core/http';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { type AnswerPart, answerParts, illustrativeHeader } from '../../src/core/replies/illustration';
import type { OperationCase } from '../../src/core/scenarios/case';
import { runCase } from '../../src/core/scenarios/runCase';
import { providers } from '../../src/providers';
import { type OpenStage, openInProcess } from '../unit/fixtures/openStage';
import { operationCases, readCaseFiles } from './caseFiles';
import { watchStage } from './official/watchStage';

/* Every reply of an emulator says which parts of it no source gives, and none says so of more. */

const registry = new ProviderRegistry(providers.filter(({ rung }) => rung === 'emulated'));

for (const id of registry.ids) {
  describe(`what ${id} says of its own replies`, () => {
    let opened: OpenStage;
    before(async () => {
      const provider = await registry.provider(id);
      assert.ok(provider);
      opened = await openInProcess(provider);
    });
    after(() => opened.close());

    const cases = operationCases(readCaseFiles(id)).filter(({ reply }) => reply !== undefined);
    for (const item of cases) {
      it(`${item.operation}: ${item.name}`, async () => {
        const { provider } = opened.stage;
        const reply = await replyTo(opened, item);
        const expected = illustrativeParts(provider, item);
        const told = toldBy(reply);
        // Several errors come together where several values are wrong; the case names one of them.
        const others = provider.readErrors(reply).length > 1 ? told : [];
        assert.deepEqual(
          told,
          answerParts.filter((part) => expected.includes(part) || others.includes(part)),
        );
      });
    }
  });
}

function illustrativeParts({ failures, operations }: Provider, item: OperationCase): readonly AnswerPart[] {
  if (item.failure !== undefined) return failures.find(({ id }) => id === item.failure)?.illustrative ?? [];
  return operations.find(({ id }) => id === item.operation)?.illustrative?.[item.reply?.status ?? 0] ?? [];
}

function toldBy({ headers }: Reply): readonly string[] {
  return headers[illustrativeHeader]?.split(', ') ?? [];
}

/** Without what the case does afterwards, so that its own reply is the last one. */
async function replyTo({ stage }: OpenStage, { after: _after, ...item }: OperationCase): Promise<Reply> {
  const { watched, last } = watchStage(stage);
  assert.deepEqual(await runCase(watched, item), []);
  const reply = last();
  assert.ok(reply);
  return reply;
}
