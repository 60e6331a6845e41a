import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compare, holds } from '../../../../src/core/scenarios/criteria/holds';
import { jsonPathFault, queryValues } from '../../../../src/core/scenarios/criteria/jsonPath';
import { readPattern } from '../../../../src/core/scenarios/criteria/linearPattern';
import { parseCondition } from '../../../../src/core/scenarios/criteria/parseCondition';
import { runs } from '../../fixtures/runs';
import { sampleScope } from './sampleScope';

const conditions: readonly (readonly [text: string, isMet: boolean])[] = [
  ['$statusCode == 201', true],
  ['$statusCode==201', true],
  ['{$statusCode == 201}', true],
  ['$statusCode != 201', false],
  ['$statusCode >= 200 && $statusCode < 300', true],
  ['$statusCode < 200 || $statusCode > 300', false],
  ['!($statusCode == 200)', true],
  ['!$response.body#/missing', true],
  ["$response.body#/status == 'pending'", true],
  ["$response.body#/status == 'PENDING'", true],
  ["$response.body#/status != 'signed'", true],
  ['$response.body#/none == null', true],
  ['$response.body#/missing == null', false],
  ['$response.body#/count == null', false],
  ['$response.body#/yes == true', true],
  ['$response.body#/yes', true],
  ['$response.body#/none', false],
  ['$response.body#/digits == 200', true],
  ["$response.body#/count == '3'", true],
  ['$response.body#/count > 2.5e0', true],
  ['$response.body.list[1].id == 2', true],
  ["$response.body#/list[1]['status'] == 'created'", true],
  ['$response.body#/list/0/id == 1 && ($response.body#/list/1/id == 2 || $statusCode == 500)', true],
  ['{$response.body#/with blank} == 1', true],
  ["$response.header.content-type == 'application/json'", true],
  ["$inputs.username == 'ANNA'", true],
  ["'it''s' == 'IT''S'", true],
  ['true == false || false != true', true],
  ['$response.body#/list > 1', false],
  ["'b' > 'A'", true],
];

const noConditions: readonly (readonly [text: string, said: string])[] = [
  ['', 'The condition is empty'],
  ['$statusCode = 200', '"=" is no operator: write == to compare.'],
  ['$statusCode == 200 and true', '"and true" does not belong here'],
  ['$statusCode == OK', '"OK" is neither a number nor an expression: put it in single quotes if a text is meant.'],
  ['$statusCode == "200"', 'Texts stand in single quotes'],
  ["$response.body#/a == 'x", 'its last single quote is missing'],
  ['($statusCode == 200', 'A closing ")" is missing'],
  ['$statusCode ==', 'The condition ends too early'],
  ['$stepps.a.outputs.b == 1', 'Did you mean "$steps"?'],
  ['$response.body#/list[x] == 1', 'Between brackets an index must stand'],
  ['('.repeat(500), 'There are too many groups'],
];

