import assert from 'node:assert/strict';
import * as z from 'zod';
import type { Collection } from '../../../../src/core/documents';
import { offerSource } from '../../../../src/core/offers/offerSource';
import { defineOperation } from '../../../../src/core/operation';
import { recipientsWithin } from '../../../../src/kit/offers/recipientsWithin';

describe('What is offered for a field', () => {
  const deed: Collection = {
    id: 'deeds',
    title: 'Deeds',
    noun: 'deed',
    create: [],
    verbs: [],
    unlisted: 'Deeds are secret.',
    read: async (_call, id) => ({
      id,
      title: id,
      recipients: [{ id: `${id}-ann`, title: 'Ann', actions: [] }],
      actions: [],
    }),
  };
  const provider = { resources: { collections: [deed], choices: { witnesses: recipientsWithin(deed) } } };
  const operation = defineOperation({
    id: 'toy/witness',
    title: 'Witness',
    summary: 'Witnesses.',
    method: 'POST',
    path: '/witness',
    docs: 'https://toy.example',
    request: {
      body: z.object({
        deed: z.string().meta({ refersTo: 'deeds' }),
        witness: z.string().meta({ offeredFrom: 'witnesses' }),
      }),
    },
    replies: { 200: z.object({}) },
    examples: [],
  });
  const source = (body: Record<string, string>, name: string) => offerSource(provider, operation, { body }, name);

  it('is of the document that the request names', async () => {
    const found = source({ deed: 'd-1', witness: '' }, 'witnesses');
    assert.ok(found?.kind === 'source');
    assert.equal(found.document, 'd-1');
    const { items } = await found.list(async () => undefined);
    assert.deepEqual(
      items.map(({ id, title }) => [id, title]),
      [['d-1-ann', 'Ann']],
    );
  });

  for (const deed of ['', '{{deed}}']) {
    it(`is nothing before the document is known: "${deed}"`, () => {
      assert.deepEqual(source({ deed }, 'witnesses'), { kind: 'none', why: 'They belong to a deed: name it first.' });
    });
  }

  it('is said where a collection cannot be listed, and is nothing for an unknown name', () => {
    assert.deepEqual(source({}, 'deeds'), { kind: 'none', why: 'Deeds are secret.' });
    assert.equal(source({}, 'nobody'), undefined);
  });
});
