import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  earlierSpot,
  inWords,
  laterSpot,
  placed,
  stepsOf,
  type Turn,
  type TurnPlace,
} from '../../../src/protocol/turns';

/** "a1 b2 c2 d-": letters with their number, a dash for none. */
function people(text: string): readonly Turn<string>[] {
  const found = text.split(' ').map((word) => ({ name: word[0] ?? '', order: word.slice(1) }));
  const orders = new Map(found.map(({ name, order }) => [name, order === '-' ? undefined : Number(order)]));
  return stepsOf([...orders.keys()], (name) => orders.get(name));
}

function written(steps: readonly Turn<string>[]): string {
  return steps.flatMap(({ order, people: names }) => names.map((name) => `${name}${order ?? '-'}`)).join(' ');
}

describe('placed', () => {
  const cases: readonly (readonly [before: string, who: string, spot: string, after: string])[] = [
    ['a1 b2 c3', 'c', 'with 1', 'a1 b2 c2'],
    ['a1 b2 c3', 'b', 'with 0', 'a1 b1 c2'],
    ['a1 b1 c2', 'b', 'before 0', 'b1 a2 c3'],
    ['a1 b1 c2', 'b', 'before 1', 'a1 b2 c3'],
    ['a1 b2', 'a', 'before 2', 'b1 a2'],
    ['a0 b1', 'b', 'before 0', 'b0 a1'],
    ['a10 b20 c30', 'c', 'with 0', 'a10 c10 b20'],
    ['a10 b20 c30', 'c', 'before 0', 'c9 a10 b20'],
    ['a10 b20 c20', 'c', 'before 1', 'a10 c11 b20'],
    ['a10 b11 c20', 'c', 'before 1', 'a10 c11 b12'],
    ['a1 b-', 'b', 'before 1', 'a1 b2'],
    ['a- b-', 'b', 'before 0', 'b1 a-'],
    ['a1 b2 c3 d4', 'bd', 'before 0', 'b1 d1 a2 c3'],
    ['a1 b2 c3 d4', 'ac', 'with 3', 'b1 d2 a2 c2'],
    ['a10 b20 c30', 'bc', 'with 0', 'a10 b10 c10'],
    ['a1 b-', 'ab', 'before 2', 'a1 b1'],
  ];
  for (const [before, who, at, after] of cases) {
    it(`${who} of ${before} ${at} gives ${after}`, () => {
      const [kind, step] = at.split(' ');
      const spot = { kind, step: Number(step) } as TurnPlace;
      assert.equal(written(placed(people(before), [...who], spot, 1)), after);
    });
  }

  it('half steps earlier lead from anywhere to the front, and half steps later to the end, and nobody is lost', () => {
    const orders = fc.array(fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }), {
      minLength: 2,
      maxLength: 7,
    });
    fc.assert(
      fc.property(orders, fc.nat(), fc.constantFrom(earlierSpot, laterSpot), (numbers, choice, spotOf) => {
        const who = choice % numbers.length;
        let steps = stepsOf([...numbers.keys()], (index) => numbers[index]);
        const at = () => steps.findIndex(({ people: names }) => names.includes(who));
        if (steps[at()]?.order === undefined && spotOf === laterSpot) return;
        for (let moves = 0; ; moves += 1) {
          assert.ok(moves <= 4 * numbers.length, 'it comes to an end');
          const spot = spotOf(steps, at(), [who]);
          if (spot === undefined) break;
          steps = placed(steps, [who], spot, 1);
          assert.deepEqual(steps.flatMap(({ people: names }) => names).toSorted(), [...numbers.keys()]);
          const known = steps.flatMap(({ order }) => order ?? []);
          assert.deepEqual(
            known,
            [...new Set(known)].toSorted((a, b) => a - b),
          );
        }
        const known = steps.filter(({ order }) => order !== undefined);
        assert.deepEqual((spotOf === earlierSpot ? known[0] : known.at(-1))?.people, [who]);
      }),
    );
  });
});

it('steps are said in words', () => {
  const say = (text: string) => inWords(people(text), (name) => name);
  assert.equal(say('a1 b2 c2 d3'), 'a, then b and c at the same time, then d');
  assert.equal(say('a1 b-'), 'a; without a step: b');
});
