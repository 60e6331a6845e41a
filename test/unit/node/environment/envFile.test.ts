import assert from 'node:assert/strict';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { readEnvFile } from '../../../../src/node/environment/envFile';

const read: readonly (readonly [text: string, variables: Record<string, string>])[] = [
  ['A=1', { A: '1' }],
  ['\n# a comment\n\nA=1\n', { A: '1' }],
  ['A=1\r\nB=2\r\n', { A: '1', B: '2' }],
  ['  A = 1 ', { A: '1' }],
  ['\tA=1', { A: '1' }],
  ['export A=1', { A: '1' }],
  ['export   A=1', { A: '1' }],
  ['export=1', { export: '1' }],
  ['A=x # a comment', { A: 'x' }],
  ['A="x" # a comment', { A: 'x' }],
  ['A="x#y"', { A: 'x#y' }],
  ["A='a\\nb'", { A: 'a\\nb' }],
  ['A="a\\nb"', { A: 'a\nb' }],
  ['A=`it\'s "so"`', { A: 'it\'s "so"' }],
  ["A=it's", { A: "it's" }],
  ['A="-----BEGIN\nKEY=\n-----END"\nB=2', { A: '-----BEGIN\nKEY=\n-----END', B: '2' }],
  ['A=', { A: '' }],
  ['A=""', { A: '' }],
  ['A=a=b==', { A: 'a=b==' }],
  ['A=1\nA=2', { A: '2' }],
  ['a-b.c=1', { 'a-b.c': '1' }],
];

const faulty: readonly (readonly [text: string, line: number, name: string | undefined, message: RegExp])[] = [
  ['A=1\nESIGN_X_TOKEN tok', 2, undefined, /no "="/],
  ['\n\nA: 1', 3, undefined, /no "="/],
  ['=x', 1, undefined, /Its name is none/],
  ['A B=1', 1, undefined, /Its name is none/],
  ['1A=2', 1, undefined, /Its name is none/],
  ['A="x\nB=2', 1, 'A', /quotes of A are never closed/],
  ['A="x"y', 1, 'A', /something follows/],
  ['A="x\\"y"', 1, 'A', /something follows/],
  ['A="a\nb"\nC="d', 3, 'C', /never closed/],
  ['PASSWORD=pass#word', 1, 'PASSWORD', /ends at its "#"/],
];

describe('the variables of a .env file', () => {
  for (const [text, variables] of read) {
    it(`reads ${JSON.stringify(text)}`, () => {
      assert.deepEqual(readEnvFile(text), { variables, faults: [] });
    });
  }

  for (const [text, line, name, message] of faulty) {
    it(`names the line of what is wrong in ${JSON.stringify(text)}`, () => {
      const [fault, ...others] = readEnvFile(text).faults;
      assert.deepEqual([others, fault?.line, fault?.name], [[], line, name]);
      assert.match(fault?.message ?? '', message);
    });
  }

  it('goes on behind a line that is wrong', () => {
    assert.deepEqual(readEnvFile('what\nA=1').variables, { A: '1' });
  });

  it('never makes a value of its own: what it takes, Node takes', () => {
    const value = fc.oneof(
      fc.stringMatching(/^[\w./+=-]{0,12}$/),
      fc.stringMatching(/^[\w #'\n=]{0,12}$/).map((text) => `"${text}"`),
    );
    const line = fc.tuple(fc.stringMatching(/^[A-Z][A-Z_]{0,5}$/), value).map(([name, text]) => `${name}=${text}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
        const text = lines.join('\n');
        assert.deepEqual(readEnvFile(text), { variables: { ...parseEnv(text) }, faults: [] });
      }),
    );
  });

  it('quotes no value in what it says of a line', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ "'`#=a-f]{0,8}$/), (noise) => {
        const { faults } = readEnvFile(`NAME=${noise}s3cr3t${noise}s3cr3t`);
        assert.ok(faults.every(({ message }) => !message.includes('s3cr3t')));
      }),
    );
  });
});
