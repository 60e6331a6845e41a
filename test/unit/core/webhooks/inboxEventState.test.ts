import assert from 'node:assert/strict';
import type { ExaminedEvent } from '../../../../src/core/webhooks/examineEvent';
import { inboxEventState } from '../../../../src/core/webhooks/inboxEventState';

const secret = '0123456789abcdef0123456789abcdef';
const examined: ExaminedEvent = {
  provider: 'demo',
  event: 'done',
  document: 'd1',
  id: null,
  proof: {
    verdict: 'fails',
    text: 'It does not hold.',
    header: 'x-demo-signature',
    received: 'aa',
    computed: 'bb',
    bytes: 3,
  },
};

function shown(body: string, headers: Record<string, string> = {}, own: Partial<ExaminedEvent> = {}) {
  const call = {
    method: 'POST',
    target: `/hooks?access_token=${secret}`,
    headers,
    body: new TextEncoder().encode(body),
  };
  return inboxEventState({ call, examined: { ...examined, ...own }, receivedAt: 'now', provider: 'Demo', secret });
}

describe('inboxEventState', () => {
  it('shows nothing of a secret, wherever it stands', () => {
    const state = shown(JSON.stringify({ note: secret }), { Authorization: `Basic ${secret}`, 'X-Other': secret });
    assert.ok(!JSON.stringify(state).includes(secret));
  });

  it('shows the digest that was received, whatever its header is called', () => {
    const state = shown('{}', { 'X-Demo-Signature': 'aa' });
    assert.deepEqual(state.headers, [{ name: 'X-Demo-Signature', value: 'aa' }]);
    assert.deepEqual(state.proof.facts.slice(0, 3), [
      { name: 'Header', value: 'x-demo-signature' },
      { name: 'Received', value: 'aa' },
      { name: 'Computed', value: 'bb' },
    ]);
  });

  it('lays a payload out and keeps its digits', () => {
    assert.equal(shown('{"amount":1.10,"b":"<script>"}').payload, '{\n  "amount": 1.10,\n  "b": "<script>"\n}');
  });

  it('shows the beginning of what is large', () => {
    const { payload, isCut } = shown(JSON.stringify(Array.from({ length: 100_000 }, () => 'text')));
    assert.ok(isCut);
    assert.ok(payload.length < 110_000);
  });

  it('says of what nobody knows that nothing proves it', () => {
    const state = shown('no JSON', {}, { provider: null, event: null, document: null, id: null, proof: null });
    assert.equal(state.proof.verdict, 'unknown');
    assert.equal(state.takesSecret, false);
  });
});
