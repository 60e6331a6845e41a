import fc from 'fast-check';

/** JSON texts as servers write them: any layout, digits that no number holds, escapes, names that stand twice. */
export function jsonTexts(): fc.Arbitrary<string> {
  const blank = fc.constantFrom('', '', ' ', '\n', '\r\n\t', '  ');
  const around = (piece: fc.Arbitrary<string>): fc.Arbitrary<string> =>
    fc.tuple(blank, piece, blank).map((parts) => parts.join(''));
  const digits = fc.constantFrom('0', '-0', '1.0', '1e3', '9223372036854775808', '-12.50', '1E-7');
  const strings = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 8 }).map((text) => JSON.stringify(text)),
    fc.constantFrom('"\\u00e9"', '"\\/"', '"a\\"b"', '"{\\n"', '"~/"', '"it\'s"', '""', '"length"', '"__proto__"'),
  );
  const { value } = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.oneof(digits, strings, fc.constantFrom('true', 'false', 'null')),
      listOf(around(tie('value'))).map((items) => `[${items}]`),
      listOf(fc.tuple(around(strings), around(tie('value'))).map(([key, member]) => `${key}:${member}`)).map(
        (members) => `{${members}}`,
      ),
    ),
  }));
  return around(value);
}

function listOf(pieces: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(fc.array(pieces, { maxLength: 4 }), fc.constantFrom('', ' ')).map(([all, blank]) => {
    return all.length === 0 ? blank : all.join(',');
  });
}
