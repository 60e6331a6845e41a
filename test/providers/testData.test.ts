import assert from 'node:assert/strict';
import { fieldAt } from '../../src/core/forms/fieldAt';
import { formModel } from '../../src/core/forms/formModel';
import { initialValues } from '../../src/core/forms/initialValues';
import { fillExamples } from '../../src/core/forms/testData/fillExamples';
import { addPeople, peopleLists } from '../../src/core/forms/testData/fillPeople';
import { madeUpPeople } from '../../src/core/forms/testData/madeUpPeople';
import type { Operation, RequestValues } from '../../src/core/operation';
import { ProviderRegistry } from '../../src/core/registry';
import { getAt } from '../../src/core/requests/pointer';
import { edgeKinds } from '../../src/protocol/testData';
import { providers } from '../../src/providers';
import { issuesOf, leaves, mendedBy } from './mends/mended';

const registry = new ProviderRegistry(providers);

async function operations(): Promise<readonly Operation[]> {
  return (await registry.all()).flatMap((provider) => provider.operations);
}

describe('People who do not exist', () => {
  const kinds = [undefined, ...edgeKinds];
  for (const edge of kinds) {
    it(`have addresses and numbers that are nobody's, the same ones again: ${edge ?? 'of many languages'}`, () => {
      const wish = { seed: 3, ...(edge && { edge }) };
      const people = madeUpPeople(500, wish);
      assert.deepEqual(madeUpPeople(500, wish), people);
      assert.equal(new Set(people.map(({ email }) => email)).size, 500);
      for (const { email, phone, firstName, lastName } of people) {
        assert.match(email, /^[a-z\d.+]+@example\.(com|org|net)$/);
        assert.match(phone, /^(\+120255501\d\d|\+447700900\d{3})$/);
        assert.ok(firstName && lastName);
      }
    });
  }

  it('are added to any list of people, with no problem that its new item does not have', async () => {
    let lists = 0;
    for (const operation of await operations()) {
      const values = firstExample(operation);
      for (const list of peopleLists(operation, values)) {
        lists += 1;
        const before = getAt(values, list.pointer);
        const there = Array.isArray(before) ? before.length : 0;
        const after = mendedBy(values, addPeople(list, values, { count: 3 }));
        const items = getAt(after, list.pointer) as readonly unknown[];
        assert.ok(items.length > there || items.length === list.shape.maxItems, operation.id);
        const emails = JSON.stringify(items.slice(there)).match(/[\w.+]+@example\.(com|org|net)/g) ?? [];
        assert.equal(new Set(emails).size, items.length - there, `${operation.id} ${list.pointer}`);
        const wrong = issuesOf(operation, after).filter(
          ({ pointer, severity }) => severity === 'error' && /e-?mail/i.test(pointer),
        );
        assert.deepEqual(wrong, [], operation.id);
      }
    }
    assert.ok(lists >= 5, `${lists} lists`);
  });
});

describe('A list of people', () => {
  it('is known as one by its form, which offers to add some', async () => {
    for (const provider of await registry.all()) {
      for (const operation of provider.operations) {
        const model = formModel(provider, operation);
        for (const { pointer } of peopleLists(operation, firstExample(operation))) {
          const field = fieldAt(model, pointer);
          assert.ok(field?.kind === 'list' && field.holdsPeople, `${operation.id} ${pointer}`);
        }
      }
    }
  });
});

describe('Fill with examples', () => {
  it('fills what is empty and nothing else, in every operation', async () => {
    for (const operation of await operations()) {
      const values = initialValues(operation);
      const edits = fillExamples(operation, values);
      const after = mendedBy(values, edits);
      const told = `${operation.id} ${JSON.stringify(after)}`;
      assert.ok(issuesOf(operation, after).length <= issuesOf(operation, values).length, told);
      for (const [pointer, value] of leaves(values)) {
        if (value !== '' && value !== undefined) assert.deepEqual(getAt(after, pointer), value, told);
      }
    }
  });

  it('changes nothing where nothing is empty', async () => {
    for (const operation of await operations()) {
      const values = firstExample(operation);
      const needed = fillExamples(operation, values).filter(({ pointer }) => getAt(values, pointer) !== '');
      assert.deepEqual(needed, [], operation.id);
    }
  });
});

function firstExample({ examples: [example] }: Operation): RequestValues {
  const { path, query, body } = example ?? {};
  return { ...(path && { path }), ...(query && { query }), ...(body !== undefined && { body }) };
}
