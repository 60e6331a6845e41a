import assert from 'node:assert/strict';
import fc from 'fast-check';
import { aliasOf, originalOf } from '../../../../../src/core/sending/rewriting/alias';
import { isOwn, type Rewriting, readRewriting } from '../../../../../src/core/sending/rewriting/rewriting';
import { runs } from '../../../fixtures/runs';

function rewritingOf(...entries: readonly string[]): Rewriting {
  const read = readRewriting(entries);
  assert.ok(read.kind === 'rewriting' && read.rewriting !== undefined);
  return read.rewriting;
}

const plus = rewritingOf('me+*@company.example');

describe('By what recipients are replaced', () => {
  const aliases: readonly (readonly [
    entries: readonly string[],
    original: string,
    alias: string | RegExp | undefined,
  ])[] = [
    [['me+*@company.example'], 'anna@example.com', 'me+anna.example.com@company.example'],
    [['me+*@company.example'], 'anna.smith@example.com', 'me+anna_smith.example.com@company.example'],
    [['me+*@company.example'], 'anna@sub.example.com', 'me+anna.sub.example.com@company.example'],
    [['me+*@company.example'], 'anna+tag@example.com', /^me\+anna-tag\.example\.com_[0-9a-z]{11}@company\.example$/],
    [['me+*@company.example'], 'anna_b@example.com', /^me\+anna-b\.example\.com_[0-9a-z]{11}@company\.example$/],
    [['me+*@company.example'], 'ünï@exämple.com', /^me\+n-\.ex-mple\.com_[0-9a-z]{11}@company\.example$/],
    [['me+*@company.example'], '日本@例え.jp', /^me\+jp_[0-9a-z]{11}@company\.example$/],
    [['*@tests.company.example'], 'anna@example.com', 'anna.example.com@tests.company.example'],
    [['me+*.test@company.example'], 'anna@example.com', 'me+anna.example.com.test@company.example'],
    [['Me+*@Company.Example'], 'anna@example.com', 'me+anna.example.com@company.example'],
    [['anna@example.com=me+1@company.example', 'me+*@company.example'], 'anna@example.com', 'me+1@company.example'],
    [['anna@example.com=me+1@company.example'], 'ben@example.com', undefined],
    [['me@company.example'], 'ben@example.com', 'me@company.example'],
  ];
  for (const [entries, original, alias] of aliases) {
    it(`${entries.join(', ')} makes ${alias} of ${original}`, () => {
      const made = aliasOf(rewritingOf(...entries), original);
      if (alias instanceof RegExp) assert.match(made ?? '', alias);
      else assert.equal(made, alias);
    });
  }

  const refused: readonly (readonly [entry: string, reason: RegExp])[] = [
    ['me', /no address/],
    ['me@', /no address/],
    ['me@company', /no address/],
    ['*', /one \* in front of the @/],
    ['me@*.example', /one \* in front of the @/],
    ['me+*+*@company.example', /one \* in front of the @/],
    ['me..*@company.example', /one \* in front of the @/],
    ['anna=me@company.example', /no address|must read/],
    ['anna@example.com=me', /must read/],
    ['anna@example.com=me+*@company.example', /must read/],
    [`${'m'.repeat(50)}+*@company.example`, /too little room/],
    ['+15551234567', /a number alone/],
  ];
  for (const [entry, reason] of refused) {
    it(`refuses ${entry}`, () => {
      const read = readRewriting(entry);
      assert.ok(read.kind === 'refused');
      assert.match(read.reason, reason);
    });
  }

  it('wants one pattern, and nothing where nothing is written', () => {
    assert.equal(readRewriting('me+*@a.example, me+*@b.example').kind, 'refused');
    for (const nothing of [undefined, '', ' , ', []]) {
      assert.deepEqual(readRewriting(nothing), { kind: 'rewriting', rewriting: undefined });
    }
  });

  it('knows what is one’s own', () => {
    const own = rewritingOf('me+*@company.example', 'owner@company.example', 'ben@x.example=me2@company.example');
    for (const address of [
      'me@company.example',
      'me+1@company.example',
      'owner@company.example',
      'me2@company.example',
    ]) {
      assert.ok(isOwn(own, address), address);
    }
    for (const address of [
      'you@company.example',
      'me@company.example.evil',
      'xme+1@company.example',
      'ben@x.example',
    ]) {
      assert.ok(!isOwn(own, address), address);
    }
    assert.ok(!isOwn(plus, 'me+a@evil.example@company.example'));
  });

  it('reads back whom an alias stands for', () => {
    assert.equal(originalOf(plus, 'me+anna_smith.example.com@company.example', new Map()), 'anna.smith@example.com');
    assert.equal(originalOf(plus, 'me+1@company.example', new Map()), undefined);
    assert.equal(originalOf(plus, 'anna@example.com', new Map()), undefined);
    const hashed = aliasOf(plus, 'a+b@example.com') ?? '';
    assert.equal(originalOf(plus, hashed, new Map()), undefined);
    assert.equal(originalOf(plus, hashed, new Map([[hashed, 'a+b@example.com']])), 'a+b@example.com');
  });

  const address = fc
    .tuple(fc.stringMatching(/^[a-z0-9._+'äж-]{1,70}$/), fc.stringMatching(/^[a-z0-9.-ö]{1,50}$/))
    .map(([local, domain]) => `${local}@${domain}`);

  it('gives every address an alias of its own, which mail servers take', () => {
    fc.assert(
      fc.property(fc.uniqueArray(address, { minLength: 2, maxLength: 30 }), (originals) => {
        const made = originals.map((original) => aliasOf(plus, original) ?? '');
        assert.equal(new Set(made).size, originals.length);
        for (const alias of made) {
          const local = alias.slice(0, alias.indexOf('@'));
          assert.match(local, /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*$/);
          assert.ok(local.length <= 64 && isOwn(plus, alias), alias);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('never takes one person for another when it reads back', () => {
    fc.assert(
      fc.property(address, (original) => {
        const found = originalOf(plus, aliasOf(plus, original) ?? '', new Map());
        assert.ok(found === undefined || found === original);
      }),
      { numRuns: runs(60) },
    );
  });
});
