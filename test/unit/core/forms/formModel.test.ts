import assert from 'node:assert/strict';
import * as z from 'zod';
import { validateRequest } from '../../../../src/core/forms/checks/validateRequest';
import { formField } from '../../../../src/core/forms/formField';
import { formModel } from '../../../../src/core/forms/formModel';
import { initialValues } from '../../../../src/core/forms/initialValues';
import { shapeOf } from '../../../../src/core/forms/shapes/shapeOf';
import type { Operation } from '../../../../src/core/operation';
import type { FormField } from '../../../../src/protocol/form';
import { addMember, createEnvelope, getEnvelope, quill } from '../../fixtures/testProvider';

const model = formModel(quill, createEnvelope);

function fieldAt(...keys: readonly string[]): FormField | undefined {
  const [section, ...path] = keys;
  let fields = model.sections.find(({ id }) => id === section)?.fields ?? [];
  let found: FormField | undefined;
  for (const key of path) {
    found = fields.find((field) => field.key === key);
    const inner = found?.kind === 'list' ? found.item : found;
    fields = inner?.kind === 'group' ? inner.fields : [];
  }
  return found;
}

it('texts that a source lists are there to choose from, languages by their names', () => {
  const listed = (meta: z.GlobalMeta) => {
    const field = formField('tongue', shapeOf(z.string().meta(meta)), { required: true });
    return field.kind === 'text' ? field.listed : undefined;
  };
  assert.deepEqual(listed({ writtenAs: 'language', listed: ['fr', 'zh-TW', 'qqqq-none'] }), [
    { value: 'fr', label: 'French', description: 'fr' },
    { value: 'zh-TW', label: 'Chinese (Taiwan)', description: 'zh-TW' },
    { value: 'qqqq-none', label: 'qqqq-none' },
  ]);
  assert.deepEqual(listed({ listed: ['a'] }), [{ value: 'a', label: 'a' }]);
  assert.equal(listed({}), undefined);
});

it('values have meanings where a schema gives them, listed texts too', () => {
  const meanings = { fast: 'Within a day.', '*': 'All of them.' };
  const fieldOf = (schema: z.ZodType) => formField('speed', shapeOf(schema), { required: true });
  const choice = fieldOf(z.enum(['fast', 'slow']).meta({ meanings }));
  assert.deepEqual(choice.kind === 'choice' && choice.options, [
    { value: 'fast', label: 'fast', description: 'Within a day.' },
    { value: 'slow', label: 'slow' },
  ]);
  const apart = fieldOf(z.union([z.literal('fast'), z.literal('slow')]).meta({ meanings }));
  assert.deepEqual(apart.kind === 'choice' && apart.options, choice.kind === 'choice' && choice.options);
  const open = fieldOf(z.union([z.literal('*'), z.string()]).meta({ meanings }));
  assert.deepEqual(open.kind === 'text' && open.listed, [{ value: '*', label: '*', description: 'All of them.' }]);
});

it('null that only replies print is known to the form and not offered', () => {
  const field = (meta: z.GlobalMeta) =>
    formField(
      'size',
      shapeOf(
        z
          .int()
          .max(20)
          .nullable()
          .meta({ nullLabel: 'Not set', ...meta }),
      ),
      { required: false },
    );
  const { nullLabel, nullIsOffered, hint } = field({ nullIsAnswered: true });
  assert.deepEqual([nullLabel, nullIsOffered, hint], ['Not set', false, 'at most 20']);
  assert.deepEqual([field({}).nullIsOffered, field({}).hint], [undefined, 'at most 20, or none']);
});

