import assert from 'node:assert/strict';
import type { FormField, TextField, VariantField } from '../../../../src/protocol/form';
import type { JsonValue } from '../../../../src/protocol/json';
import { switchVariant, variantOf } from '../../../../src/protocol/variants';
import { explain } from '../../../../webview/form/frame/explanation';
import { itemSummary } from '../../../../webview/form/lists/itemSummary';

function text(key: string, more: Partial<TextField> = {}): TextField {
  return { kind: 'text', key, label: key.toUpperCase(), required: true, multiline: false, secret: false, ...more };
}

const check: VariantField = {
  kind: 'variant',
  key: 'check',
  label: 'Check',
  required: false,
  variants: [
    {
      label: 'Password',
      match: { type: 'password' },
      fields: [text('password', { secret: true })],
      newValue: { type: 'password', password: '' },
    },
    {
      label: 'Phone',
      match: { type: 'phone' },
      fields: [text('phone'), text('password')],
      newValue: { type: 'phone', phone: '' },
    },
  ],
};

const method: FormField = {
  kind: 'choice',
  key: 'method',
  label: 'Method',
  required: true,
  options: [{ value: 'none', label: 'None' }],
};

const signer: FormField = {
  kind: 'group',
  key: '',
  label: 'Signer',
  required: true,
  fields: [text('role'), text('email'), text('secret', { secret: true }), text('link'), method, check],
};

describe('itemSummary', () => {
  const known = { '/body/signers/*/role': [{ value: 'r1', label: 'Signer 1' }] };
  const cases: readonly (readonly [string, JsonValue, readonly string[]])[] = [
    ['nothing', {}, []],
    ['a choice never stands alone', { method: 'none' }, []],
    ['a choice beside a name', { email: 'a@b', method: 'none' }, ['a@b', 'None']],
    [
      'the address first, known values by their label',
      { role: 'r1', email: 'a@b', method: 'none' },
      ['a@b', 'Signer 1'],
    ],
    ['no secrets and no addresses of pages', { secret: 's', link: 'https://x', email: 'a@b' }, ['a@b']],
    ['values of another type', { email: 7 }, ['7']],
  ];
  for (const [name, value, summary] of cases) {
    it(name, () =>
      assert.deepEqual(itemSummary(signer, { value, pattern: '/body/signers/*', suggestions: known }), summary),
    );
  }
});

describe('variants', () => {
  const cases: readonly (readonly [JsonValue | undefined, string | undefined])[] = [
    [undefined, undefined],
    [null, undefined],
    ['text', undefined],
    [{ type: 'phone' }, 'Phone'],
    [{ type: 'password', phone: '1' }, 'Password'],
    [{ type: 'other' }, undefined],
  ];
  for (const [value, label] of cases) {
    it(`${JSON.stringify(value)} is ${label}`, () => assert.equal(variantOf(check, value)?.label, label));
  }

  it('without constants, the members decide', () => {
    const open = { ...check, variants: check.variants.map((variant) => ({ ...variant, match: {} })) };
    assert.equal(variantOf(open, { phone: '1' })?.label, 'Phone');
  });

  it('switching keeps what both know', () => {
    const [, phone] = check.variants;
    assert.ok(phone);
    assert.deepEqual(switchVariant(phone, { type: 'password', password: 'x', other: 1 }), {
      type: 'phone',
      phone: '',
      password: 'x',
    });
  });
});

describe('explain', () => {
  const cases: readonly (readonly [string | undefined, string | undefined, string])[] = [
    [undefined, undefined, ''],
    ['What it is.', undefined, 'What it is.'],
    [undefined, '1 or more', '1 or more'],
    ['What it is.', '1 or more', 'What it is. · 1 or more'],
    ['What it is: At most 3 characters.', 'at most 3 characters', 'What it is: At most 3 characters.'],
    ['An e-mail address.', 'e-mail address, at most 150 characters', 'An e-mail address. · at most 150 characters'],
    [
      'Their e-mail address: at most 9 characters.',
      'e-mail address, at most 9 characters',
      'Their e-mail address: at most 9 characters.',
    ],
    ['Number of the step, from 1.', '1 or more', 'Number of the step, from 1.'],
    [
      'Their e-mail address: at most 9 characters.',
      'E-Mail-Adresse, höchstens 9 Zeichen',
      'Their e-mail address: at most 9 characters.',
    ],
    ['Number of the step, from 1.', '1 oder mehr', 'Number of the step, from 1.'],
    ['From 15 to 45 days.', '10 to 45', 'From 15 to 45 days. · 10 to 45'],
    ['How long.', '15 to 45, or none', 'How long. · 15 to 45, or none'],
  ];
  for (const [description, hint, said] of cases) {
    it(JSON.stringify([hint, said]), () => {
      assert.equal(
        explain({ ...(description !== undefined && { description }), ...(hint !== undefined && { hint }) }),
        said,
      );
    });
  }
});
