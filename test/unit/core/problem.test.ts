import assert from 'node:assert/strict';
import { moreIssues } from '../../../src/core/forms/checks/moreIssues';
import { describeProblem } from '../../../src/core/problems/describeProblem';
import type { Problem } from '../../../src/core/problems/problem';

const url = 'https://api.example.com/x';

type NoReply = Extract<Problem, { kind: 'noReply' }>;

function noReply(failure: NoReply['failure'], mayHaveTakenEffect?: NoReply['mayHaveTakenEffect']): Problem {
  return { kind: 'noReply', url, failure, ...(mayHaveTakenEffect !== undefined && { mayHaveTakenEffect }) };
}

function tokenRefused(status: number): Problem {
  return { kind: 'tokenRefused', provider: 'x', status, detail: 'no' };
}

describe('describeProblem', () => {
  const cases: [problem: Problem, title: RegExp, nextStep: RegExp][] = [
    [noReply({ kind: 'unreachable', code: 'ECONNREFUSED', detail: '' }), /^api\.example\.com cannot/, /server runs/],
    [noReply({ kind: 'unreachable', code: 'ENOTFOUND', detail: '' }), /^api\.example\.com cannot/, /host name/],
    [noReply({ kind: 'unreachable', code: 'ERR_INVALID_CHAR', detail: '' }), /^A header cannot/, /credentials again/],
    [noReply({ kind: 'timedOut', phase: 'connect', afterMs: 30_000 }), /in time/, /Try again/],
    [noReply({ kind: 'tooLarge', maxBytes: 10 * 1024 * 1024 }), /too large/, /limit/],
    [
      { kind: 'noReply', url: 'http://127.0.0.1:1 /x', failure: { kind: 'unreachable', code: 'X', detail: '' } },
      /^http:\/\/127\.0\.0\.1:1 \/x cannot be reached/,
      /server runs/,
    ],
    [{ kind: 'invalidPathPrefix', pathPrefix: '.evil', reason: 'no' }, /path prefix/, /\/api/],
    [{ kind: 'invalidTls', connection: 'mine', reason: 'names no file' }, /certificates .* not set up/, /"tls"/],
    [
      { kind: 'unusableCertificate', connection: 'mine', file: '/ca.pem', reason: 'no' },
      /certificate of "mine"/,
      /Nothing was sent/,
    ],
    [{ kind: 'invalidAddress', part: 'path', pointer: '/path/id', reason: 'no' }, /value of the path/, /ID/],
    [
      { kind: 'foreignOrigin', connection: 'mine', origin: 'https://evil.example', confirmed: ['https://a.example'] },
      /"mine" must not send to https:\/\/evil\.example/,
      /Nothing was sent/,
    ],
    [noReply({ kind: 'cancelled' }), /Cancelled/, /look before you send/],
    [noReply({ kind: 'cancelled' }, false), /Cancelled/, /^Try again\.$/],
    [noReply({ kind: 'cancelled' }, { lookWith: 'Get it' }), /Cancelled/, /^Look before .* with “Get it”\.$/],
    [noReply({ kind: 'brokenOff', code: 'X', detail: '' }), /was reached, and no reply came/, /^Try again\.$/],
    [noReply({ kind: 'brokenOff', code: 'X', detail: '' }, {}), /was reached/, /^Look before .* in the account/],
    [noReply({ kind: 'timedOut', phase: 'total', afterMs: 1 }, {}), /in time/, /^Look before/],
    [noReply({ kind: 'malformedReply', code: 'X', detail: '' }, {}), /no HTTP/, /^Look before/],
    [noReply({ kind: 'unreachable', code: 'X', detail: '' }, {}), /cannot be reached/, /server runs/],
    [{ kind: 'unusableToken', provider: 'x', detail: 'no' }, /No access token/, /base URL/],
    [{ kind: 'oddReply', operation: 'List them', difference: '/0/id: missing' }, /another shape/, /Send that call/],
    [tokenRefused(401), /No access token/, /^Check the credentials/],
    [tokenRefused(404), /No access token/, /^Check the base URL .* another API/],
    [tokenRefused(405), /No access token/, /^Check the base URL/],
    [tokenRefused(503), /No access token/, /^Try again later/],
    [{ kind: 'bug', detail: 'no' }, /mistake in the product/, /report/],
    [noReply({ kind: 'untrustedCertificate', code: 'X', detail: '' }), /not trusted/, /certificate authority.*caFile/],
    [{ kind: 'credentialsNotAllowed', name: 'credentials.x', pointer: '/body' }, /may not be sent/, /Remove/],
    [{ kind: 'invalidRequest', issues: [] }, /0 values/, /Nothing was sent/],
  ];
  for (const [problem, title, nextStep] of cases) {
    const of = problem.kind === 'noReply' ? problem.failure.kind : problem.kind;
    it(`says what ${of} means and what to do`, () => {
      const text = describeProblem(problem);
      assert.match(text.title, title);
      assert.match(text.nextStep, nextStep);
    });
  }

  it('counts what keeps a request from being sent, and no warnings', () => {
    const issue = { pointer: '/body/a', code: 'odd', message: 'It is odd.' };
    const issues = [{ ...issue, severity: 'error' } as const, { ...issue, severity: 'warning' } as const];
    assert.equal(describeProblem({ kind: 'invalidRequest', issues }).title, 'One value is not valid');
  });

  it('says so where it did not look for all of them', () => {
    const issue = { code: 'odd', message: 'It is odd.', severity: 'error' } as const;
    const found = Array.from({ length: 1_000 }, (_unused, index) => ({ ...issue, pointer: `/body/${index}` }));
    const problem: Problem = { kind: 'invalidRequest', issues: [...found, moreIssues('/body', 'error')] };
    const { title, cause } = describeProblem(problem);
    assert.equal(title, '1000 values or more are not valid');
    assert.match(cause, /\/body\/19: It is odd\.\nand 980 more at least$/);
  });

  const places: readonly Problem[] = [
    { kind: 'invalidRequest', issues: [{ pointer: '/body/a', code: 'odd', message: 'is odd', severity: 'error' }] },
    { kind: 'invalidAddress', part: 'path', pointer: '/body/a', reason: 'no' },
    { kind: 'unknownVariable', name: 'x', pointer: '/body/a' },
    { kind: 'credentialsNotAllowed', name: 'x', pointer: '/body/a' },
  ];
  for (const problem of places) {
    it(`names the place of ${problem.kind} as it is told to, or by its pointer`, () => {
      assert.match(describeProblem(problem).cause, /\/body\/a/);
      assert.match(describeProblem(problem, (pointer) => `<${pointer}>`).cause, /<\/body\/a>/);
    });
  }

  const causes: readonly (readonly [failure: NoReply['failure'], cause: RegExp])[] = [
    [{ kind: 'brokenOff', code: 'X', detail: 'It ended' }, /^It ended \(X\)\. It may have taken effect\.$/],
    [{ kind: 'malformedReply', code: 'X', detail: 'No HTTP' }, /^No HTTP \(X\)\. It may have taken effect\.$/],
    [{ kind: 'timedOut', phase: 'total', afterMs: 2000 }, /within 2 s\. It may have taken effect\.$/],
    [{ kind: 'tooLarge', maxBytes: 1024 * 1024 }, /more than 1 MB\. It may have taken effect\.$/],
    [{ kind: 'cancelled' }, /before a reply came\. It may have taken effect\.$/],
    [{ kind: 'unreachable', code: 'X', detail: 'No route' }, /^No route \(X\)\.$/],
    [{ kind: 'untrustedCertificate', code: 'X', detail: 'Expired' }, /^Expired \(X\)\.$/],
  ];
  for (const [failure, cause] of causes) {
    it(`says what ${failure.kind} means in whole sentences`, () => {
      assert.match(describeProblem(noReply(failure, {})).cause, cause);
    });
  }
});
