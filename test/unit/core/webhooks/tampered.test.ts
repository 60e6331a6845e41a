import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tampered } from '../../../../src/core/webhooks/tampered';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

describe('tampered', () => {
  for (const [from, to] of [
    ['{"count":12}', '{"count":13}'],
    ['{"event":"done","isLast":true}', '{"event":"done","isLasT":true}'],
    [String.raw`{"ü":"— \n"}`, String.raw`{"ü":"— \n"} `],
    ['{"who":"Ünë"}', '{"who":"ÜNë"}'],
    ['{}', '{} '],
  ] as const) {
    it(`changes ${from}`, () => assert.equal(decoder.decode(tampered(encoder.encode(from))), to));
  }

  it('changes bytes, and leaves JSON, whatever the payload', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const body = encoder.encode(JSON.stringify(value));
        const changed = tampered(body);
        assert.notDeepEqual([...changed], [...body]);
        JSON.parse(decoder.decode(changed));
      }),
    );
  });
});
