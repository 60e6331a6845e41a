import assert from 'node:assert/strict';
import * as z from 'zod';
import { validateRequest } from '../../../../src/core/forms/checks/validateRequest';
import type { Operation } from '../../../../src/core/operation';

/** Formatted fields with what their values must be, and a type that none of them takes. */
const fields = {
  mail: [z.email(), 'an e-mail address'],
  link: [z.url(), 'an address such as https://example.com'],
  uuid: [z.uuid(), 'a UUID'],
  date: [z.iso.date(), 'a date such as 2026-01-31'],
  moment: [z.iso.datetime(), 'a date and time such as 2026-01-31T12:00:00Z'],
  coded: [z.string().regex(/^[A-Z]{3}$/), 'text'],
  word: [z.string().min(50), 'text of at least 50 characters'],
} as const;

const values: readonly (readonly [value: unknown, starts: string])[] = [
  [5, '5 is a number; '],
  [-1.5, '-1.5 is a number; '],
  [1e21, '1e+21 is a number; '],
  [true, 'true is a true or false; '],
  [['a@b.co', 'b@b.co'], ' is a list; it '],
  [{ a: 1 }, ' is an object; it '],
];

function messageOf(schema: z.ZodType, value: unknown): string | undefined {
  const operation: Operation = {
    id: 'quill/send',
    title: 'Send',
    summary: 'Sends.',
    method: 'POST',
    path: '/send',
    docs: 'https://quill.example/docs',
    request: { body: z.object({ field: schema }) },
    replies: { 200: z.undefined() },
    examples: [],
  };
  const { issues } = validateRequest(operation, { body: { field: value } as never });
  assert.equal(issues.length, 1);
  return issues[0]?.message;
}

describe('A value of the wrong type', () => {
  for (const [name, [schema, expected]] of Object.entries(fields)) {
    for (const [value, starts] of values) {
      it(`is called what it is, in place of ${name}: ${JSON.stringify(value)}`, () => {
        const isWritten = !starts.startsWith(' ');
        const said = isWritten ? `${starts}Field must be ${expected}.` : `Field${starts}must be ${expected}.`;
        assert.equal(messageOf(schema, value), said);
      });
    }

    it(`is none where only the form is wrong: ${name}`, () => {
      assert.doesNotMatch(messageOf(schema, 'not this') ?? '', / is (?:text|a number|a list)/);
    });
  }

  it('is called what it is before the sentence that a field has of its own', () => {
    const schema = z.email().meta({ errorMessage: 'Enter an e-mail address.' });
    assert.equal(messageOf(schema, 5), '5 is a number. Enter an e-mail address.');
    assert.equal(messageOf(schema, 'five'), 'Enter an e-mail address.');
  });

  it('is called what it is where no text fits', () => {
    const rows: readonly (readonly [z.ZodType, unknown, string])[] = [
      [z.int().min(1), 'many', '"many" is text; Field must be a whole number of 1 or more.'],
      [z.boolean(), 'maybe', '"maybe" is text; Field must be true or false.'],
      [z.object({ a: z.string() }), 'a', '"a" is text; Field must be an object.'],
      [z.array(z.string()).min(2), 7, '7 is a number; Field must be a list.'],
      [z.enum(['one', 'two']), 7, '7 is a number; Field must be one or two.'],
      [z.int(), 'long '.repeat(20), 'Field is text; it must be a whole number.'],
    ];
    for (const [schema, value, said] of rows) assert.equal(messageOf(schema, value), said);
  });

  it('is not repeated where it is a secret', () => {
    const schema = z.string().min(9).meta({ secret: true });
    assert.equal(messageOf(schema, 1234), 'Field is a number; it must be text of at least 9 characters.');
  });
});