describe('Simple conditions', () => {
  for (const [text, isMet] of conditions) {
    it(`${text} is ${isMet ? 'met' : 'not met'}`, () => {
      const parsed = parseCondition(text);
      assert.ok(parsed.kind === 'condition', JSON.stringify(parsed));
      assert.equal(holds(parsed.condition, sampleScope), isMet);
    });
  }

  for (const [text, said] of noConditions) {
    it(`${text.slice(0, 40) || 'nothing'} is refused`, () => {
      const parsed = parseCondition(text);
      assert.ok(parsed.kind === 'fault' && parsed.message.includes(said), JSON.stringify(parsed));
    });
  }

  const literal = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));

  it('compare literals with themselves, in any case', () => {
    fc.assert(
      fc.property(literal, (value) => {
        const text = typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
        const parsed = parseCondition(`${text} == ${typeof value === 'string' ? text.toUpperCase() : text}`);
        assert.ok(parsed.kind === 'condition', JSON.stringify(parsed));
        assert.ok(holds(parsed.condition, sampleScope));
      }),
    );
  });

  it('are equal both ways or neither, and null equals only null', () => {
    fc.assert(
      fc.property(
        fc.oneof(literal, fc.constant(undefined)),
        fc.oneof(literal, fc.constant(undefined)),
        (one, other) => {
          assert.equal(compare('==', one, other), compare('==', other, one));
          assert.equal(compare('!=', one, other), !compare('==', one, other));
          assert.equal(compare('==', one, null), one === null);
          assert.ok(!(compare('<', one, other) && compare('>=', one, other)));
        },
      ),
    );
  });

  it('never make the parser throw', () => {
    const piece = fc.constantFrom(
      '$statusCode',
      '$response.body#/a',
      '==',
      '!',
      '(',
      ')',
      '&&',
      '||',
      "'x'",
      '1',
      ' ',
      '[0]',
      '{',
      '}',
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const parsed = parseCondition(pieces.join(''));
        if (parsed.kind === 'condition') assert.equal(typeof holds(parsed.condition, sampleScope), 'boolean');
        else assert.ok(/[.?]$/.test(parsed.message));
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('Patterns', () => {
  const samples = [
    '',
    'a',
    'ab',
    'aab',
    'A-1',
    '200',
    '2000',
    'x_y z',
    'é',
    '😀',
    'line\nend',
    'aaaa',
    'foo.bar',
    'ba',
  ];
  const sources = [
    '^200$',
    'a|b',
    '^(?:a|ab)(?:c|b)?$',
    '^\\d{3}$',
    '\\d{2,3}',
    '^[a-z]+$',
    '[^a]',
    '^.$',
    '\\bz',
    'a+?b',
    '(?<name>a)b',
    '^$',
    '^\\p{Emoji}$',
    '\\u{1F600}',
    'x_y\\s\\w',
    '(a*)*$',
    'foo\\.bar',
    '^(a|b)*$',
    '[\\w.-]+',
    'a{0}b',
    '\\Ba',
    '^.+\\n',
  ];
  for (const source of sources) {
    it(`${source} finds what JavaScript finds`, () => {
      const read = readPattern(source);
      assert.ok(read.kind === 'pattern', JSON.stringify(read));
      const expected = samples.map((text) => new RegExp(source, 'u').test(text));
      assert.deepEqual(
        samples.map((text) => read.pattern.isIn(text)),
        expected,
      );
    });
  }

  it('find what JavaScript finds, whatever they are made of', () => {
    const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\w', '\\d', '1', '\\b', '^', '$');
    const pattern = fc.letrec<{ node: string; sequence: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        atom,
        tie('sequence').map((inner) => `(?:${inner})`),
        fc.tuple(tie('sequence'), tie('sequence')).map(([one, other]) => `(${one}|${other})`),
        fc
          .tuple(tie('sequence'), fc.constantFrom('*', '+', '?', '{2}', '{1,3}', '{2,}', '*?'))
          .map(([inner, sign]) => `(?:${inner})${sign}`),
      ),
      sequence: fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
    }));
    fc.assert(
      fc.property(
        pattern.sequence,
        fc.string({ unit: fc.constantFrom('a', 'b', '1', ' '), maxLength: 8 }),
        (source, text) => {
          const read = readPattern(source);
          assert.ok(read.kind === 'pattern', source);
          assert.equal(read.pattern.isIn(text), new RegExp(source, 'u').test(text), `${source} in ${text}`);
        },
      ),
      { numRuns: runs(200) },
    );
  });

  it('end in linear time where an engine that goes back would not', () => {
    for (const source of ['^(a+)+$', '^(a|a)*$', '(a*)*b', '^(?:a?){30}a{30}$', '(.*)(.*)(.*)x']) {
      const read = readPattern(source);
      assert.ok(read.kind === 'pattern');
      assert.equal(typeof read.pattern.isIn(`${'a'.repeat(2_000)}!`), 'boolean');
    }
  });

  for (const [source, said] of [
    ['(', 'is no regular expression'],
    ['(a)\\1', 'repeats what was found before'],
    ['a(?=b)', 'looks around'],
    ['(?<!a)b', 'looks around'],
    ['(?:a{1000}){1000}', 'counts further'],
  ] as const) {
    it(`${source} is refused`, () => {
      const read = readPattern(source);
      assert.ok(read.kind === 'fault' && read.message.includes(said), JSON.stringify(read));
    });
  }
});

describe('JSONPath', () => {
  const pets = { pets: [{ id: 1 }, { id: 2 }] };
  for (const [query, found] of [
    ['$[?count(@.pets) > 0]', []],
    ['$.pets[?@.id > 1]', [{ id: 2 }]],
    ['$..id', [1, 2]],
    ['$.pets[5]', []],
  ] as const) {
    it(`${query} sees the value itself`, () => {
      assert.equal(jsonPathFault(query), undefined);
      assert.deepEqual(queryValues(pets, query, 10), found);
    });
  }

  it('stops when enough was found', () => {
    assert.deepEqual(
      queryValues(
        Array.from({ length: 1000 }, (_unused, index) => index),
        '$[*]',
        2,
      ),
      [0, 1],
    );
  });

  for (const [query, said] of [
    ['pets', 'it begins with $'],
    ['$.pets[', 'look at its brackets and quotes'],
    ["$[?match(@.a, '(a+)+b')]", 'write a criterion of type regex'],
  ] as const) {
    it(`${query} is refused`, () => assert.ok(jsonPathFault(query)?.includes(said), jsonPathFault(query)));
  }
});
