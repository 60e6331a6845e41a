import assert from 'node:assert/strict';
import { printJson } from '../../../../src/core/json/printJson';
import { readJson } from '../../../../src/core/json/readJson';
import { rewriteJson } from '../../../../src/core/json/rewriting/rewriteJson';

describe('Reading JSON', () => {
  const lossy = [
    '9007199254740993',
    '1.0',
    '1e3',
    '-0',
    '1.10',
    '1E400',
    '{"a":1,"a":1}',
    '{"b":1,"1":2}',
    '{"2":1,"1":2}',
  ];
  for (const source of lossy) {
    it(`keeps the source of ${source}`, () => {
      const read = readJson(source);
      assert.equal(read.kind === 'read' && read.written, source);
    });
  }

  const plain = ['9007199254740991', '1.5', '1e+21', '0', '{"1":1,"2":2,"a":3}', '"\\u00e9\\/"', ' [ ] ', '"\\ud800"'];
  for (const source of plain) {
    it(`needs no source for ${source}`, () => assert.ok(!('written' in readJson(source))));
  }

  it('accepts a byte order mark, once', () => {
    const read = readJson('\uFEFF{"a":1}');
    assert.deepEqual(read.kind === 'read' && read.value, { a: 1 });
    assert.equal(readJson('\uFEFF\uFEFF{}').kind, 'broken');
  });

  it('takes __proto__ for a name', () => {
    const read = readJson('{"__proto__":{"polluted":true},"a":{"__proto__":1}}');
    assert.ok(read.kind === 'read');
    assert.equal(Object.getPrototypeOf(read.value), Object.prototype);
    assert.equal(printJson(read.value), '{"__proto__":{"polluted":true},"a":{"__proto__":1}}');
  });

  it('says where a name stands again, and takes the last value', () => {
    const read = readJson('{\n  "a": [{ "x": 1,\n    "x": 2 }],\n  "a/b": 1, "a/b": 2\n}');
    assert.ok(read.kind === 'read');
    assert.deepEqual(read.value, { a: [{ x: 2 }], 'a/b': 2 });
    assert.deepEqual(read.duplicates, [
      { pointer: '/a/0/x', offset: 24, length: 3, line: 3, column: 5 },
      { pointer: '/a~1b', offset: 47, length: 5, line: 4, column: 13 },
    ]);
  });

  const faults: readonly (readonly [string, string, number, number])[] = [
    ['', 'unfinished', 1, 1],
    ['{"a":1', 'unfinished', 1, 7],
    ['{"a" 1}', 'expected_colon', 1, 6],
    ['{"a":1 "b":2}', 'expected_separator', 1, 8],
    ['{"a":1}\n x', 'expected_end', 2, 2],
    ['[01]', 'expected_number', 1, 2],
    ['[1.]', 'expected_number', 1, 2],
    ['["\\x"]', 'expected_text', 1, 2],
    ['{a:1}', 'expected_key', 1, 2],
    ['[,]', 'expected_value', 1, 2],
  ];
  for (const [source, code, line, column] of faults) {
    it(`says where ${JSON.stringify(source)} is none`, () => {
      const read = readJson(source);
      assert.ok(read.kind === 'broken');
      const [first] = read.faults;
      assert.deepEqual([first.code, first.line, first.column], [code, line, column]);
    });
  }
});

describe('Printing JSON as it was written', () => {
  const written = '{"n": 1.0, "gone": 1, "t": "\\u00e9", "list": [1e3, 12345678901234567890], "same": 1, "same": 2.0}';

  it('keeps what agrees, prints what differs, leaves out what is missing, adds what is new', () => {
    const value = { list: [1000, 7, 8], same: 2, t: 'é', n: 1, new: [true], none: undefined };
    assert.equal(
      printJson(value as never, { written }),
      '{"n":1.0,"t":"\\u00e9","list":[1e3,7,8],"same":1,"same":2.0,"new":[true]}',
    );
  });

  it('drops what a later member replaces when it is asked to', () => {
    assert.equal(printJson({ same: 'masked' }, { written, repeats: 'dropped' }), '{"same":"masked"}');
  });

  it('prints a value at its place in the source', () => {
    assert.equal(
      printJson([1000, Number('12345678901234567890')], { written, at: '/list' }),
      '[1e3,12345678901234567890]',
    );
    assert.equal(printJson(1, { written, at: '/nowhere' }), '1');
  });

  it('a source that is none changes nothing', () => assert.equal(printJson({ a: 1 }, { written: '{' }), '{"a":1}'));
});

describe('Rewriting JSON', () => {
  it('replaces scalar values by their place', () => {
    const source = '{ "token": "a", "list": [ {"token": 1.0}, true, null ], "token": "b" }';
    const seen: string[] = [];
    const { text } = rewriteJson(source, (place) => {
      seen.push(`${place.pointer()} ${place.key} ${place.spelling} ${String(place.value)}`);
      return place.key === 'token' ? '"‹›"' : undefined;
    });
    assert.equal(text, '{ "token": "‹›", "list": [ {"token": "‹›"}, true, null ], "token": "‹›" }');
    assert.deepEqual(seen, [
      '/token token "a" a',
      '/list/0/token token 1.0 1',
      '/list/1 1 true true',
      '/list/2 2 null null',
      '/token token "b" b',
    ]);
  });

  it('gives the path of a value when it is asked for', () => {
    const paths: unknown[] = [];
    rewriteJson('{"a":[[],{"b":1}]}', (place) => void paths.push(place.path()));
    assert.deepEqual(paths, [['a', 1, 'b']]);
  });

  const broken: readonly (readonly [string, string])[] = [
    ['{"a": 1, "b": "cut of', '{"a": 1, "b"'],
    ['[1, 2', '[1, 2'],
    ['[1, 2,', '[1, 2'],
    ['<html>', ''],
    ['[1] x', '[1]'],
  ];
  for (const [source, text] of broken) {
    it(`goes as far as ${JSON.stringify(source)} can be read`, () =>
      assert.deepEqual(
        rewriteJson(source, () => undefined),
        { text, end: text.length, kind: 'broken' },
      ));
  }

  it('stops where enough was written', () => {
    const { text, kind } = rewriteJson('[1,2,3,4]', () => undefined, { most: 4 });
    assert.deepEqual([text, kind], ['[1,2', 'cut']);
  });
});
