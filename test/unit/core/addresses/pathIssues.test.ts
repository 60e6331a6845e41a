import assert from 'node:assert/strict';
import { validateRequest } from '../../../../src/core/forms/checks/validateRequest';
import type { Operation } from '../../../../src/core/operation';
import { parcel } from '../sending/parcelProvider';

const invite = parcel.operations[1] as Operation;

describe('values of a path', () => {
  const check = (parcel_id: string, references: 'accepted' | 'refused' = 'accepted') =>
    validateRequest(invite, { path: { parcel_id }, body: { email: 'ann@example.com' } }, undefined, { references })
      .issues;

  it('that lead elsewhere are errors at their place', () => {
    assert.deepEqual(check('..'), [
      {
        pointer: '/path/parcel_id',
        code: 'not_an_id',
        message: '"..": this is no ID; it would lead to another address. Enter the ID as the API gave it.',
        severity: 'error',
      },
    ]);
  });

  it('are said once when their schema refuses them, too', () => {
    assert.deepEqual(
      check('').map(({ code }) => code),
      ['too_small'],
    );
  });

  it('are checked when the reference is known that they hold', () => {
    assert.deepEqual(check('{{parcel}}/..'), []);
    assert.equal(check('{{parcel}}/..', 'refused').length, 1);
  });
});
