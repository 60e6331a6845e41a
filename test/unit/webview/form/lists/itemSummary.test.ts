import assert from 'node:assert/strict';
import type { FormField } from '../../../../../src/protocol/form';
import { itemSummary } from '../../../../../webview/form/lists/itemSummary';

const text = (key: string): FormField => ({ kind: 'text', key, title: key, required: true }) as never;
const person = { kind: 'group', key: '', title: 'Person', required: true, fields: ['id', 'mail', 'role'].map(text) };
const id = 'c8de4237e6dc4c7e8d897e2adad75b2b0b5ba659';

const rows: readonly (readonly [value: Readonly<Record<string, string>>, expected: readonly string[]])[] = [
  [{ id, role: 'Signer 1' }, ['Signer 1']],
  [{ id, mail: 'ann@example.com' }, ['ann@example.com']],
  [{ id }, [id]],
  [{ id: 'Signer1', role: 'Buyer' }, ['Signer1', 'Buyer']],
];

describe('What a card of a list is called', () => {
  it('is no id where there is anything else', () => {
    for (const [value, expected] of rows) {
      const place = { value, pattern: '/body', suggestions: {} };
      assert.deepEqual(itemSummary(person as never, place), expected);
    }
  });
});
