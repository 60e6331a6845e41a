import assert from 'node:assert/strict';
import { dependenceOf } from '../../src/core/forms/shapes/dependenceOf';
import { languageName } from '../../src/protocol/words/languageName';
import { providers } from '../../src/providers';
import { membersOfRequests } from './membersOfRequests';

describe('Fields of all providers', () => {
  for (const { id, load } of providers) {
    const members = async () => membersOfRequests(await load());

    it(`that matter only with another one name one that is there, and values that it takes: ${id}`, async () => {
      const dependent = (await members()).filter(({ shape }) => shape.meta.onlyWith !== undefined);
      const found = new Set(
        dependent.flatMap(({ key, shape, parent }) => (dependenceOf(shape, parent) === undefined ? [] : [key])),
      );
      assert.deepEqual(
        dependent.map(({ key }) => key).filter((key) => !found.has(key)),
        [],
      );
      for (const { key, shape, parent } of dependent) {
        const { key: other = '', values = [] } = shape.meta.onlyWith ?? {};
        const named = parent.properties.get(other);
        if (named?.kind !== 'enum') continue;
        const taken = named.options.map(({ value }) => value);
        for (const value of values) assert.ok(taken.includes(value), `${key}: ${other} is never ${value}`);
      }
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
