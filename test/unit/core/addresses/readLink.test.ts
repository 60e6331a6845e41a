import assert from 'node:assert/strict';
import { readLink } from '../../../../src/core/addresses/readLink';

const base = 'https://app.example.com';
const token = 'access_token=0123456789';

describe('signing links as APIs write them', () => {
  const links: readonly (readonly [text: string, url: string, remark?: RegExp])[] = [
    [`https://app.example.com/s?${token}`, `https://app.example.com/s?${token}`],
    ['http://127.0.0.1:4010/s', 'http://127.0.0.1:4010/s'],
    ['HTTPS://app.example.com/S', 'HTTPS://app.example.com/S'],
    [` https://app.example.com/s?${token} \n`, `https://app.example.com/s?${token}`],
    [`/s?${token}`, `https://app.example.com/s?${token}`, /without a host; https:\/\/app\.example\.com was assumed/],
    [`s/1?${token}`, `https://app.example.com/s/1?${token}`, /without a host/],
    [`?${token}`, `https://app.example.com/?${token}`, /without a host/],
    [`app.other.com/s?${token}`, `https://app.other.com/s?${token}`, /without https:\/\/, which was assumed/],
    ['localhost:3000/s', 'https://localhost:3000/s', /without https/],
    ['//app.other.com/s', 'https://app.other.com/s', /without https/],
  ];
  for (const [text, url, remark] of links) {
    it(`${JSON.stringify(text)} is ${url}`, () => {
      const read = readLink(text, base);
      assert.ok(read.kind === 'link');
      assert.equal(read.url, url);
      assert.equal(read.remark !== undefined, remark !== undefined, read.remark);
      if (remark !== undefined) assert.match(read.remark ?? '', remark);
    });
  }

  const others = [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'command:workbench.action.reloadWindow',
    'file:///etc/passwd',
    'data:text/html,x',
    'mailto:ann@example.com',
    'http://[',
    'https://',
  ];
  for (const text of others) {
    it(`${JSON.stringify(text)} is no link, and is shown as it came`, () => {
      const read = readLink(text, base);
      assert.ok(read.kind === 'text', JSON.stringify(read));
      assert.match(read.remark, /^The reply names a signing link that is no web address: /);
      assert.ok(read.remark.endsWith(text.replace('\n', '�')));
    });
  }

  it('an empty one is said to be empty', () => {
    assert.deepEqual(readLink(' ', base), { kind: 'text', remark: 'The signing link in the reply is empty.' });
  });
});
