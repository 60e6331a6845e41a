import assert from 'node:assert/strict';
import { dependenceOf } from '../../src/core/forms/shapes/dependenceOf';
import type { Shape } from '../../src/core/forms/shapes/shape';
import { languageName } from '../../src/protocol/words/languageName';
import { providers } from '../../src/providers';
import { type Member, membersOfRequests } from './membersOfRequests';

describe('Fields of all providers', () => {
  for (const { id, load } of providers) {
    const members = async () => membersOfRequests(await load());

    it(`that matter only with another one name one that is there, and values that it takes: ${id}`, async () => {
      const dependent = (await members()).filter(({ shape }) => shape.meta.onlyWith !== undefined);
      const found = new Set(
        dependent.flatMap(({ key, shape, around }) => (dependenceOf(shape, around) === undefined ? [] : [key])),
      );
      assert.deepEqual(
        dependent.map(({ key }) => key).filter((key) => !found.has(key)),
        [],
      );
      assert.deepEqual(dependent.flatMap(neverTaken), []);
    });

    it(`that hold a language say so, and those that are listed have names: ${id}`, async () => {
      for (const { key, shape } of await members()) {
        if (shape.kind !== 'text' || !/^(?:language|locale|defaultLanguage)$/i.test(key)) continue;
        assert.equal(shape.meta.writtenAs, 'language', key);
        for (const code of shape.meta.listed ?? []) assert.notEqual(languageName(code), '', code);
      }
    });
  }
});

/** Values that the member which is named never has. */
function neverTaken({ key, shape, around }: Member): readonly string[] {
  const { key: other = '', above = 0, item = [], values = [] } = shape.meta.onlyWith ?? {};
  const names = typeof item === 'string' ? [item] : item;
  const member = itemOf(around[above]?.properties.get(other));
  const named = names.reduce((inner, name) => itemOf(memberOf(inner, name)), member);
  if (named?.kind !== 'enum') return [];
  const taken = named.options.map(({ value }) => value);
  return values.filter((value) => !taken.includes(value)).map((value) => `${key}: ${other} is never ${value}`);
}

function itemOf(shape: Shape | undefined): Shape | undefined {
  return shape?.kind === 'list' ? shape.item : shape;
}

function memberOf(shape: Shape | undefined, key: string): Shape | undefined {
  return shape?.kind === 'object' ? shape.properties.get(key) : undefined;
}
