import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import type { HttpRequest } from '../../../../src/core/http';
import { toCurl } from '../../../../src/core/requests/curl';

/** The arguments a shell hands to curl. */
function argumentsOf(request: HttpRequest): readonly string[] {
  const printed = execFileSync('sh', ['-c', toCurl(request).replace(/^curl/, `printf '%s\\036'`)], {
    encoding: 'utf8',
  });
  return printed.split('\x1e').slice(0, -1);
}

describe('toCurl', () => {
  it('survives a shell', () => {
    const text = `{"name":"O'Brien $HOME \`ls\` \\"x\\"\n"}`;
    const request = {
      method: 'POST',
      url: 'https://a.example/x?a=1&b=2',
      headers: { 'content-type': 'application/json', authorization: 'Bearer ‹secret:authorization›' },
      body: { text },
    };
    assert.deepEqual(argumentsOf(request), [
      '-X',
      'POST',
      'https://a.example/x?a=1&b=2',
      '-H',
      'content-type: application/json',
      '-H',
      'authorization: Bearer ‹secret:authorization›',
      '--data-raw',
      text,
    ]);
  });

  it('names files instead of sending their bytes', () => {
    const text = [
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n(3 bytes)\r\n',
      '--b\r\nContent-Disposition: form-data; name="note"\r\n\r\nhello\r\n--b--\r\n',
    ].join('');
    const request = {
      method: 'POST',
      url: 'https://a.example/f',
      headers: { 'content-type': 'multipart/form-data; boundary=b' },
      body: { text },
    };
    assert.deepEqual(argumentsOf(request), [
      '-X',
      'POST',
      'https://a.example/f',
      '-F',
      'file=@a.pdf',
      '-F',
      'note=hello',
    ]);
  });
});
