import assert from 'node:assert/strict';
import { parsePathPrefix } from '../../../../src/core/addresses/pathPrefix';

describe('parsePathPrefix', () => {
  const taken: [text: string, prefix: string][] = [
    ['', ''],
    ['/', ''],
    ['/api', '/api'],
    ['/parcel/v1/', '/parcel/v1'],
    ['/v1.0', '/v1.0'],
    ['/@home', '/@home'],
    ['/ä', '/%C3%A4'],
  ];
  for (const [text, prefix] of taken) {
    it(`takes "${text}"`, () => assert.deepEqual(parsePathPrefix(text), { kind: 'pathPrefix', prefix }));
  }

  const refused: [text: string, reason: RegExp][] = [
    ['.evil.example/x', /must begin/],
    ['@evil.example', /must begin/],
    [':pass@evil.example', /must begin/],
    ['90/x', /must begin/],
    [':4790/x', /must begin/],
    ['api', /must begin/],
    ['//evil.example', /two slashes/],
    ['/api//x', /two slashes/],
    ['\\evil.example', /"\\"/],
    ['/\\evil.example', /"\\"/],
    ['?x=', /"\?"/],
    ['/api?x=', /"\?"/],
    ['#', /"#"/],
    ['/api#x', /"#"/],
    ['/..', /leads to another/],
    ['/api/../admin', /leads to another/],
    ['/%2e%2E/x', /leads to another/],
    ['/.', /leads to another/],
    ['/%2f..', /leads to another/],
    ['/api ', /ends with a blank/],
    ['/api\r\nhost: x', /line end/],
  ];
  for (const [text, reason] of refused) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      const parsed = parsePathPrefix(text);
      assert.ok(parsed.kind === 'refused');
      assert.match(parsed.reason, reason);
    });
  }
});