describe('formModel', () => {
  const cases: [path: string, expected: Partial<FormField> & object][] = [
    ['path envelope_id', { kind: 'text', label: 'Envelope ID', required: true }],
    ['query notify', { kind: 'check', on: true, off: false, required: false }],
    ['query limit', { kind: 'number', integer: true, maximum: 100, hint: 'at most 100' }],
    ['body title', { kind: 'text', label: 'Title', maxLength: 10, hint: 'at most 10 characters', multiline: false }],
    [
      'body invites',
      {
        kind: 'list',
        label: 'Signers',
        itemLabel: 'Signer',
        minItems: 1,
        maxItems: 20,
        required: true,
        hint: '1 to 20 signers',
      },
    ],
    [
      'body invites email',
      { kind: 'text', label: 'E-mail', hint: 'e-mail address, at most 150 characters', examples: ['ann@example.com'] },
    ],
    ['body invites order', { kind: 'number', hint: '1 or more', minimum: 1 }],
    ['body invites force', { kind: 'check', on: 1, off: 0, label: 'Force new signature' }],
    ['body invites first_name', { kind: 'text', label: 'First name', required: false }],
    ['body invites documents', { kind: 'list', itemLabel: 'Document', newItem: { id: '', action: 'sign' } }],
    ['body invites check', { kind: 'variant', nullLabel: 'No check', required: false }],
    [
      'body expiration',
      { kind: 'number', integer: true, minimum: 15, maximum: 45, nullLabel: 'Never', hint: '15 to 45, or none' },
    ],
    ['body pin', { kind: 'text', label: 'PIN', secret: true }],
    ['body language', { kind: 'text', examples: ['en', 'fr'] }],
    ['body weight', { kind: 'number', integer: false, hint: 'more than 0, a multiple of 0.5' }],
    ['body redirect_url', { kind: 'text', label: 'Redirect URL', hint: 'address such as https://example.com' }],
    ['body contact', { kind: 'variant' }],
    ['body cc', { kind: 'list', itemLabel: 'Copy', newItem: '', hint: 'at most 2 copies' }],
    ['body file', { kind: 'file', extensions: ['pdf'] }],
    ['body tags', { kind: 'json' }],
    ['body extra', { kind: 'json' }],
  ];
  for (const [path, expected] of cases) {
    it(`shows ${path} as ${expected.kind}`, () => {
      const found = fieldAt(...path.split(' '));
      assert.ok(found);
      assert.deepEqual({ ...found, ...expected }, found);
    });
  }

  it('shows choices with their labels', () => {
    const method = fieldAt('body', 'invites', 'method');
    assert.deepEqual(method?.kind === 'choice' && method.options, [
      { value: 'none', label: 'None' },
      { value: 'sms', label: 'Text message' },
    ]);
  });

  it('shows variants by their constants', () => {
    const check = fieldAt('body', 'invites', 'check');
    assert.ok(check?.kind === 'variant');
    assert.deepEqual(
      check.variants.map(({ label, match, newValue }) => ({ label, match, newValue })),
      [
        { label: 'Password', match: { type: 'password' }, newValue: { type: 'password', password: '' } },
        { label: 'Phone', match: { type: 'phone' }, newValue: { type: 'phone', phone: '', method: 'sms' } },
      ],
    );
    const password = check.variants[0]?.fields.find(({ key }) => key === 'password');
    assert.equal(password?.kind === 'text' && password.secret, true);
  });

  it('shows a body of several shapes as one field at the section itself', () => {
    const [section] = formModel(quill, addMember).sections;
    assert.deepEqual(
      section?.fields.map(({ key, kind, required }) => ({ key, kind, required })),
      [{ key: '', kind: 'variant', required: true }],
    );
    const [field] = section?.fields ?? [];
    assert.deepEqual(field?.kind === 'variant' && field.variants.map(({ label, match }) => [label, match]), [
      ['Person', {}],
      ['User', {}],
    ]);
  });

  it('shows only sections that a call has', () => {
    assert.deepEqual(
      formModel(quill, getEnvelope).sections.map(({ id }) => id),
      ['path'],
    );
  });

  it('is made once', () => assert.equal(formModel(quill, createEnvelope), model));
  it('is plain JSON', () => assert.deepEqual(JSON.parse(JSON.stringify(model)), model));
});

describe('initialValues', () => {
  const cases: [operation: Operation, values: object, wrong: readonly string[]][] = [
    [
      createEnvelope,
      { path: { envelope_id: '' }, body: { invites: [{ email: '', order: 1, method: 'none' }] } },
      ['/path/envelope_id', '/body/invites/0/email'],
    ],
    [getEnvelope, { path: { envelope_id: '' } }, ['/path/envelope_id']],
    [addMember, { body: { first_name: '', phone: '' } }, ['/body/first_name', '/body/phone']],
  ];
  for (const [operation, values, wrong] of cases) {
    it(`of ${operation.id} leave only what a person has to fill in`, () => {
      assert.deepEqual(initialValues(operation), values);
      assert.deepEqual(
        validateRequest(operation, initialValues(operation)).issues.map(({ pointer }) => pointer),
        wrong,
      );
    });
  }

  it('belong to the caller', () => {
    const changed = initialValues(createEnvelope) as { path: Record<string, string> };
    changed.path['envelope_id'] = 'changed';
    assert.deepEqual(initialValues(createEnvelope).path, { envelope_id: '' });
  });
});
