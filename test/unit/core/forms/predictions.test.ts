import assert from 'node:assert/strict';
import { explainPredictions } from '../../../../src/core/forms/checks/predictions';
import { ruleIssues, validateRequest } from '../../../../src/core/forms/checks/validateRequest';
import type { Operation } from '../../../../src/core/operation';
import type { Provider } from '../../../../src/core/provider';
import { mendingRequest } from '../../../../src/core/requests/mendingRequest';
import { parcel } from '../sending/parcelProvider';

const provider: Provider = {
  ...parcel,
  failures: parcel.failures.map((failure) =>
    failure.id === 'owner'
      ? { ...failure, message: 'The owner cannot be invited', mendedBy: 'parcel/invite' }
      : failure,
  ),
};
const invite = provider.operations.find(({ id }) => id === 'parcel/invite') as Operation;
const values = { path: { parcel_id: 'p-1' }, body: { email: 'ann@example.com' } };
const facts = { owner: 'ann@example.com' };

describe('What only the document’s state forbids', () => {
  it('is a warning, with the answer that is expected and the call that mends it', () => {
    assert.deepEqual(explainPredictions(provider, validateRequest(invite, values, facts).issues), [
      {
        pointer: '/body/email',
        code: 'owner',
        message: 'This is the owner. The API is expected to answer 400: “The owner cannot be invited”',
        severity: 'warning',
        prediction: { mendedBy: { operation: 'parcel/invite', title: 'Invite' } },
      },
    ]);
  });

  it('names no text that the API fills in', () => {
    const [issue] = explainPredictions(parcel, validateRequest(invite, values, facts).issues);
    assert.equal(issue?.message, 'This is the owner. The API is expected to answer 400.');
  });

  it('is an error where it is the server that looks', () => {
    assert.deepEqual(
      ruleIssues(invite, values, facts).map(({ severity }) => severity),
      ['error'],
    );
  });

  it('stays an error where the values alone show it', () => {
    const owner = { email: 'ann@example.com' };
    const strict: Operation = {
      ...invite,
      rules: [
        {
          failure: 'owner',
          statement: 'Ann is never invited.',
          check: () => [{ pointer: '/body/email', message: `${owner.email} is never invited.` }],
        },
      ],
    };
    const [issue] = validateRequest(strict, values, facts).issues;
    assert.deepEqual([issue?.severity, issue?.prediction], ['error', undefined]);
  });

  it('is mended with the ids that the request names', () => {
    const failed = { operation: 'parcel/other', connection: 'test', path: { parcel_id: 'p-1', other: 'x' } };
    assert.deepEqual(mendingRequest(provider, 'parcel/invite', failed)?.path, { parcel_id: 'p-1' });
    assert.equal(mendingRequest(provider, undefined, failed), undefined);
  });
});
