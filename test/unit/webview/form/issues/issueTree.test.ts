import assert from 'node:assert/strict';
import type { FormField, FormModel, Issue } from '../../../../../src/protocol/form';
import { inOrder } from '../../../../../webview/form/issues/issueOrder';
import { allIssues, childOf, issueTree } from '../../../../../webview/form/issues/issueTree';

function issue(pointer: string, severity: Issue['severity'] = 'error'): Issue {
  return { pointer, code: 'x', message: pointer, severity };
}

const values = { body: { signers: [{ email: '' }, { email: 'x' }], 'a/b': 1 } };

describe('issueTree', () => {
  const tree = issueTree(
    [
      issue('/body/signers/0/email'),
      issue('/body/signers/1/email'),
      issue('/body/signers/1/role'),
      issue('/body/signers', 'warning'),
      issue('/body/a~1b'),
    ],
    values,
  );
  const body = childOf(tree, 'body');
  const signers = childOf(body, 'signers');

  it('counts what is below, telling missing values from wrong ones', () => {
    assert.deepEqual(signers?.counts, { wrong: 1, missing: 2, warnings: 1 });
    assert.deepEqual(childOf(signers, '0')?.counts, { wrong: 0, missing: 1, warnings: 0 });
    assert.deepEqual(tree.counts, { wrong: 2, missing: 2, warnings: 1 });
  });

  it('keeps own issues apart from those below', () => {
    assert.deepEqual(
      signers?.own.map(({ severity }) => severity),
      ['warning'],
    );
    assert.equal(allIssues(signers).length, 4);
  });

  it('understands escaped keys and keys of no field', () => {
    assert.equal(childOf(body, 'a/b')?.own.length, 1);
    assert.equal(childOf(body, 'constructor'), undefined);
  });
});

describe('inOrder', () => {
  const text = (key: string): FormField => ({
    kind: 'text',
    key,
    label: key,
    required: true,
    multiline: false,
    secret: false,
  });
  const check: FormField = {
    ...text('check'),
    kind: 'variant',
    variants: [
      { label: 'Password', match: {}, fields: [text('password')], newValue: {} },
      { label: 'Phone', match: {}, fields: [text('phone'), text('sms')], newValue: {} },
    ],
  };
  const signer: FormField = { ...text(''), kind: 'group', fields: [text('role'), text('email'), check] };
  const signers: FormField = { ...text('signers'), kind: 'list', item: signer, itemLabel: 'Signer', newItem: {} };
  const sections: FormModel['sections'] = [
    { id: 'path', title: 'Path', fields: [text('id'), text('other')] },
    { id: 'body', title: 'Body', fields: [text('subject'), signers, text('text')] },
  ];
  const list: FormModel['sections'] = [{ id: 'body', title: 'Body', fields: [{ ...signers, key: '' }] }];

  const inTheForm: readonly (readonly [string, FormModel['sections'], readonly string[]])[] = [
    ['sections', sections, ['/connection', '/path/id', '/path/other', '/body', '/body/subject']],
    ['fields', sections, ['/body/subject', '/body/signers', '/body/text', '/body/unknown']],
    ['items by their number', sections, ['/body/signers/0/email', '/body/signers/2/role', '/body/signers/10/role']],
    ['fields of an item', sections, ['/body/signers/0', '/body/signers/0/role', '/body/signers/0/email']],
    [
      'fields of a variant',
      sections,
      ['/body/signers/0/email', '/body/signers/0/check/phone', '/body/signers/0/check/sms'],
    ],
    ['a body that is a list', list, ['/body', '/body/0/role', '/body/0/email', '/body/1/role']],
  ];
  for (const [what, of, pointers] of inTheForm) {
    it(`follows the form: ${what}`, () => {
      const shuffled = pointers.toReversed().map((pointer) => issue(pointer));
      assert.deepEqual(
        inOrder(shuffled, { sections: of }).map(({ pointer }) => pointer),
        pointers,
      );
    });
  }

  it('leaves issues of one field as they came', () => {
    const [one, other] = [issue('/path/id'), issue('/path/id', 'warning')];
    assert.deepEqual(inOrder([one, other], { sections }), [one, other]);
  });
});
