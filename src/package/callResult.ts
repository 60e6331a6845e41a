import type { Reply } from '../core/http';
import type { SigningLink } from '../core/operation';
import { describeProblem } from '../core/problems/describeProblem';
import type { Problem } from '../core/problems/problem';
import type { Provider } from '../core/provider';
import { replyBody } from '../core/replies/body/replyBody';
import { headerRemarks } from '../core/replies/headerRemarks';
import { runMasker } from '../core/secrets/runMasker';
import { type Reading, type RecognisedError, type Run, remarksOf } from '../core/sending/run';
import type { Issue } from '../protocol/form';
import type { CallProblem, CallRefusal, CallResult, FoundLink, ReplyExplanation, ValueIssue } from './types/client.js';

/** What came of a call, for a program: the reply as it came, whose tokens and links it may need. */
export function resultOf(run: Run, provider: Provider | undefined): CallResult<unknown> {
  if (run.outcome.kind === 'failed') return problemResult(run.outcome.problem);
  const { reply, reading } = run.outcome;
  const received = {
    status: reply.status,
    headers: reply.headers,
    body: bodyOf(reply),
    remarks: [...remarksOf(reading), ...headerRemarks(reading)],
    durationMs: reply.durationMs,
  };
  if (!reading.failed && reading.verdict.kind === 'answer') {
    return { kind: 'succeeded', ...received, links: reading.links.map(foundLink) };
  }
  const masker = runMasker(run, provider);
  // These end up in messages, which are printed and kept.
  return { kind: 'refused', ...received, explanations: masker.value(explanationsOf(reading)) };
}

/** A call that was not sent, or not answered. */
export function problemResult(problem: Problem): CallProblem {
  const { title, cause, nextStep } = describeProblem(problem);
  const issues = problem.kind === 'invalidRequest' ? problem.issues.map(valueIssue) : [];
  return { kind: 'failed', problem: problem.kind, title, cause, nextStep, issues };
}

/** A file is its bytes, and nothing is undefined. */
function bodyOf(reply: Reply): unknown {
  const body = replyBody(reply);
  switch (body.kind) {
    case 'json':
      return body.value;
    case 'text':
      return body.text;
    case 'binary':
      return reply.bytes;
    case 'empty':
      return undefined;
  }
}

function foundLink({ url, recipient, expiresAt }: SigningLink): FoundLink {
  return {
    url,
    ...(recipient !== undefined && { recipient }),
    ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }),
  };
}

function explanationsOf({ errors, general }: Reading): CallRefusal['explanations'] {
  return [
    ...errors.map(explanationOf),
    ...general.map(({ title, cause, nextStep }) => ({ message: title, meaning: cause, nextStep })),
  ];
}

function explanationOf({ error, failure }: RecognisedError): ReplyExplanation {
  const code = error.code ?? failure?.code;
  return {
    ...(code !== undefined && { code }),
    message: error.message ?? failure?.message ?? '',
    meaning: failure?.meaning ?? '',
    nextStep: failure?.nextStep ?? '',
    ...(failure !== undefined && { source: failure.source }),
  };
}

function valueIssue({ pointer, code, message, severity }: Issue): ValueIssue {
  return { path: pointer, code, message, severity };
}
