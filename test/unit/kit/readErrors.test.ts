import assert from 'node:assert/strict';
import * as z from 'zod';
import { errorForm, readErrorsBy } from '../../../src/kit/readErrors';
import { statusIn } from '../../../src/kit/statusIn';

const forms = [
  errorForm(
    z.object({ errors: z.array(z.object({ code: z.int().nullish(), message: z.string().nullish() })) }),
    (body) => body.errors,
  ),
  errorForm(z.object({ error: z.string() }), ({ error }, { status }) => [{ code: status, message: error }]),
];

const reply = (status: number, body: unknown) => ({
  status,
  statusText: '',
  headers: { 'content-type': 'application/json' },
  durationMs: 1,
  bytes: new TextEncoder().encode(JSON.stringify(body)),
});

describe('Errors of a reply', () => {
  it('are read from the first form that fits, without what is not there', () => {
    const read = readErrorsBy(forms);
    assert.deepEqual(read(reply(400, { errors: [{ code: 7, message: null }, { message: 'no' }], error: 'x' })), [
      { code: 7 },
      { message: 'no' },
    ]);
    assert.deepEqual(read(reply(401, { error: 'who?' })), [{ code: 401, message: 'who?' }]);
  });

  it('are named by the status where no form fits, or not at all', () => {
    assert.deepEqual(readErrorsBy(forms)(reply(502, 'gateway')), [{ code: 502 }]);
    assert.deepEqual(readErrorsBy(forms, 'nothing')(reply(502, 'gateway')), []);
  });
});

describe('A status in the words of an API', () => {
  it('has the tone that is known for it, and none for a word that nobody documents', () => {
    const tones = { SENT: 'open' } as const;
    const shown = ['SENT', 'LOST', 'toString'].map((text) => statusIn(tones, text));
    assert.deepEqual(shown, [
      { text: 'SENT', tone: 'open' },
      { text: 'LOST', tone: 'none' },
      { text: 'toString', tone: 'none' },
    ]);
  });
});
