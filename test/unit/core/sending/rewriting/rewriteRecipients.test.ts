import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod';
import { defineOperation, type RequestValues } from '../../../../../src/core/operation';
import { recipientsIn } from '../../../../../src/core/sending/asking/mayBeSent';
import { rewriteRecipients } from '../../../../../src/core/sending/rewriting/rewriteRecipients';
import { isOwn, readRewriting } from '../../../../../src/core/sending/rewriting/rewriting';
import type { JsonValue } from '../../../../../src/protocol/json';
import { runs } from '../../../fixtures/runs';

const operation = defineOperation({
  id: 'parcel/send',
  title: 'Send',
  summary: 'Sends.',
  method: 'POST',
  path: '/send',
  docs: 'https://parcel.example',
  request: { body: z.object({ file: z.string().meta({ widget: 'file' }).optional() }).loose() },
  replies: {},
  examples: [],
});

function read(...entries: readonly string[]) {
  const outcome = readRewriting(entries);
  assert.ok(outcome.kind === 'rewriting' && outcome.rewriting !== undefined);
  return outcome.rewriting;
}

const rewriting = read('me+*@company.example');
const withPhone = read('me+*@company.example', '+33600000000');
const anna = 'me+anna.example.com@company.example';
const ben = 'me+ben.example.com@company.example';

