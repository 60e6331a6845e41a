import assert from 'node:assert/strict';
import type { DocumentDetail, Recipient } from '../../../../src/core/documents';
import { followedSteps, isAbout } from '../../../../src/core/live/followedSteps';
import type { PreparedRequest } from '../../../../src/core/operation';

const link = (document: string, invite: string, subject: string, blocked?: string): PreparedRequest => ({
  verb: 'link',
  title: 'Generate link',
  operation: 'demo/link',
  subject,
  path: { document, invite },
  complete: true,
  ...(blocked !== undefined && { blocked }),
});

const recipient = (
  id: string,
  status: NonNullable<Recipient['status']>,
  ...actions: readonly PreparedRequest[]
): Recipient => ({
  id,
  title: `${id}@example.com`,
  status,
  actions,
});

const detail: DocumentDetail = {
  id: 'doc',
  title: 'Lease',
  actions: [],
  recipients: [
    recipient('ann', { text: 'fulfilled', tone: 'done' }),
    recipient('ben', { text: 'pending', tone: 'open' }, link('doc', 'ben', 'ben@example.com')),
  ],
};

describe('The steps of a reply, once its document has changed', () => {
  it('are open for whose turn it is, and closed for who is done', () => {
    const steps = [link('doc', 'ann', 'ann@example.com'), link('doc', 'ben', 'ben@example.com', 'Opens later.')];
    assert.deepEqual(followedSteps(steps, detail), [
      { ...steps[0], blocked: 'ann@example.com: fulfilled' },
      link('doc', 'ben', 'ben@example.com'),
    ]);
  });

  it('stay where they are of another document, of somebody unknown, or nothing has changed', () => {
    assert.equal(followedSteps([link('other', 'ben', 'ben@example.com', 'Opens later.')], detail), undefined);
    assert.equal(followedSteps([link('doc', 'cid', 'cid@example.com', 'Opens later.')], detail), undefined);
    assert.equal(followedSteps([link('doc', 'ben', 'ben@example.com')], detail), undefined);
  });

  it('know their document wherever a value names it, and not as a part of another', () => {
    assert.ok(isAbout({ body: { documents: [{ id: 'doc' }] } }, detail));
    assert.ok(!isAbout({ body: { documents: [{ id: 'doc2' }], doc: 'x' } }, detail));
  });
});
