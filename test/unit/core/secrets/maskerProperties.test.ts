import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readJson } from '../../../../src/core/json/readJson';
import { rewriteJson } from '../../../../src/core/json/rewriting/rewriteJson';
import { isMasked } from '../../../../src/core/secrets/mask';
import { maskerOf } from '../../../../src/core/secrets/masker';
import { sortSecrets } from '../../../../src/core/secrets/sortSecrets';

/** No property of a masker may depend on what the secrets are. */
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom(
    'password',
    'true',
    '1',
    'null',
    'document',
    '"',
    '‹secret:x›',
    '\\u0041bcdefgh',
    '%41bcdefghi',
    '&amp;&amp;',
  ),
  fc.string({ minLength: 8, maxLength: 30 }),
);
const secrets = fc
  .array(value, { maxLength: 4 })
  .map((values) => sortSecrets(values.map((one, index) => ({ name: `s${index}`, value: one }))));
const key = fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('token', 'password', 'code', 'id', 'url', 'pin'));
const json = fc.letrec((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.oneof(value, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('node'), { maxLength: 4 }),
    fc.dictionary(key, tie('node'), { maxKeys: 4 }),
  ),
})).node;

describe('A masker', () => {
  it('keeps order, digits, shape, and keys that hold no secret: only texts and secret numbers change', () => {
    fc.assert(
      fc.property(json, secrets, (tree, known) => {
        const text = JSON.stringify(tree);
        const masked = maskerOf(known, undefined).body(text, { side: 'reply' }).text;
        const [before, after] = [outlineOf(text), outlineOf(masked)];
        assert.equal(after.frame, before.frame);
        for (const [index, { pointer, spelling }] of after.values.entries()) {
          const written = before.values[index];
          assert.equal(pointer, written?.pointer);
          if (spelling !== written?.spelling) assert.ok(isMasked(JSON.parse(spelling)), spelling);
        }
      }),
    );
  });

  it('changes nothing when it masks again', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          json.map((tree) => JSON.stringify(tree)),
          fc.string({ unit: 'binary' }),
          value,
        ),
        secrets,
        (text, known) => {
          const masker = maskerOf(known, undefined);
          const once = masker.body(text, { side: 'reply' }).text;
          assert.equal(masker.body(once, { side: 'reply' }).text, once);
        },
      ),
    );
  });

  it('leaves nothing of a secret that is no common word, whatever is around it', () => {
    const random = fc.stringMatching(/^[A-Z][a-z]\d[\w+/"'<&é\\-]{9,20}[A-Z]\d$/);
    fc.assert(
      fc.property(random, fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (secret, before, behind) => {
        const masker = maskerOf([{ name: 's', value: secret }], undefined);
        for (const text of [`${before}${secret}${behind}`, JSON.stringify({ a: [before + secret + behind] })]) {
          for (const masked of [masker.text(text), masker.body(text, { side: 'reply' }).text]) {
            assert.ok(!masked.includes(secret) && !masked.includes(JSON.stringify(secret).slice(1, -1)), masked);
          }
        }
      }),
    );
  });

  it('never throws, and leaves a text without signs of secrets as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), secrets, (text, known) => {
        const masker = maskerOf(known, undefined);
        for (const masked of [masker.text(text), masker.body(text, { side: 'reply', most: 20 }).text]) {
          assert.equal(typeof masked, 'string');
        }
        const plain = text.replace(/[=:>‹{["]|eyJ|b(?=earer|asic)/gi, '');
        assert.equal(maskerOf([], undefined).text(plain), plain);
      }),
    );
  });

  it('reads what is deep, long or half a character', () => {
    const masker = maskerOf(
      [
        { name: 't', value: 'tok3n-'.repeat(20_000) },
        { name: 'h', value: 'half\ud800-character' },
      ],
      undefined,
    );
    assert.equal(masker.text(`x ${'tok3n-'.repeat(20_000)} y`), 'x ‹secret:t› y');
    assert.equal(masker.text('half%EF%BF%BD-character'), '‹secret:h›');
    assert.equal(masker.body('{"a":"half\\ud800-character"}', { side: 'reply' }).text, '{"a":"‹secret:h›"}');
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    assert.equal(masker.body(deep, { side: 'reply' }).text, deep);
  });

  it('finds 2,000 secrets that differ in one place, and those that are too much alike to be told apart', () => {
    const links = Array.from(
      { length: 2_000 },
      (_none, index) => `https://sign.example/${index}?access_token=x${index * 7}y`,
    );
    const alike = Array.from({ length: 300 }, (_none, index) => `abcd${'abcd'.repeat(index + 2)}`);
    const masker = maskerOf(sortSecrets([...links, ...alike].map((one) => ({ name: 'link', value: one }))), undefined);
    assert.doesNotMatch(masker.text(links.join('\n')), /sign\.example/);
    assert.doesNotMatch(masker.text(alike.map((one) => `<${one}>`).join('\n')), /abcd/);
  });
});

interface Outline {
  /** Everything but the values. */
  readonly frame: string;
  readonly values: readonly { readonly pointer: string; readonly spelling: string }[];
}

function outlineOf(text: string): Outline {
  assert.equal(readJson(text).kind, 'read', text);
  const values: { pointer: string; spelling: string }[] = [];
  const { text: frame } = rewriteJson(text, (place) => {
    values.push({ pointer: place.pointer(), spelling: place.spelling });
    return '0';
  });
  return { frame, values };
}
