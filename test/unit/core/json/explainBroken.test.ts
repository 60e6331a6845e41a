import assert from 'node:assert/strict';
import fc from 'fast-check';
import { explainBroken } from '../../../../src/core/json/explainBroken';
import { readJson } from '../../../../src/core/json/readJson';
import { runs } from '../../fixtures/runs';

interface Case {
  readonly text: string;
  /** Code, line and column of each fault. */
  readonly faults: readonly string[];
  /** The mended text; undefined where there is none. */
  readonly mended?: string;
  readonly says?: RegExp;
  readonly title?: string;
}

const cases: readonly Case[] = [
  {
    text: '{\n  // sandbox\n  "a": 1\n}',
    faults: ['comment 2:3'],
    mended: '{\n  "a": 1\n}',
    title: 'Take out the comments',
  },
  { text: '{ "a": 1, // first\n "b": 2 }', faults: ['comment 1:11'], mended: '{ "a": 1,\n "b": 2 }' },
  { text: '[1, /* two\n * lines **/ 2] # end', faults: ['comment 1:5', 'comment 2:17'], mended: '[1, 2]' },
  { text: '{"url": "http://x/#y"}//z', faults: ['comment 1:23'], mended: '{"url": "http://x/#y"}' },
  { text: '{"a": [1,], }', faults: ['trailing_comma 1:9', 'trailing_comma 1:11'], mended: '{"a": [1] }' },
  { text: '{"a": 1, // last\n}', faults: ['trailing_comma 1:8', 'comment 1:10'], mended: '{"a": 1\n}' },
  { text: '[1,,2,,]', faults: ['extra_comma 1:4', 'trailing_comma 1:6', 'extra_comma 1:7'], mended: '[1,2]' },
  {
    text: '{"order": {{order}}, "to": {{a}}-{{b}}}',
    faults: ['unquoted_variable 1:11', 'unquoted_variable 1:28'],
    mended: '{"order": "{{order}}", "to": "{{a}}-{{b}}"}',
    says: /^Write "\{\{order\}\}" in quotes\. Alone in its quotes, a number stays a number/,
    title: 'Write double quotes',
  },
  {
    text: '{“order”: «x y»}',
    faults: ['typographic_quotes 1:2', 'typographic_quotes 1:11'],
    mended: '{"order": "x y"}',
  },
  { text: `{'a': 'it\\'s "x"'}`, faults: ['single_quotes 1:2', 'single_quotes 1:7'], mended: '{"a": "it\'s \\"x\\""}' },
  {
    text: '{order: 1, $ref: 2}',
    faults: ['unquoted_name 1:2', 'unquoted_name 1:12'],
    mended: '{"order": 1, "$ref": 2}',
  },
  {
    text: '[NaN, undefined, True, False, None]',
    faults: ['foreign_word 1:2', 'foreign_word 1:7', 'foreign_word 1:18', 'foreign_word 1:24', 'foreign_word 1:31'],
    mended: '[null, null, true, false, null]',
    title: 'Write it as JSON',
  },
  {
    text: '{"a": 1\n "b": x\n "c": 3}',
    faults: ['missing_comma 1:7', 'unquoted_text 2:7', 'missing_comma 2:7'],
    mended: '{"a": 1,\n "b": "x",\n "c": 3}',
  },
  { text: '{"a" 1}', faults: ['missing_colon 1:2'], mended: '{"a": 1}' },
  {
    text: '[+1, .5, -.5, 1.]',
    faults: ['odd_number 1:2', 'odd_number 1:6', 'odd_number 1:10', 'odd_number 1:15'],
    mended: '[1, 0.5, -0.5, 1.0]',
  },
  { text: '[01]', faults: ['odd_number 1:2'], says: /Write it in double quotes if it is a text/ },
  {
    text: '{"file": "C:\\Users\\test"}',
    faults: ['odd_text 1:10'],
    mended: '{"file": "C:\\\\Users\\\\test"}',
    says: /backslash must be doubled/,
  },
  { text: '["a\tb"]', faults: ['odd_text 1:2'], mended: '["a\\tb"]' },
  { text: '{"a": "open\n}', faults: ['unclosed_text 1:7'] },
  { text: '{"a": }', faults: ['expected_value 1:7'] },
  { text: '{"a": 1]', faults: ['wrong_bracket 1:8'] },
  { text: '{"a": [1, 2', faults: ['unfinished 1:12'], says: /ends too early/ },
  { text: '', faults: ['unfinished 1:1'], says: /no content/ },
  { text: '<html>', faults: ['unquoted_text 1:1'], mended: '"<html>"' },
  { text: '{"a": 1} {"b": 2}', faults: ['expected_end 1:10'] },
  { text: '{"a": 1, // one\n "b": ;;: }', faults: ['comment 1:10', 'unquoted_text 2:7', 'extra_colon 2:9'] },
];

describe('Almost JSON', () => {
  for (const { text, faults, mended, says, title } of cases) {
    it(`is explained: ${JSON.stringify(text)}`, () => {
      const broken = explainBroken(text);
      assert.ok(broken !== undefined);
      assert.deepEqual(
        broken.faults.map(({ code, line, column }) => `${code} ${line}:${column}`),
        faults,
      );
      assert.equal(broken.mend?.text, mended);
      if (says) assert.match(broken.faults[0].message, says);
      if (title) assert.equal(broken.mend?.title, title);
    });
  }

  it('is nothing where the text is JSON', () => assert.equal(explainBroken('{"a": "// no {{comment}}"}'), undefined));

  it('is offered only what reads as JSON, whatever the text', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      "'b'",
      '“c”',
      'd',
      '1',
      '01',
      '//x\n',
      '/*',
      ' ',
      '\\',
      '{{v}}',
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const broken = explainBroken(text);
        assert.equal(broken === undefined, readJson(text).kind === 'read');
        if (broken?.mend) assert.equal(readJson(broken.mend.text).kind, 'read');
        for (const { message } of broken?.faults ?? []) assert.doesNotMatch(message, /token|position|parse/i);
      }),
      { numRuns: runs(200) },
    );
  });

  it('of any depth and length is explained', () => {
    assert.ok(explainBroken('['.repeat(200_000)));
    assert.ok(explainBroken(`{"a": "${'x'.repeat(2_000_000)}`));
    assert.ok(explainBroken(`[${'"\\x",'.repeat(100_000)}]`));
    assert.ok(explainBroken(`['${'\\x'.repeat(400_000)}']`));
  });
});
