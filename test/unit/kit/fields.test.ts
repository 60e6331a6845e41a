import assert from 'node:assert/strict';
import * as z from 'zod';
import { keysOf } from '../../../src/core/typing/keysOf';
import {
  choice,
  file,
  fixed,
  flag,
  fromCredential,
  image,
  list,
  longText,
  number,
  requiredChoice,
  requiredList,
  requiredText,
  secretText,
  text,
  wholeNumber,
} from '../../../src/kit/fields';

const answers = { yes: 'Yes', no: 'No' };

const rows: readonly { name: string; schema: z.ZodType; takes: readonly unknown[]; refuses: readonly unknown[] }[] = [
  { name: 'text', schema: text('T', 'D'), takes: ['', 'a', undefined], refuses: [1, null] },
  { name: 'requiredText', schema: requiredText('T', 'D'), takes: ['a'], refuses: ['', undefined] },
  { name: 'longText', schema: longText('T', 'D'), takes: ['a\nb', undefined], refuses: [1] },
  { name: 'secretText', schema: secretText('T', 'D'), takes: ['a', undefined], refuses: [1] },
  { name: 'flag', schema: flag('T', 'D'), takes: [true, undefined], refuses: ['true'] },
  { name: 'wholeNumber', schema: wholeNumber('T', 'D'), takes: [1, undefined], refuses: [1.5, '1'] },
  { name: 'number', schema: number('T', 'D'), takes: [1.5, undefined], refuses: ['1'] },
  { name: 'image', schema: image('T', 'D'), takes: ['aGk=', undefined], refuses: [1] },
  { name: 'fromCredential', schema: fromCredential('key', 'T', 'D'), takes: ['a'], refuses: ['', undefined] },
  { name: 'choice', schema: choice(answers, 'T', 'D'), takes: ['yes', 'no', undefined], refuses: ['Yes', ''] },
  { name: 'requiredChoice', schema: requiredChoice(answers, 'T', 'D'), takes: ['no'], refuses: ['No', undefined] },
  { name: 'fixed', schema: fixed('sign', 'T', 'D'), takes: ['sign'], refuses: ['', undefined] },
  { name: 'list', schema: list(z.string(), 'T', 'D', 'I'), takes: [[], ['a'], undefined], refuses: [[1], 'a'] },
  { name: 'requiredList', schema: requiredList(z.string(), 'T', 'D', 'I'), takes: [['a']], refuses: [[], undefined] },
  { name: 'file', schema: file('T', 'D', ['pdf']), takes: ['a.pdf', 'a.doc'], refuses: ['', undefined] },
];

describe('Fields of the kit', () => {
  for (const { name, schema, takes, refuses } of rows) {
    it(`${name} takes what it stands for, and says what it is on its outermost schema`, () => {
      assert.deepEqual(
        takes.filter((value) => !schema.safeParse(value).success),
        [],
      );
      assert.deepEqual(
        refuses.filter((value) => schema.safeParse(value).success),
        [],
      );
      assert.deepEqual([schema.meta()?.title, schema.meta()?.description], ['T', 'D']);
    });
  }

  it('examples are named only where there are some', () => {
    assert.deepEqual(text('T', 'D', 'one', 'two').meta()?.examples, ['one', 'two']);
    assert.ok(!Object.hasOwn(text('T', 'D').meta() ?? {}, 'examples'));
  });

  it('a choice offers its labels in their order, and a list names its items', () => {
    assert.deepEqual(keysOf(answers), ['yes', 'no']);
    assert.deepEqual(requiredChoice(answers, 'T', 'D', { initial: 'no' }).meta(), {
      title: 'T',
      description: 'D',
      labels: answers,
      initial: 'no',
    });
    assert.equal(list(z.string(), 'T', 'D', 'Reason').meta()?.itemLabel, 'Reason');
  });

  it('a value of a token call starts with its credential, and is masked where that is a secret', () => {
    const { initial, examples, secret } = fromCredential('key', 'T', 'D', { secret: true }).meta() ?? {};
    assert.deepEqual(
      { initial, examples, secret },
      { initial: '{{credentials.key}}', examples: ['{{credentials.key}}'], secret: true },
    );
  });
});
