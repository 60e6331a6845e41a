import assert from 'node:assert/strict';
import type { PreparedRequest } from '../../../../src/core/operation';
import { linkRecipient } from '../../../../src/vscode/sending/linkRecipient';

const step: PreparedRequest = {
  verb: 'link',
  title: 'Get the link',
  operation: 'demo/link',
  subject: 'ann@example.com',
};

const cases = [
  { title: 'a link is for whom it was asked for', step, expected: { recipient: 'ann@example.com' } },
  { title: 'other steps are about something else', step: { ...step, verb: 'send' }, expected: {} },
  { title: 'nobody was named', step: { verb: 'link', title: 'Get the link', operation: 'demo/link' }, expected: {} },
] as const;

describe('linkRecipient', () => {
  for (const { title, step, expected } of cases) {
    it(title, () => assert.deepEqual(linkRecipient(step), expected));
  }
});
