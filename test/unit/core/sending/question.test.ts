import assert from 'node:assert/strict';
import { describeQuestion, type Reason } from '../../../../src/core/sending/asking/question';

describe('A question before sending', () => {
  const rows: readonly (readonly [what: string, reasons: readonly Reason[], button: string])[] = [
    ['mail to people', [{ kind: 'mailsPeople', recipients: ['ann@example.com'] }], 'Send'],
    ['something taken away', [{ kind: 'takesAway' }], 'Delete signer'],
    ['both', [{ kind: 'mailsPeople', recipients: [] }, { kind: 'takesAway' }], 'Delete signer'],
  ];
  for (const [what, reasons, button] of rows) {
    it(`has a button that says what it does: ${what}`, () => {
      const question = { operation: 'Delete signer', connection: 'Sandbox', baseUrl: 'https://api.example', reasons };
      assert.deepEqual([describeQuestion(question).safe, describeQuestion(question).send], ["Don't Send", button]);
    });
  }
});
