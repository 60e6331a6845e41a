import assert from 'node:assert/strict';
import { snippetLanguages } from '../../../../../src/core/portable/snippets/snippetLanguages';
import { writeSnippet } from '../../../../../src/core/portable/snippets/writeSnippet';
import { multipart } from './multipartRequest';

const post = {
  method: 'POST',
  headers: { accept: 'application/json', 'content-type': 'application/json', authorization: 'Bearer a.b-c' },
} as const;

describe('Code that was copied', () => {
  for (const { id, title } of snippetLanguages()) {
    it(`is whole in ${title}: every value of the request, and nothing of the frame`, async () => {
      const url = 'https://a.example/v2/x';
      const value = `value-1 $1 $& $\` $$`;
      const requests = [{ ...post, url, body: { text: '{"a":"value-1"}' } }, multipart({ a: value }, {})];
      for (const request of requests) {
        const code = await writeSnippet(id, request);
        for (const text of [new RegExp(request.url), /value-1/, /application\/json/]) assert.match(code, text);
        if (request.body?.text !== '{"a":"value-1"}') assert.ok(code.includes(value), code);
        assert.doesNotMatch(code, /esignmark|\.invalid|undefined/);
      }
    });

    it(`says in ${title} what the history did not keep`, async () => {
      const code = await writeSnippet(id, { ...post, url: 'https://a.example/', body: { text: '{"a', isCut: true } });
      assert.match(code, /(#|\/\/) This is not the whole request: of its body only the beginning was kept\.\n/);
    });

    it(`ends no remark in ${title} early, whatever a part is called`, async () => {
      const name = 'a\r\n\u2028\u2029\u0085?>b';
      const lost = { kind: 'file', name, fileName: 'a.pdf', mediaType: 'a/b', size: 3, path: undefined } as const;
      const code = await writeSnippet(id, { ...multipart({}, {}), body: { text: '', parts: [lost] } });
      const remark = /(?:#|\/\/) This is not the whole request: [^\n]*/.exec(code)?.[0] ?? '';
      assert.match(remark, /" was not kept\.$/);
      assert.doesNotMatch(remark, id === 'php' ? /[\r\u2028\u2029\u0085]|\?>/ : /[\r\u2028\u2029\u0085]/);
    });
  }
});
