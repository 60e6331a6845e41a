import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod';
import { validateRequest } from '../../../../src/core/forms/checks/validateRequest';
import type { Operation, RequestValues } from '../../../../src/core/operation';
import { editTexts } from '../../../../src/core/requests/editing/editTexts';
import { getAt } from '../../../../src/core/requests/pointer';
import type { Issue } from '../../../../src/protocol/form';
import { addMember, createEnvelope, getEnvelope } from '../../fixtures/testProvider';

const signer = { email: 'ann@example.com', order: 1, method: 'none' };
const path = { envelope_id: 'e-1' };

/** What the only issue says, and the place of the edit after the mend. */
interface Row {
  readonly name: string;
  readonly body: unknown;
  readonly message: string;
  readonly title?: string;
  /** Where to look afterwards, and what is there. */
  readonly after?: readonly [pointer: string, value: unknown];
}

const rows: readonly Row[] = [
  {
    name: 'null where a property may be left out',
    body: { invites: [{ ...signer, first_name: null }] },
    message: 'First name is null; leave it out.',
    title: 'Leave it out',
    after: ['/body/invites/0', signer],
  },
  {
    name: 'null in a list',
    body: { invites: [signer], cc: ['a@b.co', null] },
    message: 'Copy 2 is null; take it out.',
    title: 'Take it out',
    after: ['/body/cc', ['a@b.co']],
  },
  {
    name: 'null where a value is needed',
    body: { invites: [{ ...signer, email: null }] },
    message: 'E-mail is null; it must be an e-mail address of at most 150 characters.',
  },
  {
    name: 'a number in quotes',
    body: { invites: [signer], expiration: '45' },
    message: '"45" is text; write 45.',
    title: 'Write 45',
    after: ['/body/expiration', 45],
  },
  {
    name: 'a number in quotes that would not fit',
    body: { invites: [signer], expiration: '60' },
    message: '"60" is text; Link expiration must be a whole number from 15 to 45, or empty.',
    title: 'Write 45',
    after: ['/body/expiration', 45],
  },
  {
    name: 'a number that is too large',
    body: { invites: [signer], expiration: 60 },
    message: 'Link expiration must be 15 to 45, or empty.',
    title: 'Write 45',
    after: ['/body/expiration', 45],
  },
  {
    name: 'a number that is too small',
    body: { invites: [{ ...signer, order: 0 }] },
    message: 'Order must be 1 or more.',
    title: 'Write 1',
    after: ['/body/invites/0/order', 1],
  },
  {
    name: 'a missing value that is usually the same',
    body: { invites: [{ email: 'ann@example.com', method: 'none' }] },
    message: 'Order is required.',
    title: 'Write 1',
    after: ['/body/invites/0/order', 1],
  },
  {
    name: 'null in place of a value that is usually the same',
    body: { invites: [{ ...signer, order: null }] },
    message: 'Order is null; it must be a whole number of 1 or more.',
    title: 'Write 1',
    after: ['/body/invites/0/order', 1],
  },
  {
    name: 'a number without quotes',
    body: { invites: [{ ...signer, first_name: 45 }] },
    message: '45 is a number; write "45".',
    title: 'Write "45"',
    after: ['/body/invites/0/first_name', '45'],
  },
  {
    name: 'a long number in quotes, whose digits no number holds',
    body: { invites: [signer], expiration: '12345678901234567890' },
    message: '"12345678901234567890" is text; Link expiration must be a whole number from 15 to 45, or empty.',
  },
  {
    name: 'a flag in words',
    body: { invites: [{ ...signer, force: true }] },
    message: 'true is no number; write 1.',
    title: 'Write 1',
    after: ['/body/invites/0/force', 1],
  },
  {
    name: 'a secret of the wrong type, which is not repeated',
    body: { invites: [signer], pin: 1234 },
    message: 'PIN is a number; it must be text.',
  },
  {
    name: 'an object where a list belongs',
    body: { invites: signer },
    message: 'Signers is an object; wrap it in [ ].',
    title: 'Wrap it in [ ]',
    after: ['/body/invites', [signer]],
  },
  {
    name: 'a value where a list belongs',
    body: { invites: [signer], cc: 'a@b.co' },
    message: 'Copies is one value; wrap it in [ ].',
    title: 'Wrap it in [ ]',
    after: ['/body/cc', ['a@b.co']],
  },
  {
    name: 'a list where an object belongs',
    body: [{ invites: [signer] }],
    message: 'Body is a list; take it out of [ ].',
    title: 'Take it out of [ ]',
    after: ['/body', { invites: [signer] }],
  },
  {
    name: 'a list that was made text',
    body: { invites: JSON.stringify([signer]) },
    message: 'Signers is text; write it without quotes.',
    title: 'Write it without quotes',
    after: ['/body/invites', [signer]],
  },
  {
    name: 'a misspelled choice',
    body: { invites: [{ ...signer, method: 'SMS', first_name: 'Ann' }] },
    message: 'Method must be none or sms (did you mean "sms"?).',
    title: 'Write "sms"',
    after: ['/body/invites/0/method', 'sms'],
  },
  {
    name: 'a misspelled name',
    body: { invites: [signer], colour: '#ff8800' },
    message: '"colour" is not documented here. Did you mean "color"?',
    title: 'Rename "colour" to "color"',
    after: ['/body/color', '#ff8800'],
  },
  {
    name: 'a name in other case',
    body: { invites: [{ ...signer, firstName: 'Ann' }] },
    message: '"firstName" is not documented here. Did you mean "first_name"?',
    title: 'Rename "firstName" to "first_name"',
    after: ['/body/invites/0/first_name', 'Ann'],
  },
  {
    name: 'a needed property under the name that people read',
    body: { signers: [signer] },
    message: 'Signers ("invites") is required; "signers" stands here instead.',
    title: 'Rename "signers" to "invites"',
    after: ['/body/invites', [signer]],
  },
];

