import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as z from 'zod';
import { formField } from '../../../../../src/core/forms/formField';
import { shapeOf } from '../../../../../src/core/forms/shapes/shapeOf';
import { editTexts } from '../../../../../src/core/requests/editing/editTexts';
import { list, requiredText, turnNumber } from '../../../../../src/kit/fields';
import type { JsonValue } from '../../../../../src/protocol/json';
import { stepsOf, type TurnPlace } from '../../../../../src/protocol/turns';
import { laneEdits } from '../../../../../webview/form/lanes/laneEdits';
import { lanePeople } from '../../../../../webview/form/lanes/lanePeople';

const person = z.object({ mail: requiredText('Mail', 'Of the person.') });
const flat = z.object({ ...person.shape, turn: turnNumber('Turn', 'When.', 1) });
const nested = z.object({
  turn: turnNumber('Turn', 'When.', 1),
  who: list(person, 'People', 'Of the step.', 'Person', { turns: 'people' }),
});

interface Moved {
  readonly text: string;
  readonly value: JsonValue;
}

/** Moves whoever stands at a place among all people, or at several. */
function moved(item: z.ZodType, items: readonly JsonValue[], who: number | readonly number[], spot: TurnPlace): Moved {
  const field = formField('list', shapeOf(list(item, 'List', 'Of people.', 'Item')), { required: true });
  assert.ok(field.kind === 'list' && field.turns);
  const { turns } = field;
  const place = { pointer: '/list', pattern: '/list', value: [...items], issues: undefined, suggestions: {}, depth: 0 };
  const people = lanePeople(field, turns, place);
  const steps = stepsOf(people, ({ order }) => order);
  const chosen = [who].flat().flatMap((one) => people[one] ?? []);
  assert.ok(chosen.length > 0);
  const edits = laneEdits({ field, turns, pointer: '/list', items }, steps, { people: chosen, spot });
  const text = editTexts(JSON.stringify({ list: items }, null, 2), edits);
  return { text, value: JSON.parse(text).list };
}

describe('laneEdits', () => {
  it('changes numbers alone where items are people, and goes on writing them as they were', () => {
    const items = [
      { mail: 'a', turn: '1', odd: 1 },
      { mail: 'b', turn: 2 },
      { mail: 'c', turn: 3 },
    ];
    assert.deepEqual(moved(flat, items, 2, { kind: 'before', step: 0 }).value, [
      { mail: 'a', turn: '2', odd: 1 },
      { mail: 'b', turn: 3 },
      { mail: 'c', turn: 1 },
    ]);
  });

  const who = (...mails: readonly string[]) => mails.map((mail) => ({ mail }));
  const steps = [
    { turn: 1, who: who('a', 'b'), note: 'first' },
    { turn: 2, who: who('c') },
  ];

  it('puts a person into another step, and takes a step out that has nobody left', () => {
    assert.deepEqual(moved(nested, steps, 2, { kind: 'with', step: 0 }).value, [
      { turn: 1, who: who('a', 'b', 'c'), note: 'first' },
    ]);
    assert.deepEqual(moved(nested, steps, 0, { kind: 'with', step: 1 }).value, [
      { turn: 1, who: who('b'), note: 'first' },
      { turn: 2, who: who('c', 'a') },
    ]);
  });

  it('makes a step for one who leaves the others, and moves a step with whoever is alone in it', () => {
    assert.deepEqual(moved(nested, steps, 1, { kind: 'before', step: 0 }).value, [
      { turn: 2, who: who('a'), note: 'first' },
      { turn: 3, who: who('c') },
      { turn: 1, who: who('b') },
    ]);
    assert.deepEqual(moved(nested, steps, 2, { kind: 'before', step: 0 }).value, [
      { turn: 2, who: who('a', 'b'), note: 'first' },
      { turn: 1, who: who('c') },
    ]);
  });

  it('puts several into one step, each from wherever they stand', () => {
    const three = [...steps, { turn: 3, who: who('d', 'e'), note: 'last' }];
    assert.deepEqual(moved(nested, three, [0, 2, 4], { kind: 'with', step: 2 }).value, [
      { turn: 1, who: who('b'), note: 'first' },
      { turn: 2, who: who('d', 'e', 'a', 'c'), note: 'last' },
    ]);
    assert.deepEqual(moved(nested, three, [0, 3], { kind: 'before', step: 0 }).value, [
      { turn: 2, who: who('b'), note: 'first' },
      { turn: 3, who: who('c') },
      { turn: 4, who: who('e'), note: 'last' },
      { turn: 1, who: who('a', 'd') },
    ]);
    assert.deepEqual(moved(nested, three, [0, 1, 2], { kind: 'before', step: 3 }).value, [
      { turn: 2, who: who('a', 'b', 'c'), note: 'first' },
      { turn: 1, who: who('d', 'e'), note: 'last' },
    ]);
    const items = ['a', 'b', 'c', 'd'].map((mail, index) => ({ mail, turn: index + 1 }));
    const turns = (moved(flat, items, [0, 3], { kind: 'with', step: 1 }).value as { turn: number }[]).map(
      ({ turn }) => turn,
    );
    assert.deepEqual(turns, [1, 1, 2, 1]);
  });

  it('loses nobody and nothing that is said of them, wherever they are put', () => {
    const turn = fc.option(fc.integer({ min: 0, max: 4 }));
    const lists = fc.array(fc.tuple(turn, fc.integer({ min: 1, max: 3 })), { minLength: 2, maxLength: 5 });
    const some = fc.array(fc.nat(), { minLength: 1, maxLength: 4 });
    const spots = fc.tuple(fc.constantFrom('with' as const, 'before' as const), fc.nat(), some);
    fc.assert(
      fc.property(lists, spots, (counts, [kind, at, chosen]) => {
        let mail = 0;
        const items = counts.map(([order, count]) => ({
          turn: order,
          who: Array.from({ length: count }, () => ({ mail: String(mail++), odd: { [mail]: null } })),
        }));
        const all = items.flatMap(({ who: people }) => people);
        const stepCount = new Set(counts.flatMap(([order]) => order ?? [])).size;
        fc.pre(stepCount > 0);
        const spot = { kind, step: at % stepCount };
        const { value } = moved(nested, items, [...new Set(chosen.map((one) => one % all.length))], spot);
        const after = (value as { who: { mail: string }[] }[]).flatMap(({ who: people }) => people);
        const byMail = (one: { mail: string }, other: { mail: string }) => Number(one.mail) - Number(other.mail);
        assert.deepEqual(after.toSorted(byMail), all);
      }),
    );
  });
});
