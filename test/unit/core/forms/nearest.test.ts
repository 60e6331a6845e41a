import assert from 'node:assert/strict';
import fc from 'fast-check';
import { nearest, nearestOf } from '../../../../src/core/forms/wording/nearest';

const commands = ['operations', 'validate', 'send', 'emulator'];
const properties = ['email', 'first_name', 'order', 'role', 'role_id'];

describe('nearest', () => {
  const cases: readonly (readonly [known: readonly string[], word: string, meant: string | undefined])[] = [
    [commands, 'send', 'send'],
    [commands, 'sned', 'send'],
    [commands, 'op', 'operations'],
    [commands, 'validat', 'validate'],
    [commands, 'emlator', 'emulator'],
    [commands, 'zzzzzz', undefined],
    [properties, 'emial', 'email'],
    [properties, 'Email', 'email'],
    [properties, 'firstName', 'first_name'],
    [properties, 'roleid', 'role_id'],
    [properties, 'orders', 'order'],
    [properties, 'x', undefined],
    [properties, '', undefined],
    [properties, 'document', undefined],
    [properties, 'e'.repeat(100_000), undefined],
  ];
  for (const [known, word, meant] of cases) {
    it(`takes "${word.slice(0, 20)}" for ${meant ?? 'nothing known'}`, () => assert.equal(nearest(word, known), meant));
  }

  it('gives the nearest of several first, and no more than asked for', () => {
    assert.deepEqual(nearestOf('rol', properties, 2), ['role', 'role_id']);
    assert.deepEqual(nearestOf('role', properties, 1), ['role']);
  });

  it('knows every name by itself, whatever stands beside it', () => {
    const name = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => /[^_\s-]/.test(text));
    fc.assert(
      fc.property(name, fc.array(name), (word, others) => {
        const plain = (text: string) => text.toLowerCase().replace(/[_\s-]/g, '');
        assert.equal(plain(nearest(word, [...others, word]) ?? ''), plain(word));
      }),
    );
  });
});
