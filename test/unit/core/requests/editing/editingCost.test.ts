import assert from 'node:assert/strict';
import { editTexts } from '../../../../../src/core/requests/editing/editTexts';
import type { FormEdit } from '../../../../../src/protocol/form';

const pointer = '/people';
const person = (index: number) => ({ name: `Person ${index}`, email: `person${index}@example.com` });

/** One edit for each of so many people. */
const ways: Readonly<Record<string, (index: number) => FormEdit>> = {
  'that are added': (index) => ({ kind: 'append', pointer, value: person(index) }),
  'that are changed': (index) => ({ kind: 'set', pointer: `${pointer}/${index}/name`, value: 'Somebody else' }),
  'that get something': (index) => ({ kind: 'set', pointer: `${pointer}/${index}/order`, value: index }),
  'that are taken out': (index) => ({ kind: 'remove', pointer: `${pointer}/${index}` }),
  'that lose something': (index) => ({ kind: 'remove', pointer: `${pointer}/${index}/name` }),
  'whose names are renamed': (index) => ({ kind: 'rename', pointer: `${pointer}/${index}/name`, key: 'title' }),
};

describe('Edits of people', () => {
  for (const [way, editOf] of Object.entries(ways)) {
    it(`copy twice as much text for twice as many ${way}`, () => {
      const [few, many] = [copiedBy(250, editOf), copiedBy(500, editOf)];
      assert.ok(many < 2.2 * few, `${few} characters, then ${many}`);
    });
  }
});

const copying = ['slice', 'substring'] as const;

/** How many characters are cut out of texts, wherever that is done: no clock is as steady. */
function copiedBy(count: number, editOf: (index: number) => FormEdit): number {
  const text = JSON.stringify({ people: Array.from({ length: count }, (_, index) => person(index)) }, null, 2);
  const edits = Array.from({ length: count }, (_, index) => editOf(index));
  let copied = 0;
  const originals = copying.map((name) => [name, Object.getOwnPropertyDescriptor(String.prototype, name)] as const);
  for (const [name, descriptor] of originals) {
    const original: (...args: unknown[]) => string = descriptor?.value;
    Object.defineProperty(String.prototype, name, {
      ...descriptor,
      value(this: string, ...args: unknown[]) {
        const cut = original.apply(this, args);
        copied += cut.length;
        return cut;
      },
    });
  }
  try {
    editTexts(text, edits);
  } finally {
    for (const [name, descriptor] of originals) Object.defineProperty(String.prototype, name, descriptor ?? {});
  }
  return copied;
}
