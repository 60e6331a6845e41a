import assert from 'node:assert/strict';
import * as z from 'zod';
import { ProviderRegistry } from '../../../../src/core/registry';
import type { RequestFile } from '../../../../src/core/requests/requestFile';
import { requestOriginOf } from '../../../../src/core/translation/originOf';
import { translateRequest } from '../../../../src/core/translation/translateRequest';
import { createLetter, ink, toyEntries } from '../../fixtures/toyTranslation';

const letter: RequestFile = {
  operation: createLetter.id,
  connection: 'production',
  path: { desk: 'oak' },
  body: { subject: 'Hello', weight: 1, readers: [{ first: 'Ann' }] },
};

describe('originOf', () => {
  it('names places of the other request in the words of its form', async () => {
    const registry = new ProviderRegistry(toyEntries());
    assert.deepEqual(await originIn(registry, letter), {
      title: 'Create a letter (Ink)',
      needed: [{ pointer: '/path/depot', why: 'A desk says nothing of the depot.' }],
      leftOut: [{ title: 'Desk', why: 'Parcels come from depots.' }],
      filled: [
        { pointer: '/body/speed', why: 'What is not urgent has time.' },
        { pointer: '/body/language', why: 'Letters have no language.' },
      ],
      mapped: [
        { title: 'Subject', pointer: '/body/label' },
        { title: 'Weight', pointer: '/body/grams', note: 'From kilograms.' },
        { title: 'Reader 1 › First name', pointer: '/body/people/0/name' },
      ],
    });
  });

  it('repeats no secret that stands in the wrong place', async () => {
    const body = createLetter.request.body.extend({ key: z.string().meta({ title: 'Key', secret: true }) });
    const sealed = { ...createLetter, request: { ...createLetter.request, body } };
    const [, twine] = toyEntries();
    assert.ok(twine);
    const secretive = { ...ink, load: async () => ({ ...ink, operations: [sealed] }) };
    const origin = await originIn(new ProviderRegistry([secretive, twine]), {
      ...letter,
      body: { subject: 'Hello', key: 'hunter2-hunter2', urgency: 'hunter2-hunter2' },
    });
    assert.ok(origin.leftOut.some(({ title }) => title === 'Urgency'));
    assert.ok(!JSON.stringify(origin).includes('hunter2'), JSON.stringify(origin));
  });
});

async function originIn(registry: ProviderRegistry, request: RequestFile) {
  const [translation] = registry.translations;
  assert.ok(translation);
  return requestOriginOf(
    await translateRequest(registry, translation, request, ({ environments }) => environments),
    request,
  );
}
