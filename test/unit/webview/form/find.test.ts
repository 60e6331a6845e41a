import assert from 'node:assert/strict';
import * as z from 'zod';
import { formFields } from '../../../../src/core/forms/formField';
import { shapeOf } from '../../../../src/core/forms/shapes/shapeOf';
import { choice, list, phoneText, requiredText, secretText, text } from '../../../../src/kit/fields';
import type { FormModel } from '../../../../src/protocol/form';
import { findFields } from '../../../../webview/form/find/findFields';
import { explain } from '../../../../webview/form/frame/explanation';

const shape = shapeOf(
  z.object({
    title: requiredText('Title', 'What everybody reads.'),
    people: list(
      z.object({
        mail: requiredText('E-mail', 'Where the invite goes.'),
        phone: phoneText('Phone', 'Gets the code.'),
        back: text('Back', 'Page at the end.'),
        tab: choice({ new: 'New tab', same: 'Same tab' }, 'Tab', 'Where the page opens.', {
          onlyWith: { key: 'back' },
        }),
      }),
      'People',
      'Who signs.',
      'Person',
    ),
    pin: secretText('PIN', 'Asked for at the end.', '0000'),
    options: z
      .object({ tone: text('Tone', 'Colour of the mail.') })
      .optional()
      .meta({ title: 'Options' }),
  }),
);
assert.ok(shape.kind === 'object');
const fields = formFields(shape);
const model = { sections: [{ id: 'body', title: 'Body', fields }] } as unknown as FormModel;
const values = { body: { people: [{ mail: 'a@example.com' }, {}] } };

describe('findFields', () => {
  const cases: readonly (readonly [text: string, pointers: readonly string[]])[] = [
    ['', []],
    ['title', ['/body/title']],
    ['E-m', ['/body/people/0/mail', '/body/people/1/mail']],
    ['COLOUR', ['/body/options/tone']],
    ['tone', ['/body/options/tone']],
    // By label before by description: "Page at the end" is no phone, and comes last.
    ['pa', ['/body/people/0/back', '/body/people/0/tab', '/body/people/1/back', '/body/people/1/tab']],
    ['a@EXAMPLE', ['/body/people/0/mail']],
    ['nowhere', []],
  ];
  for (const [wanted, pointers] of cases) {
    it(`"${wanted}" finds ${pointers.join(' ') || 'nothing'}`, () =>
      assert.deepEqual(
        findFields(model, values, wanted).map(({ pointer }) => pointer),
        pointers,
      ));
  }

  it('looks into every item of a long list, and not into secrets', () => {
    const people = Array.from({ length: 60 }, (_one, index) => ({ mail: `p${index}@example.com` }));
    const pointersOf = (wanted: string) =>
      findFields(model, { body: { people, pin: '4711' } }, wanted).map(({ pointer }) => pointer);
    assert.deepEqual(pointersOf('p59@'), ['/body/people/59/mail']);
    assert.deepEqual(pointersOf('4711'), []);
  });

  it('says what a field lies in', () => {
    assert.deepEqual(findFields(model, values, 'phone')[1]?.trail, ['Person 2']);
    assert.deepEqual(findFields(model, values, 'tone')[0]?.trail, ['Options']);
  });
});

it('what a field depends on is said in words', () => {
  const found = findFields(model, values, 'tab')[0]?.field;
  assert.ok(found);
  assert.deepEqual(found.onlyWith, { key: 'back', words: 'only with “Back”' });
  assert.equal(explain(found), 'Where the page opens. Only with “Back”.');
});
