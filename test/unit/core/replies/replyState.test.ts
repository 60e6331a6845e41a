import assert from 'node:assert/strict';
import * as z from 'zod';
import { attachmentOf } from '../../../../src/core/attachments/attachment';
import type { Failure } from '../../../../src/core/failure';
import { historyEntry } from '../../../../src/core/history/record';
import type { HttpFailure } from '../../../../src/core/http';
import type { Operation } from '../../../../src/core/operation';
import type { Provider } from '../../../../src/core/provider';
import { explainedErrors, replyState } from '../../../../src/core/replies/replyState';
import { restoreRun } from '../../../../src/core/replies/restoreRun';
import type { Run, SendOutcome } from '../../../../src/core/sending/run';
import type { Issue } from '../../../../src/protocol/form';
import { plainReading } from '../../fixtures/plainReading';

const failure: Failure = {
  id: 'already-invited',
  status: 400,
  code: 4711,
  message: 'Invite exists',
  meaning: 'The document was sent already.',
  nextStep: 'Cancel the invite.',
  mendedBy: 'demo/cancel',
  source: 'https://docs.example/invite',
};

const invite = {
  id: 'demo/invite',
  title: 'Invite',
  method: 'POST',
  path: '/documents/{id}/invites',
  request: { body: z.object({ signers: z.array(z.object({ email: z.string() }).meta({ title: 'Signer' })) }) },
  replies: {},
  failures: [failure.id],
  nextSteps: (reply: { data: { id: string }[] }) =>
    reply.data.map(({ id }) => ({
      verb: 'link',
      title: 'Generate link',
      subject: id,
      operation: 'demo/link',
      complete: true,
    })),
} as unknown as Operation;

const provider = {
  id: 'demo',
  title: 'Demo',
  operations: [
    invite,
    { id: 'demo/cancel', title: 'Cancel the invite', method: 'DELETE', path: '/invites', replies: {} },
  ],
  failures: [failure],
  readErrors: () => [
    { code: 4711, message: 'Invite exists' },
    { code: 1, message: 'Who knows' },
  ],
} as unknown as Provider;

const link = 'https://sign.example/s?access_token=abcdef0123456789';
const secrets = [
  { name: 'signing link', value: link },
  { name: 'authorization', value: 'Bearer t0k3n-t0k3n' },
];

function run(outcome: SendOutcome): Run {
  return {
    id: 'run-1',
    sentAt: Date.UTC(2026, 0, 2, 3, 4, 5),
    request: { operation: 'demo/invite', connection: 'emulator', path: { id: '7' } },
    origin: { cause: 'form' },
    inSpiteOf: [],
    provider: 'demo',
    environment: 'Emulator',
    baseUrl: 'http://127.0.0.1:4010',
    sent: {
      method: 'POST',
      url: 'http://127.0.0.1:4010/x',
      headers: { authorization: 'Bearer ‹secret:authorization›' },
      body: { text: '{"a":1}' },
    },
    outcome,
    secrets,
  };
}

function replied(
  status: number,
  body: unknown,
  reading: Partial<(SendOutcome & { kind: 'replied' })['reading']>,
): SendOutcome {
  const headers = { 'content-type': 'application/json' };
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return {
    kind: 'replied',
    reply: { status, statusText: 'Text', headers, bytes, durationMs: 12 },
    reading: { ...plainReading, failed: status > 299, headers, ...reading },
  };
}

const success = run(
  replied(
    200,
    { data: [{ id: 'i1', link }] },
    {
      links: [{ url: link, recipient: 'ann@demo.example', expiresAt: 0, singleUse: true }],
      nextSteps: [
        { verb: 'link', title: 'Generate link', operation: 'demo/link', subject: 'i1' },
        { verb: 'link', title: 'Generate link', operation: 'demo/link', subject: 'i2', blocked: 'Step 1 is not done.' },
      ],
    },
  ),
);

const refused = run(
  replied(
    400,
    { errors: [] },
    {
      errors: [
        { error: { code: 1, message: 'Who knows' }, failure: undefined },
        { error: { code: 4711, message: 'Invite exists' }, failure },
      ],
    },
  ),
);

