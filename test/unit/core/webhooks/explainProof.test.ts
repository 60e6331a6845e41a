import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { explainProof } from '../../../../src/core/webhooks/proofs/explainProof';
import type { WebhookProof } from '../../../../src/core/webhooks/webhooks';
import { runs } from '../../fixtures/runs';

const hex: WebhookProof = { kind: 'hmac', header: 'x-proof', encoding: 'hex', prefix: 'sha256=' };
const base64: WebhookProof = { kind: 'hmac', header: 'x-proof', encoding: 'base64', prefix: '' };
const shared: WebhookProof = { kind: 'sharedKey', header: 'authorization', prefix: 'Basic ' };

const bytes = (text: string) => new TextEncoder().encode(text);
const digest = (secret: string | Buffer, body: string | Uint8Array) =>
  createHmac('sha256', secret).update(body).digest();
const secret = '0123456789abcdef0123456789abcdef';
const body = '{"a":1,"b":["x","https://example.com/y"]}';
const value = (made: Buffer, proof: WebhookProof = hex) =>
  `${proof.kind === 'none' ? '' : proof.prefix}${made.toString(proof === base64 ? 'base64' : 'hex')}`;

function explain(
  received: string,
  proof: WebhookProof = hex,
  own: { body?: string; secret?: string; otherSecrets?: string[] } = {},
) {
  const header = proof.kind === 'none' ? '' : proof.header;
  return explainProof({
    proof,
    headers: { [header]: received },
    body: bytes(own.body ?? body),
    secret: own.secret ?? secret,
    otherSecrets: own.otherSecrets ?? [],
  });
}

