import assert from 'node:assert/strict';
import { frameRules } from '../../../../src/core/live/frameRules';

const refusals: readonly [headers: Record<string, string>, isRefused: boolean, said: RegExp][] = [
  [{}, false, /No rule/],
  [{ 'x-frame-options': 'DENY' }, true, /lets nobody/],
  [{ 'x-frame-options': ' SameOrigin ' }, true, /own site/],
  [{ 'x-frame-options': 'ALLOW-FROM https://app.example' }, false, /do not obey/],
  [{ 'content-security-policy': "default-src 'self'" }, false, /No rule/],
  [{ 'content-security-policy': "script-src 'self'; Frame-Ancestors 'none'" }, true, /lets nobody/],
  [{ 'content-security-policy': 'frame-ancestors https://app.example' }, true, /https:\/\/app\.example/],
  [{ 'content-security-policy': 'frame-ancestors *', 'x-frame-options': 'DENY' }, false, /everybody/],
  // An address that only holds the word is no rule.
  [{ 'content-security-policy': 'report-uri https://x.example/frame-ancestors' }, false, /No rule/],
];

describe('The frame rules of a page', () => {
  for (const [headers, isRefused, said] of refusals) {
    it(`${JSON.stringify(headers)}: ${isRefused ? 'refused' : 'allowed'}`, () => {
      const rules = frameRules(headers);
      assert.equal(rules.isRefused, isRefused);
      assert.match(rules.sentence, said);
    });
  }

  it('shows the headers that say so, and no others', () => {
    const { headers } = frameRules({ 'x-frame-options': 'DENY', 'set-cookie': 'session=1', server: 'x' });
    assert.deepEqual(headers, [{ name: 'x-frame-options', value: 'DENY' }]);
  });
});