function check(values: object, operation: Operation = createEnvelope): readonly Issue[] {
  return validateRequest(operation, values as RequestValues).issues;
}

function mend(values: object, issues: readonly Issue[]): object {
  const edits = issues.flatMap((issue) => issue.mend?.edits ?? []);
  return JSON.parse(editTexts(JSON.stringify(values, undefined, 2), edits));
}

describe('mends', () => {
  for (const { name, body, message, title, after } of rows) {
    it(`speak of ${name}`, () => {
      const values = { path, body };
      const [issue, ...more] = check(values);
      assert.ok(issue);
      assert.deepEqual([issue.message, issue.mend?.title, more.length], [message, title, 0]);
      if (after === undefined) return;
      const mended = mend(values, [issue]);
      assert.deepEqual(getAt(mended, after[0]), after[1]);
      assert.deepEqual(check(mended), []);
    });
  }

  it('of one kind are made together', () => {
    const nulls = { first_name: null, documents: null };
    const values = {
      path,
      body: {
        invites: [
          { ...signer, ...nulls },
          { ...signer, email: 'b@b.co', ...nulls },
        ],
        title: null,
      },
    };
    const issues = check(values);
    assert.deepEqual(new Set(issues.map((issue) => issue.mend?.titleForAll)), new Set(['Leave out every null']));
    assert.deepEqual(mend(values, issues), { path, body: { invites: [signer, { ...signer, email: 'b@b.co' }] } });
  });

  it('keep the digits of a number that is put in quotes', () => {
    for (const number of ['12345678901234567890', '1.10', '1e3']) {
      const written = `{"path":{"envelope_id":${number}},"body":{}}`;
      const values: RequestValues = JSON.parse(written);
      const [issue] = validateRequest(getEnvelope, values, undefined, { written }).issues;
      assert.equal(issue?.message, `${number} is a number; write "${number}".`);
      assert.deepEqual(
        issue?.mend?.edits.map((edit) => edit.kind === 'set' && edit.value),
        [number],
      );
    }
  });

  it('never give two properties one name', () => {
    const values = { path, body: { invites: [signer], colour: 1, colr: 2 } };
    const renames = check(values).flatMap((issue) => issue.mend?.edits ?? []);
    assert.deepEqual(
      renames.map((edit) => edit.kind === 'rename' && edit.key),
      ['color'],
    );
  });

  it('take the issue away and never throw, whatever stands there', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom(null, '45', 'true', true, 7, [signer], signer, '[]', 'smss', '"x"', ' a@b.co'),
    );
    const keys = ['invites', 'signers', 'expiration', 'cc', 'title', 'colour', 'contact', 'tags', 'language', 'weight'];
    const body = fc.dictionary(fc.constantFrom(...keys), value);
    fc.assert(
      fc.property(body, fc.constantFrom<Operation>(createEnvelope, addMember), (given, operation) => {
        const values = { path, body: given };
        for (const issue of check(values, operation)) {
          if (issue.mend === undefined) continue;
          // An item that is taken out makes room for the next one, which may be as wrong.
          const same = (one: Issue) => one.pointer === issue.pointer && one.message === issue.message;
          const mended = mend(values, [issue]);
          const isGone = !check(mended, operation).some(same);
          assert.ok(isGone || JSON.stringify(mended).length < JSON.stringify(values).length, issue.message);
        }
      }),
    );
  });
});

describe('a body of another call', () => {
  const siblings = {
    operations: [createEnvelope, getEnvelope, addMember],
    lookalikes: [
      {
        title: 'the old call',
        advice: 'it is gone',
        body: z.object({ recipients: z.array(z.object({ mail: z.unknown() })), subject: z.unknown().optional() }),
      },
    ],
  };
  const cases: readonly (readonly [name: string, operation: Operation, body: object, said: string | undefined])[] = [
    [
      'another operation',
      createEnvelope,
      { first_name: 'Ann', phone: '+33612345678' },
      'This looks like the body of another call, "Add a member" (quill/add-member).',
    ],
    [
      'a call that is no operation',
      createEnvelope,
      { recipients: [{ mail: 'a@b.co' }], subject: 'x' },
      'This looks like the body of another call, the old call; it is gone.',
    ],
    ['its own call', createEnvelope, { invites: [{ email: 5 }], emial: 1 }, undefined],
    ['no call at all', createEnvelope, { a: 1, b: { c: 2 } }, undefined],
    ['nothing', addMember, {}, undefined],
  ];
  for (const [name, operation, body, said] of cases) {
    it(`is recognised for ${name}`, () => {
      const { issues } = validateRequest(operation, { path, body } as RequestValues, undefined, { siblings });
      assert.equal(issues.find(({ code }) => code === 'other_call')?.message, said);
    });
  }
});