describe('Recipients that are replaced', () => {
  const rows: readonly (readonly [name: string, body: JsonValue, expected: JsonValue])[] = [
    ['in a field', { email: 'anna@example.com' }, { email: anna }],
    ['in any case', { email: 'Anna@Example.COM' }, { email: anna }],
    ['nested', { a: [{ b: { signer: { email: 'anna@example.com' } } }] }, { a: [{ b: { signer: { email: anna } } }] }],
    ['in copy', { cc: ['anna@example.com', 'ben@example.com'] }, { cc: [anna, ben] }],
    ['in a list in one text', { cc: 'anna@example.com; ben@example.com' }, { cc: `${anna}; ${ben}` }],
    ['in a list parted by a bar', { data: 'anna@example.com|ben@example.com' }, { data: `${anna}|${ben}` }],
    ['in one parted by strokes', { v: 'anna@example.com / ben@example.com' }, { v: `${anna} / ${ben}` }],
    ['in one of words', { v: 'anna@example.com and ben@example.com' }, { v: `${anna} and ${ben}` }],
    ['in one with brackets', { v: '[anna@example.com][ben@example.com]' }, { v: `[${anna}][${ben}]` }],
    ['not where two are mentioned', { v: 'From a@x.example to b@x.example' }, { v: 'From a@x.example to b@x.example' }],
    ['without a number in any field', { channel: { value: '+1 555 123-4567' }, n: '+12' }, { channel: {}, n: '+12' }],
    ['without a number in an address', { reach: 'sms:+15551234567', n: 1 }, { n: 1 }],
    ['with a name', { to: 'Anna <anna@example.com>' }, { to: `Anna <${anna}>` }],
    ['in JSON in a text', { data: '{"email":"anna@example.com","n":1.0}' }, { data: `{"email":"${anna}","n":1.0}` }],
    [
      'under a name that stands twice in JSON in a text',
      { data: '{"email":"anna@example.com","email":"ben@example.com"}' },
      { data: `{"email":"${anna}","email":"${ben}"}` },
    ],
    [
      'where somebody is mentioned as well',
      { email: 'anna@example.com', message: 'Ask anna@example.com.' },
      { email: anna, message: `Ask ${anna}.` },
    ],
    ['not where nobody is a recipient', { message: 'Ask help@example.com.' }, { message: 'Ask help@example.com.' }],
    [
      'not in a longer address',
      { email: 'anna@example.com', note: 'See joanna@example.com or anna@example.com.au.' },
      { email: anna, note: 'See joanna@example.com or anna@example.com.au.' },
    ],
    [
      'not one’s own',
      { email: 'me@company.example', cc: 'me+1@company.example' },
      { email: 'me@company.example', cc: 'me+1@company.example' },
    ],
    [
      'not the account’s',
      { from: 'owner@account.example', to: 'anna@example.com' },
      { from: 'owner@account.example', to: anna },
    ],
    [
      'not the name of a file',
      { file: 'files/anna@example.com', email: 'anna@example.com' },
      { file: 'files/anna@example.com', email: anna },
    ],
    [
      'an alias within an alias',
      { a: 'anna@example.com', b: 'nna@example.com' },
      { a: anna, b: 'me+nna.example.com@company.example' },
    ],
    ['without a phone number', { email: 'anna@example.com', phone: '+15551234567', n: 1 }, { email: anna, n: 1 }],
    [
      'not what only looks like one',
      { phone: '', type: 'phone', year: 20261128, smsText: '123456' },
      { phone: '', type: 'phone', year: 20261128, smsText: '123456' },
    ],
  ];
  for (const [name, body, expected] of rows) {
    it(name, () => {
      const values = { body } as RequestValues;
      const outcome = rewriteRecipients(rewriting, { operation, values, own: ['owner@account.example'] });
      assert.ok(outcome.kind === 'rewritten', JSON.stringify(outcome));
      assert.deepEqual(outcome.values.body, expected);
    });
  }

  const numbers: readonly (readonly [name: string, body: JsonValue, expected: JsonValue])[] = [
    ['a number', { phone: '+1 (555) 123-4567' }, { phone: '+33600000000' }],
    ['one with another name', { info: { phone_number: '0612345678' } }, { info: { phone_number: '+33600000000' } }],
    [
      'in a list',
      { mobilePhones: ['+15551234567', '+33600000000'] },
      { mobilePhones: ['+33600000000', '+33600000000'] },
    ],
    ['as a number', { cellPhone: 15551234567 }, { cellPhone: 33600000000 }],
  ];
  for (const [name, body, expected] of numbers) {
    it(`by a phone number of one’s own: ${name}`, () => {
      const outcome = rewriteRecipients(withPhone, { operation, values: { body } as RequestValues });
      assert.ok(outcome.kind === 'rewritten');
      assert.deepEqual(outcome.values.body, expected);
    });
  }

  const refused: readonly (readonly [name: string, body: JsonValue, reason: string])[] = [
    ['hidden behind an escape', { email: 'anna%40example.com' }, 'unclear'],
    ['a text that a server may read as an address', { email: 'anna at example ＠ com' }, 'unclear'],
    ['through another server', { email: 'anna%evil.example@example.com' }, 'unclear'],
    ['an address that belongs to the fields of a form', { email: 'eve?anna@example.com' }, 'unclear'],
    ['JSON in a text that spells it otherwise', { data: '{"email":"anna\\u0040example.com"}' }, 'unclear'],
    ['the name of a property', { 'anna@example.com': { role: 1 } }, 'name'],
    ['a number in a list', { phones: ['+15551234567'] }, 'phone'],
    ['a number in JSON in a text', { data: '{"phone":"+15551234567"}' }, 'phone'],
  ];
  for (const [name, body, reason] of refused) {
    it(`refuses ${name}`, () => {
      const outcome = rewriteRecipients(rewriting, { operation, values: { body } as RequestValues });
      assert.ok(outcome.kind === 'refused', JSON.stringify(outcome));
      assert.equal(outcome.reason, reason);
    });
  }

  it('are others where they only fit a pattern without a tag', () => {
    const outcome = (pattern: string, to: string) => {
      const found = rewriteRecipients(read(pattern), { operation, values: { body: { to } } });
      assert.ok(found.kind === 'rewritten', JSON.stringify(found));
      return found.recipients.map((one) => one.to);
    };
    assert.deepEqual(outcome('anna*@company.example', 'annabel@company.example'), [
      'annaannabel.company.example@company.example',
    ]);
    assert.deepEqual(outcome('*@company.example', 'anna.maria.smith@company.example'), [
      'anna_maria_smith.company.example@company.example',
    ]);
    assert.deepEqual(outcome('t-*@company.example', 't-anna.example.com@company.example'), []);
  });

  it('refuses one address for two people', () => {
    const values = { body: { to: ['anna@example.com', 'ben@example.com'] } };
    const outcome = rewriteRecipients(read('me@company.example'), { operation, values });
    assert.deepEqual(outcome, { kind: 'refused', recipient: 'ben@example.com', reason: 'shared' });
    const paired = rewriteRecipients(read('anna@example.com=me@company.example'), { operation, values });
    assert.deepEqual(paired, { kind: 'refused', recipient: 'ben@example.com', reason: 'noAlias' });
  });

  it('leaves digits, escapes, order and names that stand twice as they were written', () => {
    const written = `{"operation": "anna@example.com", "path": {"id": "anna@example.com"},
      "body": {"z": 1.0, "n": 12345678901234567890, "t": "\\u00e9", "email": "ben@example.com", "email": "anna@example.com"}}`;
    const { body, path } = JSON.parse(written);
    const outcome = rewriteRecipients(rewriting, { operation, values: { path, body }, written });
    assert.ok(outcome.kind === 'rewritten');
    const expected = written
      .replace('"id": "anna@example.com"', `"id": "${anna}"`)
      .replace('"email": "ben@example.com"', `"email": "${ben}"`)
      .replace('"email": "anna@example.com"', `"email": "${anna}"`);
    assert.equal(outcome.written, expected);
    assert.deepEqual(outcome.recipients.map(({ from }) => from).sort(), ['anna@example.com', 'ben@example.com']);
  });

  it('looks into JSON in a text however deep it is', () => {
    const deep = (email: string) =>
      `${'['.repeat(20_000)}{"email":"x","email":"${email}","__proto__":1}${']'.repeat(20_000)}`;
    const outcome = rewriteRecipients(rewriting, { operation, values: { body: { data: deep('anna@example.com') } } });
    assert.ok(outcome.kind === 'rewritten');
    assert.deepEqual(outcome.values.body, { data: deep(anna) });
  });

  it('takes nobody for oneself who is to be replaced', () => {
    const pairs = read('ben@company.example=me@company.example', 'anna@example.com=ben@company.example');
    const send = (email: string) => rewriteRecipients(pairs, { operation, values: { body: { email } } });
    const ofBen = send('ben@company.example');
    assert.ok(ofBen.kind === 'rewritten');
    assert.deepEqual(ofBen.values.body, { email: 'me@company.example' });
    assert.equal(send('anna@example.com').kind, 'refused');
  });

  it('leaves out a number in the text as well', () => {
    const written = '{"operation":"x","body":{"email":"anna@example.com","phone":"+15551234567"}}';
    const outcome = rewriteRecipients(rewriting, { operation, values: { body: JSON.parse(written).body }, written });
    assert.ok(outcome.kind === 'rewritten', JSON.stringify(outcome));
    assert.deepEqual(outcome.values.body, { email: anna });
  });

  it('replaces or refuses whoever stands anywhere in the text, however often a name stands there', () => {
    const members = fc.array(fc.tuple(fc.constantFrom('email', 'to', 'signer', 'x'), fc.nat(8)), { maxLength: 8 });
    fc.assert(
      fc.property(members, fc.boolean(), (pairs, isInner) => {
        const object = `{${pairs.map(([key, who]) => `"${key}":"p${who}@example.com"`).join(',')}}`;
        const written = `{"operation":"x","body":${isInner ? `{"data":${JSON.stringify(object)}}` : object}}`;
        const { body } = JSON.parse(written);
        const outcome = rewriteRecipients(rewriting, { operation, values: { body }, written });
        assert.ok(outcome.kind === 'rewritten');
        assert.doesNotMatch(outcome.written ?? '', /@example\.com/);
        assert.doesNotMatch(JSON.stringify(outcome.values), /@example\.com/);
      }),
    );
  });

  const text = fc.oneof(
    fc.constantFrom('anna@example.com', 'Ben <ben@example.com>', 'a.b@x.example, c@y.example', 'me+1@company.example'),
    fc.emailAddress(),
    fc.string(),
  );
  const key = fc.constantFrom('email', 'to', 'cc', 'signer', 'message', 'title', 'phone', 'items', 'x');
  const { body } = fc.letrec<{ body: JsonValue }>((tie) => ({
    body: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.boolean(),
      fc.array(tie('body'), { maxLength: 3 }),
      fc.dictionary(key, tie('body'), { maxKeys: 4 }),
    ),
  }));

  it('names nobody but oneself in what is sent, and changes nothing else', () => {
    fc.assert(
      fc.property(body, (value) => {
        const values = { body: value } as RequestValues;
        const written = JSON.stringify({ operation: 'x', body: value });
        const outcome = rewriteRecipients(rewriting, { operation, values, written });
        if (outcome.kind === 'refused') return;
        assert.ok(recipientsIn(outcome.values).every((one) => isOwn(rewriting, one)));
        assert.deepEqual(unlike(value, outcome.values.body), []);
        if (outcome.recipients.every(({ to }) => to !== undefined)) {
          assert.deepEqual(JSON.parse(outcome.written ?? ''), { operation: 'x', body: outcome.values.body });
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('is refused for no plain address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (email) => {
        const outcome = rewriteRecipients(rewriting, { operation, values: { body: { email } } });
        // What a person may use to go through another server, or to begin a parameter, is nobody's address.
        assert.ok(outcome.kind === 'rewritten' || /[%!?&=]/.test(email), email);
      }),
    );
  });
});

/** Texts that differ without naming a recipient, and everything else that differs. */
function unlike(one: JsonValue | undefined, other: JsonValue | undefined): readonly unknown[] {
  if (typeof one === 'string' && typeof other === 'string') return one === other || one.includes('@') ? [] : [one];
  if (Array.isArray(one) && Array.isArray(other)) return one.flatMap((item, index) => unlike(item, other[index]));
  if (isObject(one) && isObject(other)) {
    const left = Object.keys(one).filter((key) => key in other || key !== 'phone');
    assert.deepEqual(
      Object.keys(other),
      left.filter((key) => key in other),
    );
    return left.flatMap((key) => unlike(one[key], other[key]));
  }
  return Object.is(one, other) ? [] : [one, other];
}

function isObject(value: JsonValue | undefined): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
