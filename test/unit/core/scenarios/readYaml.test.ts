import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSource } from '../../../../src/core/scenarios/text/readSource';
import { runs } from '../../fixtures/runs';

const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef', 'fg', 'gh']) {
  bomb.push(`${to}: &${to} [${Array.from({ length: 9 }, () => `*${from}`).join(', ')}]`);
}

/** A text, what it holds, and what is said of it. */
const read: readonly (readonly [name: string, text: string, value: unknown, warned?: readonly string[]])[] = [
  [
    'words that YAML 1.1 takes for truth values',
    'a: no\nb: on\nc: yes\nd: true',
    { a: 'no', b: 'on', c: 'yes', d: true },
  ],
  ['dates and times', 'a: 2024-01-01\nb: 12:30:00', { a: '2024-01-01', b: '12:30:00' }],
  ['a byte order mark and the line ends of Windows', '\ufeffa: 1\r\nb:\r\n  - x\r\n', { a: 1, b: ['x'] }],
  ['anchors and aliases', 'a: &x {b: 1}\nc: *x', { a: { b: 1 }, c: { b: 1 } }],
  ['merged objects', 'a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3', { a: { b: 1, c: 2 }, d: { b: 1, c: 3 } }],
  ['numbers as names', '200: ok', { 200: 'ok' }],
  ['names of prototypes', '__proto__: {a: 1}', JSON.parse('{"__proto__": {"a": 1}}')],
  ['expressions', "- $response.body#/a == 'x'", ["$response.body#/a == 'x'"]],
  ['JSON with tabs', '{\n\t"a": [1,\n\t2]\n}', { a: [1, 2] }],
  [
    'a number that is spelled otherwise',
    'a: 012',
    { a: 12 },
    ['1:4 012 is read as the number 12. Put it in quotes if a text is meant.'],
  ],
  [
    'a number with more digits than can be kept',
    'x: 1\na: 12345678901234567891',
    { x: 1, a: 12345678901234567000 },
    ['2:4 12345678901234567891 is read as the number 12345678901234567000. Put it in quotes if a text is meant.'],
  ],
];

/** Where and what is wrong. */
const broken: readonly (readonly [name: string, text: string, said: string, fileName?: string])[] = [
  ['a tab', 'a: 1\n\tb: 2', '2:1 A tab stands here, where YAML allows blanks only: replace it with blanks.'],
  ['a name that stands twice', 'a: 1\na: 2', '2:1 This name stands twice in the same object: remove one of the two.'],
  [
    'aliases that multiply',
    bomb.join('\n'),
    'There is more in this file than can be read: its aliases may repeat each other.',
  ],
  [
    'an alias that holds itself',
    'a: &a [*a]',
    'There is more in this file than can be read: its aliases may repeat each other.',
  ],
  [
    'an alias of nothing',
    'a: *b',
    '1:4 There is no anchor "&b" before this: put the text in quotes if a text is meant.',
  ],
  [
    'a second document',
    'a: 1\n---\nb: 2',
    'A second document begins here: put it into a file of its own, and remove the line ---.',
  ],
  [
    'YAML 1.1',
    '%YAML 1.1\n---\na: no',
    'This file asks to be read as YAML 1.1, where words such as no are no texts: remove the line %YAML.',
  ],
  ['a tag', 'a: !!binary aGk=', '1:4 Tags are not used in scenarios: remove it.'],
  ['a tag of its own', 'a: !env SECRET', '1:4 Tags are not used in scenarios: remove it.'],
  ['a list as a name', '? [a]\n: 1', '1:3 The name of a property must be a text, not a list or an object.'],
  [
    'a colon in a text',
    'a: b: c',
    '1:4 A second ": " stands in this line: put the text in quotes, or begin a new line.',
  ],
  [
    'a quote that is not closed',
    'a: "x',
    '1:6 Something is missing here: a colon after a name, or a closing quote, bracket or brace.',
  ],
  ['nothing', '', '1:1 There is no content.'],
  ['a comment alone', '# soon', '1:1 There is no content.'],
  ['no number', 'a: .inf', '1:4 JSON has no such number: put .inf in quotes.'],
  ['YAML in a file of JSON', 'a: 1', 'A value is missing here', 'x.json'],
  [
    'JSON with a name that stands twice',
    '{"a": 1,\n "a": 2}',
    '2:2 "a" stands here twice: remove one of the two.',
    'x.json',
  ],
];

describe('The text of a scenario', () => {
  for (const [name, text, value, warned = []] of read) {
    it(`may hold ${name}`, () => {
      const outcome = readSource(text, 'x.yaml');
      assert.ok(outcome.kind === 'read', JSON.stringify(outcome));
      assert.deepEqual(outcome.source.value, value);
      assert.deepEqual(outcome.issues.map(said), warned);
    });
  }

  for (const [name, text, expected, fileName = 'x.yaml'] of broken) {
    it(`is told about ${name}`, () => {
      const { issues } = readSource(text, fileName);
      assert.ok(
        issues.some((issue) => said(issue).includes(expected) && issue.severity === 'error'),
        issues.map(said).join('\n'),
      );
    });
  }

  it('says where its values stand, and of missing ones where they would', () => {
    for (const [text, fileName] of [
      ['a:\n  - b: 1\n    c: x', 'x.yaml'],
      ['{"a":\n  [{"b": 1,\n    "c": "x"}]}', 'x.json'],
    ] as const) {
      const outcome = readSource(text, fileName);
      assert.ok(outcome.kind === 'read');
      assert.equal(outcome.source.placeOf('/a/0/c').line, 3);
      assert.equal(outcome.source.placeOf('/a/0/d/e').line, 2);
      assert.equal(outcome.source.placeOf('/z').line, 1);
    }
  });

  it('holds what was written into it, whatever that is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        const text = JSON.stringify(any);
        for (const fileName of ['x.yaml', 'x.json']) {
          const outcome = readSource(text, fileName);
          assert.ok(outcome.kind === 'read', `${text} ${JSON.stringify(outcome)}`);
          assert.deepEqual(outcome.source.value, JSON.parse(text));
        }
      }),
    );
  });

  it('is never read in the words of a library, and never throws', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'ab:-?&*!|>%@`\'"{}[], #\n\t\\~0.'), { maxLength: 30 }), (parts) => {
        const outcome = readSource(parts.join(''), 'x.yaml');
        for (const { message, place } of outcome.issues) {
          assert.ok(place && place.line >= 1 && message.endsWith('.'), message);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});

function said({
  message,
  place,
}: {
  readonly message: string;
  readonly place?: { line: number; column: number };
}): string {
  return `${place?.line}:${place?.column} ${message}`;
}
