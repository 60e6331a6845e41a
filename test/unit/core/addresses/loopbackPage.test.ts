import assert from 'node:assert/strict';
import { loopbackPage } from '../../../../src/core/addresses/address';
import { pathAndQueryOf } from '../../../../src/core/addresses/webAddress';

const base = 'http://127.0.0.1:4010';

const pages: readonly (readonly [base: string, link: string, page: string | undefined])[] = [
  [base, `${base}/sign/1?token=2`, `${base}/sign/1?token=2`],
  [base, '/sign/1?token=2', `${base}/sign/1?token=2`],
  [base, '//other.example/sign', `${base}//other.example/sign`],
  [base, '/a/../b', `${base}/b`],
  [`${base}/v1`, '/sign', `${base}/v1/sign`],
  [base, 'http://127.0.0.1:4011/sign', undefined],
  [base, 'https://other.example/sign', undefined],
  [base, `${base}@other.example/sign`, undefined],
  [base, 'http://user:word@127.0.0.1:4010/', undefined],
  [base, 'file:///etc/passwd', undefined],
  [base, 'sign', undefined],
  ['https://api.example', '/sign', undefined],
  ['nonsense', '/sign', undefined],
];

describe('pages of this machine', () => {
  for (const [from, link, page] of pages) {
    it(`${link} of ${from} is ${page === undefined ? 'none' : 'one'}`, () =>
      assert.equal(loopbackPage(from, link), page));
  }

  it('are named by path and query', () => {
    assert.equal(pathAndQueryOf('https://a.example/b/c?d=e#f'), '/b/c?d=e');
    assert.equal(pathAndQueryOf('nonsense'), 'nonsense');
  });
});
