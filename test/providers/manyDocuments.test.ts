import assert from 'node:assert/strict';
import { replyJson } from '../../src/core/http';
import type { Call, Example } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { Play } from '../../src/core/scenarios/play';
import type { Stage } from '../../src/core/scenarios/stage';
import { providers } from '../../src/providers';
import { openUnwatched } from '../unit/fixtures/openStage';
import { queryVariants } from '../unit/fixtures/queryVariants';

const registry = new ProviderRegistry(providers);

/* Steps instead of time: how many entries of maps are gone through, and items of lists that their methods may look at. */
describe('With many documents an emulator', () => {
  for (const id of registry.ids) {
    it(`${id}: reads as many steps as with few`, async () => {
      const provider = await registry.provider(id);
      if (provider?.emulator === undefined || provider.operations.every(({ method }) => method !== 'POST')) return;
      assert.deepEqual(await growingReads(provider), []);
      // Hundreds of documents and every way to ask for them: a busy machine takes its time.
    }).timeout(180_000);
  }
});

/** More than a page, and five times as many. */
const sizes = [120, 600] as const;

async function growingReads(provider: Provider): Promise<readonly string[]> {
  const [few, many] = [await accountOf(provider, sizes[0]), await accountOf(provider, sizes[1])];
  const worse: string[] = [];
  for (const { id, method, examples, request } of provider.operations) {
    const [example] = examples;
    if (method !== 'GET' || example === undefined) continue;
    for (const asked of [example, ...queryVariants(example, request.query)]) {
      // The first call with a filter makes the index that the others are answered from.
      for (const account of [few, many]) await stepsOf(account, id, asked);
      const [before, after] = [await stepsOf(few, id, asked), await stepsOf(many, id, asked)];
      // What answers more has more to look at.
      const answersMore = after.size > 1.5 * before.size;
      if (!answersMore && after.steps > 2 * before.steps + 100)
        worse.push(`${id} ${JSON.stringify(asked.query ?? {})}: ${before.steps}, then ${after.steps}`);
    }
  }
  return worse;
}

async function accountOf(provider: Provider, count: number): Promise<Call> {
  const { stage } = await openUnwatched(provider);
  const play = new Play(stage);
  const create = await creationOf(provider, stage, play);
  for (let made = 0; made < count; made += 1) await create();
  // Another session: this one keeps what it has sent.
  return new Play(stage).call();
}

/** The first call whose example makes a document each time. */
async function creationOf(provider: Provider, stage: Stage, play: Play): Promise<() => Promise<unknown>> {
  for (const { id, method, examples } of provider.operations) {
    const [example] = examples;
    if (method !== 'POST' || example === undefined) continue;
    const before = await countOf(stage);
    const create = () => play.send(id, valuesOf(example));
    await create();
    if ((await countOf(stage)) > before) return create;
  }
  throw new Error(`No call of ${provider.id} makes a document.`);
}

async function countOf({ emulator }: Stage): Promise<number> {
  const request = { method: 'GET', path: '/__emulator/state', headers: {}, body: undefined };
  const answer = await emulator.exchange(request);
  assert.ok(answer.kind === 'replied');
  return (replyJson(answer.reply) as { readonly documents: readonly unknown[] }).documents.length;
}

function valuesOf({ path, query, body }: Example): Parameters<Call>[1] {
  return { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
}

const counted = ['find', 'findIndex', 'some', 'every', 'filter', 'map', 'flatMap', 'sort', 'reduce'] as const;
const iterators: readonly object[] = [new Map().entries(), [].values()].map((one) => Object.getPrototypeOf(one));

async function stepsOf(call: Call, operation: string, example: Example) {
  let steps = 0;
  const places = [
    ...counted.map((name) => [Array.prototype, name] as const),
    ...iterators.map((iterator) => [iterator, 'next'] as const),
  ];
  const originals = places.map(([owner, name]) => [owner, name, Object.getOwnPropertyDescriptor(owner, name)] as const);
  for (const [owner, name, descriptor] of originals) {
    const original: (...args: unknown[]) => unknown = descriptor?.value;
    Object.defineProperty(owner, name, {
      ...descriptor,
      value(this: { readonly length?: number }, ...args: unknown[]) {
        steps += this.length ?? 1;
        return original.apply(this, args);
      },
    });
  }
  try {
    const body = await call(operation, valuesOf(example)).catch(() => undefined);
    return { steps, size: JSON.stringify(body ?? '').length };
  } finally {
    for (const [owner, name, descriptor] of originals) Object.defineProperty(owner, name, descriptor ?? {});
  }
}