describe('replyState', () => {
  it('names the setting by whose limit a request ended', () => {
    const limitOf = (failure: HttpFailure) => {
      const problem = { kind: 'noReply', url: 'https://api.example/', failure } as const;
      const state = replyState(run({ kind: 'failed', problem }), provider);
      return state.kind === 'problem' ? state.limit : assert.fail(state.kind);
    };
    assert.equal(limitOf({ kind: 'tooLarge', maxBytes: 1 }), 'maxReplyMegabytes');
    assert.equal(limitOf({ kind: 'timedOut', phase: 'connect', afterMs: 1 }), 'connectTimeoutSeconds');
    assert.equal(limitOf({ kind: 'timedOut', phase: 'total', afterMs: 1 }), 'totalTimeoutSeconds');
    assert.equal(limitOf({ kind: 'cancelled' }), undefined);
  });

  it('says what the file fields took, and what is odd about it', () => {
    const file = { name: 'a.pdf', isNamed: true, mediaType: 'application/pdf', path: 'scans/a.pdf' };
    const attachments = [attachmentOf('/body/file', { ...file, bytes: new TextEncoder().encode('hello') })];
    const state = replyState({ ...success, attachments }, provider);
    assert.ok(state.kind === 'replied');
    assert.deepEqual(state.request.attachments, [
      {
        text: 'scans/a.pdf, 5 bytes, text',
        warnings: ['scans/a.pdf is no PDF: by its first bytes it is: text.'],
      },
    ]);
  });

  it('shows a success with its links and next steps', () => {
    const state = replyState(success, provider);
    assert.ok(state.kind === 'replied');
    assert.deepEqual(state.links, [
      {
        url: link,
        opens: undefined,
        recipient: 'ann@demo.example',
        expiresAt: '1970-01-01T00:00:00.000Z',
        singleUse: true,
        isUsed: false,
        host: 'sign.example',
        isEmulated: true,
      },
    ]);
    assert.deepEqual(state.nextSteps, [
      { title: 'Generate link', subject: 'i1', enabled: true, note: undefined, alike: [] },
      { title: 'Generate link', subject: 'i2', enabled: false, note: 'Step 1 is not done.', alike: [] },
    ]);
    assert.equal(state.run.operationTitle, 'Invite');
    assert.equal(state.run.sentAt, '2026-01-02T03:04:05.000Z');
    assert.equal(state.run.fromHistory, false);
  });

  it('masks the link in the body, since its card shows it', () => {
    const state = replyState(success, provider);
    assert.ok(state.kind === 'replied');
    assert.match(state.body.text, /‹secret:link›/);
    assert.ok(!state.body.text.includes(link));
  });

  it('explains documented failures only, and names the call that mends them', () => {
    const state = replyState(refused, provider);
    assert.ok(state.kind === 'replied');
    assert.deepEqual(state.explanations, [
      {
        code: '4711',
        message: 'Invite exists',
        meaning: failure.meaning,
        nextStep: failure.nextStep,
        mend: 'Cancel the invite',
        source: failure.source,
      },
    ]);
    assert.ok(refused.outcome.kind === 'replied');
    assert.equal(explainedErrors(refused.outcome.reading)[0]?.failure, failure);
  });

  it('counts the errors that are not explained', () => {
    const remarks = [0, 1, 299_980].map((moreErrors) => {
      const state = replyState(run(replied(400, { errors: [] }, { moreErrors, remarks: ['It was slow.'] })), provider);
      assert.ok(state.kind === 'replied');
      return state.remarks;
    });
    const all = 'The body holds all of them.';
    assert.deepEqual(remarks, [
      ['It was slow.'],
      [`The reply names one more error, which is not explained here. ${all}`, 'It was slow.'],
      [`The reply names 299980 more errors, which are not explained here. ${all}`, 'It was slow.'],
    ]);
  });

  it('gives no code where the API has none: the status is none', () => {
    const { code: _, ...uncoded } = failure;
    const outcome = replied(200, 'no', { failed: true, errors: [{ error: { message: 'No' }, failure: uncoded }] });
    const state = replyState(run(outcome), provider);
    assert.ok(state.kind === 'replied');
    assert.deepEqual(
      state.explanations.map(({ code, message }) => ({ code, message })),
      [{ code: '', message: 'No' }],
    );
  });

  it('names the places of wrong values as the form does, whether they were sent or not', () => {
    const issues: readonly Issue[] = [
      { pointer: '/body/signers/1/email', code: 'required', message: 'E-mail is required.', severity: 'error' },
      { pointer: '/path/id', code: 'odd', message: 'It is odd.', severity: 'error' },
      { pointer: '/path/id', code: 'doubtful', message: 'It may be odd.', severity: 'warning' },
    ];
    const placed = [
      { pointer: '/body/signers/1/email', title: 'Signer 2 › Email', message: 'E-mail is required.' },
      { pointer: '/path/id', title: 'path › id', message: 'It is odd.' },
    ];
    const held = replyState(run({ kind: 'failed', problem: { kind: 'invalidRequest', issues } }), provider);
    assert.ok(held.kind === 'problem');
    assert.deepEqual(held.issues, placed);
    assert.equal(
      held.problem.cause,
      'Signer 2 › Email: E-mail is required.\npath › id: It is odd.\npath › id: It may be odd.',
    );
    const sent = replyState({ ...refused, inSpiteOf: issues }, provider);
    assert.ok(sent.kind === 'replied');
    assert.deepEqual(sent.inSpiteOf, placed);
  });

  it('has nothing but pointers for an operation that is gone', () => {
    const issues: readonly Issue[] = [{ pointer: '/body/a', code: 'odd', message: 'It is odd.', severity: 'error' }];
    const { request, ...rest } = run({ kind: 'failed', problem: { kind: 'invalidRequest', issues } });
    const state = replyState({ ...rest, request: { ...request, operation: 'demo/gone' } }, provider);
    assert.ok(state.kind === 'problem');
    assert.deepEqual(state.issues, [{ pointer: '/body/a', title: '/body/a', message: 'It is odd.' }]);
  });

  it('puts a problem into words', () => {
    const state = replyState(
      run({ kind: 'failed', problem: { kind: 'noReply', url: 'http://127.0.0.1:1/', failure: { kind: 'cancelled' } } }),
      provider,
    );
    assert.ok(state.kind === 'problem');
    assert.equal(state.problem.title, 'Cancelled');
    assert.equal(state.request?.method, 'POST');
  });
});

