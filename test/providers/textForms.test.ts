import assert from 'node:assert/strict';
import { textForm } from '../../src/core/forms/shapes/textForm';
import type { TextForm } from '../../src/protocol/form';
import { providers } from '../../src/providers';
import { membersOfRequests } from './membersOfRequests';

/* Each text has the input that its name promises, whoever describes the API. */

const promised: readonly (readonly [name: RegExp, forms: readonly TextForm[]])[] = [
  [/e-?mail(?:_?address)?$/i, ['email']],
  [/(?:url|uri)$/i, ['url']],
  [/phone(?:_?number)?$|mobile(?:_?number)?$/i, ['phone']],
  [/country$/i, ['country']],
  [/time_?zone(?:_?id)?$/i, ['time-zone']],
  [/currency$/i, ['currency']],
  [/colou?r$/i, ['color']],
  [
    /(?:(?:^|_)date|Date|expiresAt|expires_at|ExpiresOn|updated|updatedAt|created|createdAt)(?:\[\w+\])?$/,
    ['date', 'date-time'],
  ],
];

describe('Texts of all providers', () => {
  for (const { id, load } of providers) {
    // A picker would show what is hidden.
    it(`have the input that their names promise: ${id}`, async () => {
      const wrong = (await membersOfRequests(await load())).flatMap(({ key, shape }) => {
        if (shape.kind !== 'text' || shape.meta.secret === true) return [];
        const [, forms] = promised.find(([name]) => name.test(key)) ?? [];
        const form = textForm(shape, key);
        return forms === undefined || (form !== undefined && forms.includes(form)) ? [] : [`${key}: ${form}`];
      });
      assert.deepEqual(wrong, []);
    });
  }
});
