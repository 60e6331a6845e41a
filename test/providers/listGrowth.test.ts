import assert from 'node:assert/strict';
import { issueGroups } from '../../src/core/forms/checks/issueGroups';
import { mendsForAll } from '../../src/core/forms/checks/mendsForAll';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import type { Operation, RequestValues } from '../../src/core/operation';
import type { Provider } from '../../src/core/provider';
import { ProviderRegistry } from '../../src/core/registry';
import { getAt, joinPointer, setAt } from '../../src/core/requests/pointer';
import { Play } from '../../src/core/scenarios/play';
import type { JsonValue } from '../../src/protocol/json';
import { providers } from '../../src/providers';
import { openInProcess } from '../unit/fixtures/openStage';
import { workOf } from './countedWork';

/** A list of an example: the values with so many items in it, and the facts of a document that has as many of everything. */
interface Growing {
  readonly operation: Operation;
  readonly pointer: string;
  readonly grown: (count: number) => RequestValues;
  readonly factsOf: (count: number) => unknown;
}

const ways: Readonly<Record<string, (item: JsonValue, index: number) => JsonValue>> = {
  'that differ': (item, index) => renamed(item, index),
  'that are all the same': (item) => item,
  'that are all wrong': (item, index) => spoiled(renamed(item, index)),
};

const sizes = [100, 1000] as const;

describe('Lists of every operation', () => {
  for (const [way, make] of Object.entries(ways)) {
    it(`cost ten times as much with ten times as many items ${way}`, async () => {
      const all = await growingLists(make);
      assert.ok(all.length > 20);
      assert.ok(all.filter(({ factsOf }) => factsOf(1) !== undefined).length > 10);
      const worse = all.flatMap(({ operation, pointer, grown, factsOf }) => {
        const [few = 0, many = 0] = sizes.map((size) => stepsOf(operation, grown(size), factsOf(size)));
        return many > 12 * few ? [`${operation.id} ${pointer}: ${few} steps, then ${many}`] : [];
      });
      assert.deepEqual(worse, []);
    }).timeout(180_000);
  }
});

describe('The count of steps', () => {
  it('tells a rule that compares each item with each', async () => {
    const [list] = await growingLists((item) => item);
    assert.ok(list);
    const { pointer } = list;
    const compares = (values: unknown) => {
      const items = getAt(values, pointer) as readonly unknown[];
      return items.flatMap((item) => (items.indexOf(item) < 0 ? [{ pointer, message: 'x' }] : []));
    };
    const rules = [{ failure: 'x', statement: 'x', check: compares }];
    const operation = { ...list.operation, rules };
    assert.ok(stepsOf(operation, list.grown(500)) > 3 * stepsOf(operation, list.grown(250)));
  });
});

function stepsOf(operation: Operation, values: RequestValues, facts?: unknown): number {
  return workOf(() => {
    const { issues } = validateRequest(operation, values, facts);
    issueGroups(issues);
    mendsForAll(issues);
  }).looks;
}

async function growingLists(make: (item: JsonValue, index: number) => JsonValue): Promise<readonly Growing[]> {
  const all = await new ProviderRegistry(providers).all();
  const found = all.flatMap((provider) =>
    provider.operations.map(async (operation) => {
      const [example] = operation.examples.filter(({ body }) => listsWithin(body, '/body').length > 0);
      if (example === undefined) return [];
      const { path, body } = example;
      const values: RequestValues = { ...(path && { path }), ...(body !== undefined && { body }) };
      const facts = await loadedFacts(provider, operation, values);
      return growingOf(operation, values, facts, make);
    }),
  );
  return (await Promise.all(found)).flat();
}

/** What the emulator says of the document of an example. */
async function loadedFacts(provider: Provider, operation: Operation, values: RequestValues): Promise<unknown> {
  if (provider.emulator === undefined) return undefined;
  const { stage } = await openInProcess(provider);
  return operation.loadFacts?.(values, new Play(stage).call());
}

function growingOf(
  operation: Operation,
  values: RequestValues,
  facts: unknown,
  make: (item: JsonValue, index: number) => JsonValue,
): readonly Growing[] {
  return listsWithin(values.body, '/body').map((pointer) => ({
    operation,
    pointer,
    factsOf: (count) => (facts === undefined ? undefined : manifold(facts as JsonValue, count)),
    grown: (count) => {
      const [first = null] = getAt(values, pointer) as readonly JsonValue[];
      return setAt(
        values,
        pointer,
        Array.from({ length: count }, (_none, index) => make(first, index)),
      );
    },
  }));
}

/** With so many items in each list, as many as the values have. */
function manifold(facts: JsonValue, count: number): JsonValue {
  if (Array.isArray(facts)) {
    const [first] = facts;
    return first === undefined ? [] : Array.from({ length: count }, (_none, index) => renamed(first, index));
  }
  return mapped(facts, (one) => manifold(one, count));
}

/** Filled lists. */
function listsWithin(value: unknown, pointer: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, one]) => listsWithin(one, joinPointer(pointer, key)));
  return Array.isArray(value) && value.length > 0 ? [pointer, ...inner] : inner;
}

/** Texts that differ from item to item, of the same form. */
function renamed(value: JsonValue, index: number): JsonValue {
  if (typeof value === 'string') return /\d|@/.test(value) ? `${index}${value}`.slice(0, 140) : value;
  return mapped(value, (one) => renamed(one, index));
}

function spoiled(value: JsonValue): JsonValue {
  if (typeof value === 'string') return `${value}\u200B `;
  if (typeof value === 'number') return `x${value}`;
  return mapped(value, spoiled);
}

function mapped(value: JsonValue, change: (value: JsonValue) => JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(change);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
}
