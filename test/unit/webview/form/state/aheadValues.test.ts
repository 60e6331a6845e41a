import assert from 'node:assert/strict';
import type { FormState } from '../../../../../src/protocol/form';
import type { JsonObject } from '../../../../../src/protocol/json';
import { AheadValues } from '../../../../../webview/form/state/aheadValues';

const person = (name: string) => ({ name, address: { city: 'Here' } });
const people = (...names: readonly string[]): JsonObject => ({ body: { people: names.map(person) } });

function stateOf(values: JsonObject): FormState & { kind: 'form' } {
  const lists = { issues: [], mendsForAll: [], issueGroups: [], connections: [], notices: [], translations: [] };
  const records = { spellings: {}, attachments: {}, suggestions: {} };
  return { kind: 'form', values, ...lists, ...records, connection: 'emulator', sending: false };
}

function shownBy(ahead: AheadValues, values: JsonObject): unknown {
  const state = ahead.over(stateOf(values));
  return state.kind === 'form' ? state.values : undefined;
}

describe('Values that are written ahead of the host', () => {
  it('are shown until the host has them, or has refused them', () => {
    const ahead = new AheadValues();
    ahead.write(1, [{ kind: 'set', pointer: '/body/people/1/name', value: 'Bea' }]);
    ahead.write(2, [{ kind: 'remove', pointer: '/body/people/0/address/city' }]);
    const both = [{ name: 'Anna', address: {} }, person('Bea')];
    assert.deepEqual(shownBy(ahead, people('Anna', 'Ben')), { body: { people: both } });
    ahead.settle(1);
    const one = [{ name: 'Anna', address: {} }, person('Ben')];
    assert.deepEqual(shownBy(ahead, people('Anna', 'Ben')), { body: { people: one } });
    ahead.settle(2);
    assert.deepEqual(shownBy(ahead, people('Anna', 'Ben')), people('Anna', 'Ben'));
  });

  it('go with their items where those move, and away with those that go', () => {
    const ahead = new AheadValues();
    ahead.write(3, [
      { kind: 'set', pointer: '/body/people/0/name', value: 'Anne' },
      { kind: 'set', pointer: '/body/people/2/name', value: 'Carla' },
    ]);
    ahead.follow(people('Anna', 'Ben', 'Cleo'), people('Ben', 'Cleo'));
    assert.deepEqual(shownBy(ahead, people('Ben', 'Cleo')), people('Ben', 'Carla'));
  });

  it('leave alone what moves others, what has no place yet, and whatever nobody wrote', () => {
    const ahead = new AheadValues();
    ahead.write(1, [
      { kind: 'remove', pointer: '/body/people/0' },
      { kind: 'append', pointer: '/body/people', value: person('New') },
      { kind: 'set', pointer: '/body/people/1/phone/number', value: '1' },
      { kind: 'set', pointer: '/body/people/7/name', value: 'Nobody' },
    ]);
    assert.deepEqual(shownBy(ahead, people('Anna', 'Ben')), people('Anna', 'Ben'));
    const values = people('Anna', 'Ben', 'Cleo');
    ahead.write(2, [{ kind: 'set', pointer: '/body/people/1/name', value: 'Bea' }]);
    const state = ahead.over(stateOf(values));
    assert.ok(state.kind === 'form');
    const [before, after] = [values, state.values].map((all) => (all['body'] as JsonObject)['people'] as unknown[]);
    assert.equal(after?.[2], before?.[2]);
  });
});
