import assert from 'node:assert/strict';
import type { ConfirmedRequest, HttpLimits } from '../../../src/core/http';
import { DescribedReplies } from './describedReplies';

const ok = { description: 'The call succeeded.' };
const described = {
  paths: {
    '/notes/{id}': {
      get: {
        responses: {
          200: { ...ok, content: { 'application/json': { schema: { type: 'object', required: ['id'] } } } },
          204: ok,
        },
      },
    },
  },
};

describe('Replies held against a description', () => {
  for (const [what, status, type, body, found] of [
    ['nothing of one that fits', 200, 'application/json', '{"id":1}', undefined],
    ['a property that is missing', 200, 'application/json', '{}', /^GET get \/notes\/\{id\} 200: .*'id'/],
    ['a type that is not described', 200, 'text/html', '<p>', /text\/html is not described/],
    ['a body where none is described', 204, 'application/json', '{}', /a body where none is described/],
  ] as const) {
    it(`find ${what}`, async () => {
      const replies = new DescribedReplies(described);
      const reply = { status, statusText: '', headers: { 'content-type': type }, durationMs: 0 };
      const bytes = new TextEncoder().encode(body);
      const http = replies.watch({ send: async () => ({ kind: 'replied', reply: { ...reply, bytes } }) });
      const request = { method: 'GET', url: 'http://127.0.0.1:1/notes/7', headers: {}, body: undefined };
      await http.send(request as unknown as ConfirmedRequest, {} as HttpLimits);
      const [fault, ...more] = replies.takeFaults();
      assert.deepEqual(more, []);
      if (found === undefined) assert.equal(fault, undefined);
      else assert.match(fault ?? '', found);
    });
  }
});
