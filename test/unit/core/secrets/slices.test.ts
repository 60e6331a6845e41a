import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskerOf } from '../../../../src/core/secrets/masker';
import { sliceOfText } from '../../../../src/core/secrets/text/matchesOf';
import { runs } from '../../fixtures/runs';

const secret = 'S3cr/et+of&the "day"';
const masker = maskerOf([{ name: 's', value: secret }], undefined);
const side = 'reply';

/** What texts are of that are no JSON. */
const filler = fc.constantFrom(
  'GET /v3/signers/4 200 took: 12ms user=abc\n',
  '<tr><td>Contract &amp; more</td><td><a href="/doc?id=12%20a&amp;x=y">open</a></td></tr>\n',
  '{"id":12,"name":"Anna","at":"2026-11-01T10:00:00Z"}\n',
  'plain words without a sign ',
  '\\u0041%41&#65;=3D',
);
const planted = fc.constantFrom(
  secret,
  JSON.stringify(secret),
  encodeURIComponent(secret),
  Buffer.from(`user:${secret}`).toString('base64'),
  `access_token=${'aB3'.repeat(40)}`,
  `"client_secret": "${'x y9'.repeat(5_000)}" `,
  '{"list":[{"token":"abc"},{"password":12}],"deep":{"token":{"value":"a1"}}}',
  `Bearer ${'k7'.repeat(30)}`,
);

/** Where a slice that is cut out of the text would end within an escape or a secret, and a value with it. */
const atBorders: [string, [number, number, string][]][] = [
  [
    '\\u0041%41&#65;=3D',
    [
      [1, -5, `access_token=${'aB3'.repeat(40)}`],
      [3, 3, secret],
    ],
  ],
  [
    'GET /v3/signers/4 200 took: 12ms user=abc\n',
    [
      [1, -14, `access_token=${'aB3'.repeat(40)}`],
      [1, 0, secret],
    ],
  ],
];

describe('A text that is no JSON, masked in slices', () => {
  it('has the masks that it has at once, wherever slices begin', async () => {
    const place = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: -60, max: 20 }), planted);
    const places = fc.array(place, { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(filler, places, async (line, found) => {
        const text = textWith(line, found);
        assert.equal((await inSlices(text)).masked, masker.body(text, { side }).text);
      }),
      { numRuns: runs(10), examples: atBorders },
    );
  });

  it('has a mask for a known secret and for a bearer token wherever a slice begins', async () => {
    const bearer = `Bearer ${'k7'.repeat(9)}`;
    for (const one of [secret, encodeURIComponent(secret), `https://me:${'h4'.repeat(5)}@a.example`, bearer]) {
      for (let start = 65_536 - one.length - 2; start <= 65_538; start += 1) {
        const { masked } = await inSlices(`${'plain words '.repeat(6_000).slice(0, start)} ${one} ${'x '.repeat(999)}`);
        assert.equal(masked.split('‹secret:').length, 2, `${one} at ${start}`);
      }
    }
  });

  it('has them where a value that goes on over several slices ends within another secret', async () => {
    const filling = 'a=b'.repeat(70_000);
    const text = `access_token=${filling}${secret} ${'x'.repeat(100)}`;
    const { masked } = await inSlices(text);
    assert.equal(masked, masker.body(text, { side }).text);
    assert.doesNotMatch(masked, /the "day/);
  });

  it('ends where nothing ends a value, in the time of its length', () => {
    const value = `eyJ${'a'.repeat(30)}.${'b'.repeat(9_000_000)}`;
    assert.equal(masker.body(`<${value}`, { side }).text, '<‹secret:token›');
    assert.equal(masker.body(JSON.stringify({ x: value }), { side }).text, '{"x":"‹secret:x›"}');
    assert.equal(masker.body(`<Bearer ${value}`, { side }).text, '<Bearer ‹secret:authorization›');
    assert.equal(masker.body('code='.repeat(200_000), { side }).text, 'code=‹secret:code›');
  });

  it('pauses as often as it is long, also within JSON that is broken and where a value has no end', async () => {
    const lines = 'took: 12ms %41 user=abc\n'.repeat(25_000);
    const json = `[${'{"id":12,"token":"abc"},'.repeat(25_000)}`;
    for (const text of [lines, json, `token="${lines}`, 'x.token='.repeat(75_000)]) {
      const { masked, pauses } = await inSlices(text);
      const slices = masked.length < 200 ? 1 : text.length / sliceOfText;
      assert.ok(pauses >= slices, `${pauses} pauses`);
      assert.doesNotMatch(masked, /"token":"abc"/);
    }
  });
});

function textWith(line: string, found: readonly (readonly [slice: number, offset: number, secret: string])[]): string {
  return (
    found.reduce((text, [slice, offset, one]) => {
      const start = slice * 65_536 + offset;
      return (
        `${text}${line.repeat(Math.max(1, Math.ceil((start - text.length) / line.length)))}`.slice(
          0,
          Math.max(start, text.length),
        ) + one
      );
    }, '') + line.repeat(20)
  );
}

async function inSlices(text: string): Promise<{ readonly masked: string; readonly pauses: number }> {
  let pauses = 0;
  const masked = await masker.bodyInSlices(text, { side }, async () => {
    pauses += 1;
  });
  return { masked, pauses };
}
