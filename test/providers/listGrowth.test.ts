import assert from 'node:assert/strict';
import { issueGroups } from '../../src/core/forms/checks/issueGroups';
import { mendsForAll } from '../../src/core/forms/checks/mendsForAll';
import { validateRequest } from '../../src/core/forms/checks/validateRequest';
import type { Operation, RequestValues } from '../../src/core/operation';
import { ProviderRegistry } from '../../src/core/registry';
import { getAt, joinPointer, setAt } from '../../src/core/requests/pointer';
import type { JsonValue } from '../../src/protocol/json';
import { providers } from '../../src/providers';
import { workOf } from './countedWork';

/** A list of an example, and the values with so many items in it. */
interface Growing {
  readonly operation: Operation;
  readonly pointer: string;
  readonly grown: (count: number) => RequestValues;
}

const ways: Readonly<Record<string, (item: JsonValue, index: number) => JsonValue>> = {
  'that differ': (item, index) => renamed(item, index),
  'that are all the same': (item) => item,
  'that are all wrong': (item, index) => spoiled(renamed(item, index)),
};

describe('Lists of every operation', () => {
  for (const [way, make] of Object.entries(ways)) {
    it(`cost twice as much with twice as many items ${way}`, async () => {
      const all = await growingLists(make);
      assert.ok(all.length > 20);
      const worse = all.flatMap(({ operation, pointer, grown }) => {
        const [few, many] = [stepsOf(operation, grown(250)), stepsOf(operation, grown(500))];
        return many > 2.2 * few ? [`${operation.id} ${pointer}: ${few} steps, then ${many}`] : [];
      });
      assert.deepEqual(worse, []);
    });
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

function stepsOf(operation: Operation, values: RequestValues): number {
  return workOf(() => {
    const { issues } = validateRequest(operation, values);
    issueGroups(issues);
    mendsForAll(issues);
  }).looks;
}

async function growingLists(make: (item: JsonValue, index: number) => JsonValue): Promise<readonly Growing[]> {
  const operations = (await new ProviderRegistry(providers).all()).flatMap((provider) => provider.operations);
  return operations.flatMap((operation) => {
    const [example] = operation.examples.filter(({ body }) => listsWithin(body, '/body').length > 0);
    if (example === undefined) return [];
    const { path, body } = example;
    const values: RequestValues = { ...(path && { path }), ...(body !== undefined && { body }) };
    return listsWithin(body, '/body').map((pointer) => ({
      operation,
      pointer,
      grown: (count) => {
        const [first = null] = getAt(values, pointer) as readonly JsonValue[];
        return setAt(
          values,
          pointer,
          Array.from({ length: count }, (_none, index) => make(first, index)),
        );
      },
    }));
  });
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
