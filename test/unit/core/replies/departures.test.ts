import assert from 'node:assert/strict';
import * as z from 'zod';
import { departureSentences, departuresFrom } from '../../../../src/core/replies/judging/departures';
import { extraKeys } from '../../../../src/core/replies/judging/extraKeys';
import { foreignWords } from '../../foreignWords';

const schema = z.object({
  id: z.string(),
  count: z.int(),
  on: z.boolean().optional(),
  state: z.enum(['open', 'done']).optional(),
  link: z.url().optional(),
  who: z.union([z.string(), z.object({ name: z.string() })]).optional(),
  items: z.array(z.object({ id: z.string() })).optional(),
});

describe('departures from a documented shape', () => {
  const known = { id: 'a', count: 1 };
  const rows: readonly (readonly [body: unknown, words: readonly string[]])[] = [
    [known, []],
    [{ ...known, more: 1 }, []],
    [{ count: 1 }, ['/id: missing']],
    [{ ...known, id: null }, ['/id: null, where text is documented']],
    [{ ...known, count: '1' }, ['/count: text, where a number is documented']],
    [{ ...known, count: 1.5 }, ['/count: a number, where a whole number is documented']],
    [{ ...known, on: [] }, ['/on: a list, where true or false is documented']],
    [{ ...known, state: 'odd' }, ['/state: a value that is not documented']],
    [{ ...known, link: 'odd' }, ['/link: text of another form than documented']],
    [{ ...known, who: 1 }, ['/who: a number that fits none of the documented forms']],
    [
      { ...known, items: [{ id: 1 }, { id: 'b' }, { id: 2 }] },
      ['/items/*/id: a number, where text is documented (2 places)'],
    ],
    [[], ['the top: a list, where an object is documented']],
  ];
  for (const [body, words] of rows) {
    it(`${JSON.stringify(body)}: ${words.join('; ') || 'none'}`, () => {
      const found = sentences(schema, body);
      assert.deepEqual(
        found,
        words.map((word) => `The reply departs from its documentation at ${word}.`),
      );
      for (const line of found) assert.doesNotMatch(line, foreignWords);
    });
  }

  it('lists a few kinds and counts the rest', () => {
    const many = z.object(Object.fromEntries(Array.from({ length: 9 }, (_unused, index) => [`k${index}`, z.string()])));
    const found = sentences(many, {});
    assert.deepEqual([found.length, found.at(-1)], [6, 'The reply departs from its documentation in 4 more ways.']);
  });

  const id = 'a number, where text is documented';
  const long: readonly (readonly [name: string, items: readonly unknown[], words: string | undefined])[] = [
    ['as documented', Array.from({ length: 30_000 }, () => ({ id: 'a' })), undefined],
    ['wrong at the end', [...Array.from({ length: 30_000 }, () => ({ id: 'a' })), { id: 1 }], id],
    ['wrong throughout', Array.from({ length: 30_000 }, () => ({ id: 1 })), `${id} (2000 places or more)`],
  ];
  for (const [name, items, words] of long) {
    it(`says of a long list that is ${name}: ${words ?? 'nothing'}`, () => {
      const said = words === undefined ? [] : [`The reply departs from its documentation at /items/*/id: ${words}.`];
      assert.deepEqual(sentences(schema, { ...known, items }), said);
    });
  }

  it('counts no kinds that it did not look for', () => {
    const keys = Array.from({ length: 9 }, (_unused, index) => `k${index}`);
    const many = z.array(z.object(Object.fromEntries(keys.map((key) => [key, z.string()]))));
    const found = sentences(
      many,
      Array.from({ length: 9_000 }, () => ({})),
    );
    assert.equal(found.at(-1), 'The reply departs from its documentation in 4 more ways at least.');
  });

  it('of a long reply the first items of its lists are compared, and that is said', () => {
    const items = Array.from({ length: 30_000 }, (_item, index) => ({ id: index === 29_999 ? 1 : 'a' }));
    const said = 'Of the lists of this long reply the first 20000 items were compared.';
    assert.deepEqual(sentences(schema, { ...known, items }, 20_000), [said]);
    assert.deepEqual(sentences(schema, { ...known, items: items.slice(-20_000) }, 20_000), [
      'The reply departs from its documentation at /items/*/id: a number, where text is documented.',
    ]);
    assert.equal(sentences(schema, { ...known, items }).length, 1);
  });
});

describe('differences by their places', () => {
  const told = (all: ReturnType<typeof extraKeys>) =>
    all.map(({ kind, place, pointer, found, documented, count }) =>
      [kind, place, pointer, found, documented ?? '-', count].join(' '),
    );

  it('say what is missing and of another type, and where it is so first', () => {
    const body = { count: 'x', items: [{ id: 'a' }, { id: 1 }, { id: 2 }, {}] };
    assert.deepEqual(told(departuresFrom(schema, body).differences), [
      'missing /id /id nothing text 1',
      'otherType /count /count text number 1',
      'otherType /items/*/id /items/1/id number text 2',
      'missing /items/*/id /items/3/id nothing text 1',
    ]);
  });

  const rows: readonly (readonly [schema: z.ZodType, body: unknown, extras: readonly string[]])[] = [
    [schema, { id: 'a', count: 1 }, []],
    [schema, { id: 'a', more: [] }, ['extra /more /more list - 1']],
    [schema, { id: 'a', items: [{ id: 'b', x: 1 }, { x: 2 }] }, ['extra /items/*/x /items/0/x number - 1']],
    [schema, { id: 'a', who: { name: 'b', 'e/mail': 'c' } }, ['extra /who/e~1mail /who/e~1mail text - 1']],
    [z.record(z.string(), z.number()), { any: 1 }, []],
    [z.object({ data: z.unknown() }), { data: { any: 1 } }, []],
    [
      z.union([z.object({ a: z.string() }), z.object({ b: z.string() })]),
      { a: 'x', b: 'y', c: null },
      ['extra /c /c null - 1'],
    ],
    [z.array(z.object({ a: z.string() })).optional(), undefined, []],
  ];
  for (const [shape, body, extras] of rows) {
    it(`name what is not documented: ${JSON.stringify(body)}`, () =>
      assert.deepEqual(told(extraKeys(shape, body)), extras));
  }

  it('look at the beginning of a long body', () => {
    const items = Array.from({ length: 200_000 }, () => ({ id: 'a', x: 1 }));
    const [found] = extraKeys(schema, { id: 'a', items });
    assert.deepEqual([found?.place, found?.isCut, found?.count], ['/items/*/x', true, 500]);
  });
});

function sentences(documented: z.ZodType, body: unknown, mostItems?: number): readonly string[] {
  const { differences, remarks } = departuresFrom(documented, body, mostItems);
  return [...departureSentences(differences), ...remarks];
}
