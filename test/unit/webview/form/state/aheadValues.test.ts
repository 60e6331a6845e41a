import assert from 'node:assert/strict';
import type { FormEdit } from '../../../../../src/protocol/form';
import type { JsonObject } from '../../../../../src/protocol/json';
import type { FormState } from '../../../../../src/protocol/pages/formState';
import { AheadValues } from '../../../../../webview/form/state/aheadValues';

const write = (ahead: AheadValues, number: number, edits: readonly FormEdit[]) =>
  ahead.make({ number, edits, isWritten: true }, people('Anna', 'Ben'));
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
    write(ahead, 1, [{ kind: 'set', pointer: '/body/people/1/name', value: 'Bea' }]);
    write(ahead, 2, [{ kind: 'remove', pointer: '/body/people/0/address/city' }]);
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
    write(ahead, 3, [
      { kind: 'set', pointer: '/body/people/0/name', value: 'Anne' },
      { kind: 'set', pointer: '/body/people/2/name', value: 'Carla' },
    ]);
    ahead.follow(people('Anna', 'Ben', 'Cleo'), people('Ben', 'Cleo'), 0);
    assert.deepEqual(shownBy(ahead, people('Ben', 'Cleo')), people('Ben', 'Carla'));
  });

  it('leave alone what has no place yet, and whatever nobody wrote', () => {
    const ahead = new AheadValues();
    write(ahead, 1, [
      { kind: 'set', pointer: '/body/people/1/phone/number', value: '1' },
      { kind: 'set', pointer: '/body/people/7/name', value: 'Nobody' },
    ]);
    assert.deepEqual(shownBy(ahead, people('Anna', 'Ben')), people('Anna', 'Ben'));
    const values = people('Anna', 'Ben', 'Cleo');
    write(ahead, 2, [{ kind: 'set', pointer: '/body/people/1/name', value: 'Bea' }]);
    const state = ahead.over(stateOf(values));
    assert.ok(state.kind === 'form');
    const [before, after] = [values, state.values].map((all) => (all['body'] as JsonObject)['people'] as unknown[]);
    assert.equal(after?.[2], before?.[2]);
  });

  it('take along what is said of the values that they move', () => {
    const ahead = new AheadValues();
    const values = people('Anna', 'Ben', 'Cleo');
    const at = (index: number) => `/body/people/${index}/name`;
    const mend = (index: number) => ({
      title: 'Mend',
      edits: [{ kind: 'set', pointer: at(index), value: '' } as const],
    });
    const issue = (index: number, name: string) =>
      ({ pointer: at(index), code: 'odd', message: name, severity: 'error', mend: mend(index) }) as const;
    const group = { title: 'Odd', code: 'odd', severity: 'error', place: '/body/people/*/name', count: 2 } as const;
    const state: FormState = {
      ...stateOf(values),
      issues: [issue(0, 'Anna'), issue(2, 'Cleo')],
      issueGroups: [{ ...group, first: at(0) }],
      notes: { [at(1)]: 'Ben', [at(0)]: 'Anna' },
    };
    assert.ok(
      ahead.make({ number: 1, edits: [{ kind: 'remove', pointer: '/body/people/0' }], isWritten: false }, values),
    );
    const shown = ahead.over(state);
    assert.ok(shown.kind === 'form');
    assert.deepEqual(shown.issues, [issue(1, 'Cleo')]);
    assert.deepEqual(shown.issueGroups, [{ ...group, first: at(1) }]);
    assert.deepEqual(shown.notes, { [at(0)]: 'Ben' });
  });
});
