import assert from 'node:assert/strict';
import * as z from 'zod';
import { type Call, defineOperation, type ReplyContext } from '../../../src/core/operation';
import { ask, read, step } from '../../../src/kit/calls';
import { requiredText, text, wholeNumber } from '../../../src/kit/fields';
import { readingReply, withNextSteps } from '../../../src/kit/nextSteps';

const about = { title: 'T', summary: 'S.', docs: 'https://example.com', examples: [] } as const;

const getPaper = defineOperation({
  ...about,
  id: 'toy/get-paper',
  method: 'GET',
  path: '/papers/{paper}',
  request: { path: z.object({ paper: requiredText('Paper', 'Its ID.') }) },
  replies: { 200: z.object({ id: z.string(), pages: z.int() }) },
});

const addSigner = defineOperation({
  ...about,
  id: 'toy/add-signer',
  method: 'POST',
  path: '/papers/{paper}/signers',
  request: {
    path: z.object({ paper: requiredText('Paper', 'Its ID.') }),
    query: z.object({ notify: text('Notify', 'Whether they are told.') }),
    body: z.object({
      signers: z.array(
        z.object({ email: z.email(), order: wholeNumber('Order', 'Their turn.'), role: z.enum(['a', 'b']) }),
      ),
    }),
  },
  replies: { 200: z.object({ id: z.string() }) },
});

const words = { verb: 'add', title: 'Add signer', subject: 'the paper' } as const;
const path = { paper: '7' };

describe('A step to another operation', () => {
  it('names it, and starts with values that a person fills in', () => {
    const body = { signers: [{ email: '', order: 1, role: 'none yet' }] };
    assert.deepEqual(step(addSigner, { ...words, path, body }), { ...words, operation: 'toy/add-signer', path, body });
  });

  it('is blocked or complete only where it says so', () => {
    assert.deepEqual(step(getPaper, { ...words, path, complete: true, blocked: undefined }), {
      ...words,
      operation: 'toy/get-paper',
      path,
      complete: true,
    });
    assert.equal(step(getPaper, { ...words, path, blocked: 'Not yet.' }).blocked, 'Not yet.');
  });

  it('does not compile with a parameter that the operation does not have, and without one of its path', () => {
    const built = [
      // @ts-expect-error the path is incomplete
      step(addSigner, { ...words }),
      // @ts-expect-error no such parameter in the path
      step(getPaper, { ...words, path: { papers: '7' } }),
      // @ts-expect-error no such parameter in the query
      step(addSigner, { ...words, path, query: { notfy: 'yes' } }),
      // @ts-expect-error no such value in the body, however deep
      step(addSigner, { ...words, path, body: { signers: [{ mail: '' }] } }),
      // @ts-expect-error a value of another kind
      step(addSigner, { ...words, path, body: { signers: [{ order: '1' }] } }),
      // @ts-expect-error the call has no body
      step(getPaper, { ...words, path, body: {} }),
    ];
    assert.equal(built.length, 6);
  });
});

describe('A call of another operation', () => {
  const sent: unknown[] = [];
  const call: Call = async (operation, values) => {
    sent.push([operation, values]);
    return { id: '7', pages: 2, more: true };
  };

  it('sends its values, and reads the reply that is documented', async () => {
    const paper = await read(call, getPaper, { path });
    assert.deepEqual([paper.id, paper.pages], ['7', 2]);
    assert.deepEqual(sent, [['toy/get-paper', { path }]]);
    assert.deepEqual(await ask(call, getPaper, { path }), { id: '7', pages: 2, more: true });
  });

  it('fails where the reply is another one', async () => {
    await assert.rejects(read(async () => ({ id: 7 }), getPaper, { path }));
  });
});

describe('Next steps', () => {
  const operations = { getPaper, addSigner };
  const context = { values: { path }, now: 0, host: () => '' } as unknown as ReplyContext;

  it('stand beside the operations, each typed by the one that was answered', () => {
    const [get, add] = withNextSteps(operations, {
      getPaper: readingReply(getPaper.replies[200], ({ id }, { values }) => [
        step(addSigner, { ...words, subject: id, path: values.path }),
      ]),
    });
    assert.deepEqual(
      get?.nextSteps?.({ id: '7', pages: 1 }, context).map(({ operation, subject }) => [operation, subject]),
      [['toy/add-signer', '7']],
    );
    assert.deepEqual(get?.nextSteps?.({ nothing: true }, context), []);
    assert.equal(add, addSigner);
  });

  it('of an operation that does not exist do not compile', () => {
    // @ts-expect-error misspelled
    assert.equal(withNextSteps(operations, { getPapers: () => [] }).length, 2);
  });
});
