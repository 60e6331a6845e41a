import assert from 'node:assert/strict';
import * as z from 'zod';
import { defineOperation, type RequestValues } from '../../../../src/core/operation';
import { placeholdersIn, resolveReferences } from '../../../../src/core/requests/references/references';

/** The text of a message holds `{{code}}`, which the server fills in. */
const notify = defineOperation({
  id: 'parcel/notify',
  title: 'Notify',
  summary: 'Sends a code.',
  method: 'POST',
  path: '/notifications',
  docs: 'https://parcel.example/docs/notify',
  request: {
    body: z.object({
      to: z.string(),
      tag: z.string().meta({ placeholders: 'any' }).optional(),
      message: z.object({ text: z.string().meta({ placeholders: ['code'] }) }).optional(),
    }),
  },
  replies: { 200: z.undefined() },
  examples: [],
});

const known = { variables: { name: 'Ann', code: '42' }, credentials: undefined };

function resolve(values: RequestValues) {
  return resolveReferences(values, { ...known, isPlaceholder: placeholdersIn(notify, values) });
}

describe('references', () => {
  const cases = {
    'a variable stands for its value': {
      given: { to: '{{name}}' },
      expected: { to: 'Ann' },
    },
    'a placeholder of the API stays, even when a variable has its name': {
      given: { to: 'ann', message: { text: 'Hello {{name}}, your code is {{ code }}.' } },
      expected: { to: 'ann', message: { text: 'Hello Ann, your code is {{ code }}.' } },
    },
    'any name stays where the API has names of its own': {
      given: { to: '{{name}}', tag: '{{signature1}} of {{name}}' },
      expected: { to: 'Ann', tag: '{{signature1}} of {{name}}' },
    },
    'the same name is a reference everywhere else': {
      given: { to: 'box {{code}}' },
      expected: { to: 'box 42' },
    },
  };
  for (const [sentence, { given, expected }] of Object.entries(cases)) {
    it(sentence, () => {
      assert.deepEqual(resolve({ body: given }), { kind: 'resolved', values: { body: expected } });
    });
  }

  for (const [spelled, value] of [
    ['42', 42],
    ['-7', -7],
    ['0', 0],
    ['true', true],
    ['007', '007'],
    ['-0', '-0'],
    ['-07', '-07'],
    ['1e3', '1e3'],
    ['1234567890123456', '1234567890123456'],
    ['{{name}}', '{{name}}'],
  ] as const) {
    it(`a variable ${JSON.stringify(spelled)} stands for ${JSON.stringify(value)}`, () => {
      const variables = { value: spelled };
      assert.deepEqual(resolveReferences({ body: { to: '{{value}}' } }, { ...known, variables }), {
        kind: 'resolved',
        values: { body: { to: value } },
      });
    });
  }

  it('a name that nobody knows is a problem, also where placeholders are', () => {
    assert.deepEqual(resolve({ body: { to: 'ann', message: { text: '{{word}}' } } }), {
      kind: 'failed',
      problem: { kind: 'unknownVariable', name: 'word', pointer: '/body/message/text' },
    });
  });
});
