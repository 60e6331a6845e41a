import assert from 'node:assert/strict';
import { defineFailures, type FailureIdOf } from '../../../src/kit/failures';

const about = { status: 404, meaning: 'It is not there.', nextStep: 'Look elsewhere.', source: 'made up' } as const;
const failures = defineFailures(
  [
    { ...about, id: 'lost', message: 'There is no {kind} {id}.' },
    { ...about, id: 'closed', status: 409, message: 'Closed' },
  ],
  { readErrors: () => [] },
);
type FailureId = FailureIdOf<typeof failures>;

describe('A failure catalogue', () => {
  it('refuses with its own failures, with and without a detail', () => {
    const ids: readonly FailureId[] = ['lost', 'closed'];
    assert.deepEqual(
      ids.map((id) => failures.refuse(id)),
      [{ failure: 'lost' }, { failure: 'closed' }],
    );
    assert.deepEqual(failures.refuse('lost', { id: '7' }), { failure: 'lost', detail: { id: '7' } });
    // @ts-expect-error a failure that is not in the catalogue
    assert.throws(() => failures.find(failures.refuse('lots').failure), /no failure "lots"/);
  });

  it('fills in the parts of a text that vary', () => {
    const rejection = failures.refuse('lost', { id: '7' });
    assert.equal(failures.messageOf(rejection), 'There is no  7.');
    assert.equal(failures.messageOf(rejection, '…'), 'There is no … 7.');
    assert.equal(failures.find('closed').status, 409);
  });
});