describe('explainProof', () => {
  it('agrees with a vector that was computed elsewhere', () => {
    const vector = 'f0546246da9e2349100c845a8561214788d75d900f3c086a72fcfa03bb1f42ab';
    assert.equal(explain(`sha256=${vector}`, hex, { body: '{"a":1}' }).verdict, 'holds');
    assert.equal(explain('8FRiRtqeI0kQDIRahWEhR4jXXZAPPAhqcvz6A7sfQqs=', base64, { body: '{"a":1}' }).verdict, 'holds');
  });

  it('holds for any body and secret that Node signs, and for none with a changed byte', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 200 }),
        fc.string({ minLength: 1 }),
        fc.nat(),
        (sent, key, at) => {
          const headers = { 'x-proof': value(digest(key, sent)) };
          const question = { proof: hex, headers, secret: key };
          assert.equal(explainProof({ ...question, body: sent }).verdict, 'holds');
          const place = at % sent.length;
          const changed = sent.map((byte, index) => (index === place ? byte ^ 0x80 : byte));
          const finding = explainProof({ ...question, body: changed, sent });
          assert.equal(finding.verdict, 'fails');
          assert.equal(finding.firstDifference, place);
        },
      ),
      { numRuns: runs(10) },
    );
  });

  const mistakes: readonly (readonly [string, string, RegExp, WebhookProof?])[] = [
    ['base64 instead of hex', `sha256=${digest(secret, body).toString('base64')}`, /written in base64/],
    ['hex instead of base64', digest(secret, body).toString('hex'), /written in hex/, base64],
    ['capitals', `sha256=${digest(secret, body).toString('hex').toUpperCase()}`, /capitals/],
    [
      'base64 of the hex digits',
      Buffer.from(digest(secret, body).toString('hex')).toString('base64'),
      /base64 of its hex digits/,
      base64,
    ],
    ['no prefix', digest(secret, body).toString('hex'), /"sha256=" is left out/],
    ['a line end after the body', value(digest(secret, `${body}\n`)), /line end follows the body/],
    ['printed with blanks', value(digest(secret, JSON.stringify(JSON.parse(body), undefined, 2))), /two blanks/],
    ['slashes escaped', value(digest(secret, body.replaceAll('/', '\\/'))), /slashes escaped/],
    ['a secret with a line end', value(digest(`${secret}\n`, body)), /line end follows the secret/],
    ['a secret that is decoded', value(digest(Buffer.from(secret, 'hex'), body)), /decoded from hex/],
    ['two at once', digest(secret, `${body}\n`).toString('hex'), /line end follows the body and .*left out/],
  ];
  for (const [title, received, words, proof] of mistakes) {
    it(`names a usual mistake: ${title}`, () => {
      const finding = explain(received, proof);
      assert.equal(finding.verdict, 'fails');
      assert.match(finding.text, words);
      assert.ok(!finding.text.includes(secret));
    });
  }

  it('tells a body that a framework printed again', () => {
    const spaced = JSON.stringify(JSON.parse(body), undefined, 2);
    const finding = explain(value(digest(secret, body)), hex, { body: spaced });
    assert.match(finding.text, /parsed and printed again without blanks/);
  });

  it('tells the secret of another subscription', () => {
    const finding = explain(value(digest('other', body)), hex, { otherSecrets: ['other'] });
    assert.match(finding.text, /another known secret/);
    assert.ok(!finding.text.includes('other"'));
  });

  it('does not guess where no usual mistake explains it', () => {
    const finding = explain(value(digest('nobody knows', body)));
    assert.deepEqual(finding.mistakes, []);
    assert.match(finding.text, /the secret is another one, or at least one byte/);
  });

  it('finds the value under another name, and believes nothing that is not there', () => {
    const made = value(digest(secret, body));
    const question = { proof: hex, body: bytes(body), secret };
    const elsewhere = explainProof({ ...question, headers: { 'x-proof-256': made } });
    assert.equal(elsewhere.verdict, 'missing');
    assert.match(elsewhere.text, /x-proof-256 holds what it should/);
    assert.equal(explainProof({ ...question, headers: {} }).verdict, 'missing');
    assert.equal(explainProof({ ...question, headers: {}, secret: undefined }).verdict, 'noSecret');
  });

  it('knows a key that is sent as it is, and one that somebody encoded', () => {
    assert.equal(explain('Basic key', shared, { secret: 'key' }).verdict, 'holds');
    assert.match(explain('Basic a2V5', shared, { secret: 'key' }).text, /written in base64/);
    assert.match(explain('Bearer key', shared, { secret: 'key' }).text, /"Bearer" stands instead of "Basic"/);
    assert.equal(explain('', { kind: 'none', says: 'Nothing.' }).verdict, 'noProof');
  });

  it('tries less the larger the body is, and says so', () => {
    const tried = (size: number) => {
      let hashed = 0;
      const finding = explainProof({
        ...{ proof: hex, headers: { 'x-proof': 'sha256=00' }, body: bytes(`["${'x'.repeat(size)}"]`), secret },
        hmac: (key, message) => {
          hashed += message.length;
          return createHmac('sha256', key).update(message).digest();
        },
      });
      return { ...finding, hashed };
    };
    const [small, large, huge] = [tried(20_000), tried(200_000), tried(5_000_000)];
    assert.ok(small.hashed < 2_000_000 && large.hashed < 4_000_000, `${small.hashed}, ${large.hashed} bytes`);
    assert.ok(huge.hashed < 12_000_000, `${huge.hashed} bytes`);
    assert.doesNotMatch(large.text, /too large/);
    assert.match(huge.text, /another one, or at least one byte .* The body is too large to try/);
    assert.ok((small.tried ?? 0) > (large.tried ?? 0) && (large.tried ?? 0) > (huge.tried ?? 0));
  });

  it('names one mistake in a large body, and a wrong secret in a larger one', () => {
    const large = `["${'x'.repeat(200_000)}"]`;
    assert.match(explain(value(digest(secret, `${large}\n`)), hex, { body: large }).text, /line end follows the body/);
    const larger = `["${'x'.repeat(1_000_000)}"]`;
    assert.match(explain(value(digest(`${secret}\n`, larger)), hex, { body: larger }).text, /follows the secret/);
  });
});
