import assert from 'node:assert/strict';
import type { HttpRequest } from '../../../../../src/core/http';
import { toCurl } from '../../../../../src/core/portable/snippets/curl';
import { maskerOf } from '../../../../../src/core/secrets/masker';
import { maskRequest } from '../../../../../src/core/secrets/maskRequest';
import type { Secret } from '../../../../../src/core/sending/run';
import { fileOf, multipart } from './multipartRequest';

describe('toCurl', () => {
  it('is a command that can be read', () => {
    const headers = { 'content-type': 'application/json', authorization: 'Bearer ‹secret:authorization›' };
    const command = toCurl({
      method: 'POST',
      url: 'https://a.example/x?a=1&b=[2]',
      headers,
      body: { text: `{"a":"it's"}` },
    });
    assert.equal(
      command,
      [
        `curl --globoff -X POST 'https://a.example/x?a=1&b=[2]' \\`,
        `  -H 'content-type: application/json' \\`,
        `  -H 'authorization: Bearer '"$ESIGN_TOKEN" \\`,
        `  --data-raw '{"a":"it'\\''s"}'`,
      ].join('\n'),
    );
  });

  it('names a file as the request does, and masks what is secret in the parts', () => {
    const file = fileOf('scans/a "b".pdf', Uint8Array.of(1, 2, 3));
    const request = multipart({ file: '', note: 'pass-word-1' }, { file });
    const command = toCurl(masked(request, [{ name: 'password', value: 'pass-word-1' }]));
    assert.ok(
      command.includes(`-F 'file=@"scans/a \\"b\\".pdf";filename="a \\"b\\".pdf";type=application/pdf'`),
      command,
    );
    assert.ok(command.includes(`--form-string 'note='"$ESIGN_PASSWORD"`), command);
    assert.ok(!command.includes('content-type'), command);
  });

  it('says what the history did not keep', () => {
    const json = { method: 'POST', url: 'https://a.example/', headers: {}, body: { text: '{"a', isCut: true } };
    assert.match(toCurl(json), /^# This is not the whole request: of its body only the beginning was kept\.\ncurl /);
    const part = { kind: 'file', name: 'file', fileName: 'a.pdf', mediaType: 'a/b', size: 3, path: undefined } as const;
    const upload = { ...multipart({}, {}), body: { text: '', parts: [part] } };
    assert.match(toCurl(upload), /^# This is not the whole request: the content of "file" was not kept\.\n/);
    assert.match(toCurl({ ...upload, body: { text: '' } }), /^# .* the content of its files was not kept\.\n/);
  });
});

function masked(request: HttpRequest, secrets: readonly Secret[]): HttpRequest {
  return maskRequest(request, { path: '' }, maskerOf(secrets, undefined));
}
