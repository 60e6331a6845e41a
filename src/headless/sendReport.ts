import type { Attachment } from '../core/attachments/attachment';
import { type HttpRequest, type Reply, replyText, sizeOf } from '../core/http';
import { deepestReply, isDeeperThan } from '../core/nesting';
import type { SigningLink } from '../core/operation';
import type { Problem } from '../core/problems/problem';
import type { Provider } from '../core/provider';
import { type Difference, nameOfKind } from '../core/replies/judging/difference';
import { explainedErrors, nextStepsOf } from '../core/replies/replyState';
import { runMasker } from '../core/secrets/runMasker';
import type { Reading, Run, SendOutcome } from '../core/sending/run';
import type { ProblemText } from '../protocol/reply';
import { fileIssue } from './fileIssue';
import type { SentFile } from './sendFile';

type Replied = Extract<SendOutcome, { kind: 'replied' }>;

/** Says a problem to whoever reads the report. */
export type DescribeProblem = (problem: Problem, sent: SentFile) => ProblemText;

/** What came of a request file as data: secrets masked everywhere, only the links are whole. */
export function sendReport(file: string, sent: SentFile, describe: DescribeProblem, bodies = bodiesOf(sent)) {
  const { provider, run, problem } = sent;
  const replied = run?.outcome.kind === 'replied' ? run.outcome : undefined;
  return {
    request: run?.sent ? requestReport(run.sent, bodies) : null,
    attachments: (run?.attachments ?? []).map((attachment) => attachmentReport(file, attachment)),
    reply: replied ? replyReport(replied, bodies, sent.isWritten) : null,
    recipients: (run?.recipients ?? []).map(({ from, to }) => ({ from, to: to ?? null })),
    inSpiteOf: run ? run.inSpiteOf.map((issue) => fileIssue(file, issue)) : [],
    links: replied ? replied.reading.links.map(linkReport) : [],
    problem: problem ? { ...problemReport(file, problem), ...describe(problem, sent) } : null,
    explanations: replied ? explanationReports(replied.reading) : [],
    moreErrors: replied ? replied.reading.moreErrors : 0,
    verdict: replied ? verdictReport(replied.reading) : null,
    lookWith: run && provider ? lookReport(run, provider) : null,
  };
}

/** The texts of the bodies as they may be printed. */
export interface BodyTexts {
  readonly sent: string;
  readonly received: string;
}

/** Masking a large one takes as long as all else that is done with it. */
export function bodiesOf({ run, provider }: SentFile): BodyTexts {
  const received = run?.outcome.kind === 'replied' ? maskedBody(run, run.outcome.reply, provider) : '';
  return { sent: run?.sent?.body?.text ?? '', received };
}

/** Laid out where it is JSON, with everything spelled as it came. */
export function maskedBody(run: Run, reply: Reply, provider: Provider | undefined): string {
  return runMasker(run, provider).body(replyText(reply), { side: 'reply', indent: 2 }).text;
}

function requestReport({ method, url, headers }: HttpRequest, { sent }: BodyTexts) {
  return { method, url, headers, body: jsonOrText(sent) };
}

function attachmentReport(file: string, { pointer, path, name, mediaType, size, kind, warnings }: Attachment) {
  return {
    path: pointer,
    file: path ?? null,
    name,
    mediaType,
    size,
    kind,
    warnings: warnings.map((warning) => fileIssue(file, warning)),
  };
}

function replyReport({ reply, reading }: Replied, { received }: BodyTexts, isWritten = false) {
  const { status, durationMs, whole } = reply;
  return {
    status,
    headers: reading.headers,
    body: jsonOrText(received),
    durationMs: Math.round(durationMs),
    size: sizeOf(reply),
    isCut: whole !== undefined,
    isWritten,
  };
}

function linkReport({ url, recipient, inPlaceOf, expiresAt }: SigningLink) {
  return {
    url,
    recipient: recipient ?? null,
    inPlaceOf: inPlaceOf ?? null,
    expiresAt: expiresAt === undefined ? null : new Date(expiresAt).toISOString(),
  };
}

function problemReport(file: string, problem: Problem) {
  return problem.kind === 'invalidRequest'
    ? { ...problem, issues: problem.issues.map((issue) => fileIssue(file, issue)) }
    : problem;
}

/** Those of the provider's failures first, then what is said whoever the provider is. */
function explanationReports(reading: Reading) {
  return [
    ...explainedErrors(reading).map(({ failure }) => explanationReport(failure)),
    ...reading.general.map(({ kind, title, cause, nextStep }) => ({
      failure: null,
      kind,
      code: null,
      message: title,
      meaning: cause,
      nextStep,
      mendedBy: null,
      source: null,
      illustrative: false,
      illustrativeParts: [],
    })),
  ];
}

/** As ever: the codes are for what is shown in other languages, too. */
function inWords({ found, documented, ...difference }: Difference) {
  return {
    ...difference,
    found: nameOfKind(found),
    documented: documented === null ? null : nameOfKind(documented),
  };
}

function verdictReport({ verdict }: Reading) {
  return verdict.kind === 'answer'
    ? { isAnswer: true, departures: verdict.departures, differences: verdict.differences.map(inWords) }
    : { isAnswer: false, what: verdict.what, departures: [], differences: [] };
}

/** The operation that shows whether a call took effect whose answer did not come. */
function lookReport(run: Run, provider: Provider): string | null {
  const { outcome } = run;
  const isUnsure = outcome.kind === 'failed' || outcome.reading.verdict.kind === 'foreign';
  return (isUnsure && nextStepsOf(run, provider)[0]?.operation) || null;
}

function explanationReport({ id, code, mendedBy, illustrative, ...failure }: Provider['failures'][number]) {
  const { message, meaning, nextStep, source } = failure;
  return {
    failure: id,
    code: code ?? null,
    message,
    meaning,
    nextStep,
    mendedBy: mendedBy ?? null,
    source,
    illustrative: illustrative !== undefined,
    illustrativeParts: illustrative ?? [],
  };
}

function jsonOrText(text: string): unknown {
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    // Printing would run out of stack.
    return isDeeperThan(deepestReply, value) ? text : value;
  } catch {
    // A form, a file or an error page: printed as it is.
    return text;
  }
}