describe('restoreRun', () => {
  const restored = (original: Run) => {
    const { run: again, stored } = restoreRun(JSON.parse(JSON.stringify(historyEntry(original, invite))), provider);
    return replyState(again, provider, stored);
  };

  it('shows a stored success without its links, and with its next steps', () => {
    const state = restored(success);
    assert.ok(state.kind === 'replied');
    assert.ok(!JSON.stringify(state).includes('abcdef0123456789'));
    assert.deepEqual(state.links, []);
    assert.equal(state.run.fromHistory, true);
    assert.equal(state.nextSteps[0]?.subject, 'i1');
    const fresh = replyState(success, provider);
    assert.ok(fresh.kind === 'replied');
    assert.equal(state.size, fresh.size);
    assert.deepEqual(state.body, fresh.body);
    assert.deepEqual(state.request, fresh.request);
  });

  it('explains a stored failure again', () => {
    const state = restored(refused);
    assert.ok(state.kind === 'replied');
    assert.deepEqual(
      state.explanations.map(({ code }) => code),
      ['4711'],
    );
  });

  it('says when the history did not keep the whole body', () => {
    const long = run(replied(200, { data: [], text: 'x'.repeat(100_000) }, {}));
    const state = restored(long);
    assert.ok(state.kind === 'replied');
    assert.equal(state.body.truncated, true);
    assert.ok(state.size > 100_000);
  });

  it('asks again whether it was the API’s answer', () => {
    const html = new TextEncoder().encode('<html><head><title>Sign in</title></head></html>');
    const json = new TextEncoder().encode('{"data":[{"id":"i1"}]}');
    const rows: readonly (readonly [Uint8Array, 'cut' | undefined, boolean, string | undefined])[] = [
      [html, undefined, false, 'A page came, not the API’s answer'],
      [json, 'cut', false, 'The reply is cut off'],
      [json, undefined, true, undefined],
    ];
    for (const [bytes, incomplete, isAnswer, title] of rows) {
      const outcome = replied(200, {}, { failed: !isAnswer });
      assert.ok(outcome.kind === 'replied');
      const reply = { ...outcome.reply, bytes, ...(incomplete && { incomplete }) };
      const state = restored(run({ ...outcome, reply }));
      assert.ok(state.kind === 'replied');
      assert.deepEqual([state.isAnswer, state.failed, state.general[0]?.title], [isAnswer, !isAnswer, title]);
      assert.equal(state.nextSteps.length, isAnswer ? 1 : 0);
    }
  });

  it('leaves what an earlier version recorded as a success, and says what it was', () => {
    const outcome = replied(200, {}, { failed: false });
    assert.ok(outcome.kind === 'replied');
    const reply = { ...outcome.reply, bytes: new TextEncoder().encode('<html><title>Sign in</title></html>') };
    const state = restored(run({ ...outcome, reply }));
    assert.ok(state.kind === 'replied');
    assert.deepEqual([state.failed, state.isAnswer, state.nextSteps], [false, false, []]);
  });

  it('keeps a problem', () => {
    const state = restored(run({ kind: 'failed', problem: { kind: 'emulatorStopped', provider: 'demo' } }));
    assert.ok(state.kind === 'problem');
  });
});
