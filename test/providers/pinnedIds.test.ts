import assert from 'node:assert/strict';
import { exampleOfId, readDocumentId } from '../../src/core/forms/checks/documentId';
import { providers } from '../../src/providers';

describe('The id of a document that is pinned', () => {
  for (const { id, load } of providers) {
    it(`has an example, is freed of what was pasted around it, and is none for any text: ${id}`, async () => {
      const { operations, resources } = await load();
      for (const { id: collection, list } of resources.collections) {
        const example = exampleOfId(operations, collection);
        if (list !== undefined && example === undefined) continue;
        assert.ok(example !== undefined, `${collection}: nobody says what its ids look like`);
        const read = (text: string) => readDocumentId(operations, collection, text);
        assert.deepEqual(read(` ${example}\n`), { id: example });
        const { id: nonsense, issue } = read('not an id');
        assert.equal(nonsense, 'not an id');
        // What is chosen from a list need not say what its ids look like.
        if (list !== undefined && issue === undefined) continue;
        assert.ok(
          issue?.message.includes('such as') || issue?.message.includes('for example'),
          `${collection}: ${issue?.message}`,
        );
        assert.deepEqual(read(`"${example}",`), { id: example }, collection);
      }
    });
  }
});
