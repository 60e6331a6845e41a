import assert from 'node:assert/strict';
import type { Operation, PreparedRequest } from '../../../../src/core/operation';
import { alikeSteps } from '../../../../src/core/replies/alikeSteps';

const operation = (id: string, rest: Partial<Operation>) =>
  ({ id, title: id, method: 'POST', path: `/${id}`, request: {}, replies: {}, ...rest }) as unknown as Operation;
const operations = [
  operation('link', {}),
  operation('remind', { effects: ['mailsPeople'] }),
  operation('drop', { method: 'DELETE' }),
];

const step = (id: string, subject: string, rest: Partial<PreparedRequest> = {}): PreparedRequest => ({
  verb: 'link',
  title: id,
  operation: id,
  subject,
  complete: true,
  ...rest,
});

describe('next steps that are taken together', () => {
  const rows: readonly (readonly [name: string, steps: readonly PreparedRequest[], alike: readonly number[]])[] = [
    ['one for each of several people', [step('link', 'anna'), step('link', 'ben')], [0, 1]],
    ['none where there is one', [step('link', 'anna')], []],
    ['those of the same operation', [step('link', 'a'), step('remind', 'a'), step('link', 'b')], [0, 2]],
    [
      'those that can be taken now',
      [step('link', 'a'), step('link', 'b', { blocked: 'Later.' }), step('link', 'c')],
      [0, 2],
    ],
    ['none that needs a form', [step('link', 'a', { complete: false }), step('link', 'b')], []],
    ['none that would stand for a variable', [step('link', 'a', { path: { id: '{{name}}' } }), step('link', 'b')], []],
    ['none that mails people', [step('remind', 'a'), step('remind', 'b')], []],
    ['none that takes something away', [step('drop', 'a'), step('drop', 'b')], []],
    ['none of an operation that is gone', [step('gone', 'a'), step('gone', 'b')], []],
    ['none for the same person twice', [step('link', 'a'), step('link', 'a')], []],
  ];
  for (const [name, steps, alike] of rows) {
    it(name, () => assert.deepEqual(alikeSteps(steps, { operations }, 0), alike));
  }
});
