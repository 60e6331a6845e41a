import type { Attachment } from '../core/attachments/attachment';
import { type HttpRequest, type Reply, replyText } from '../core/http';
import type { Operation, SigningLink } from '../core/operation';
import type { Problem, ProblemKind } from '../core/problem';
import type { Provider } from '../core/provider';
import { isTooDeep } from '../core/replies/nesting';
import { explainedErrors, nextStepsOf } from '../core/replies/replyState';
import { runMasker } from '../core/secrets/runMasker';
import type { Reading, Run } from '../core/sending/run';
import { type CliPlace, describeCliProblem } from './describeCliProblem';
import { fileIssue } from './fileIssue';

/** What came of a request file: a run, or the problem before there could be one. */
export interface SendResult extends CliPlace {
  readonly operation: Operation | undefined;
  readonly run: Run | undefined;
  readonly problem: Problem | undefined;
}

/** What `--json` prints: secrets masked everywhere, only the links are whole. */
export function sendReport(file: string, result: SendResult) {
  const { provider, run, problem } = result;
  const replied = run?.outcome.kind === 'replied' ? run.outcome : undefined;
  return {
    request: run?.sent ? requestReport(run.sent) : null,
    attachments: (run?.attachments ?? []).map((attachment) => attachmentReport(file, attachment)),
    reply: run && replied ? replyReport(run, replied.reply, provider) : null,
    inSpiteOf: run ? run.inSpiteOf.map((issue) => fileIssue(file, issue)) : [],
    links: replied ? replied.reading.links.map(linkReport) : [],
    problem: problem ? problemReport(file, problem, result) : null,
    explanations: replied ? explanationReports(replied.reading) : [],
    verdict: replied ? verdictReport(replied.reading) : null,
    lookWith: run && provider ? lookReport(run, provider) : null,
  };
}

/** Problems that the request itself has; all others kept a reply from coming. */
const invalid: ReadonlySet<ProblemKind> = new Set<ProblemKind>([
  'unreadableRequest',
  'unknownOperation',
  'invalidRequest',
  'unknownConnection',
  'invalidBaseUrl',
  'invalidPathPrefix',
  'invalidAddress',
  'unsendableBody',
  'unknownVariable',
  'credentialsNotAllowed',
  'malformedCredential',
  'unreadableFile',
]);

export function exitCodeOf({ run, problem }: SendResult): number {
  if (problem?.kind === 'unanswered') return 4;
  if (problem !== undefined) return invalid.has(problem.kind) ? 2 : 3;
  const reading = run?.outcome.kind === 'replied' ? run.outcome.reading : undefined;
  const succeeded = reading?.failed === false && reading.verdict.kind === 'answer';
  return succeeded ? 0 : 1;
}

/** The texts of the bodies as they may be printed. */
export function bodiesOf({ run, provider }: SendResult): { readonly sent: string; readonly received: string } {
  const received = run?.outcome.kind === 'replied' ? maskedBody(run, run.outcome.reply, provider) : '';
  return { sent: run?.sent?.body?.text ?? '', received };
}

/** Laid out where it is JSON, with everything spelled as it came. */
export function maskedBody(run: Run, reply: Reply, provider: Provider | undefined): string {
  return runMasker(run, provider).body(replyText(reply), { side: 'reply', indent: 2 }).text;
}

function requestReport({ method, url, headers, body }: HttpRequest) {
  return { method, url, headers, body: jsonOrText(body?.text ?? '') };
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

function replyReport(run: Run, reply: Reply, provider: Provider | undefined) {
  const headers = run.outcome.kind === 'replied' ? run.outcome.reading.headers : {};
  const body = jsonOrText(maskedBody(run, reply, provider));
  return { status: reply.status, headers, body, durationMs: Math.round(reply.durationMs) };
}

function linkReport({ url, recipient, expiresAt }: SigningLink) {
  return {
    url,
    recipient: recipient ?? null,
    expiresAt: expiresAt === undefined ? null : new Date(expiresAt).toISOString(),
  };
}

function problemReport(file: string, problem: Problem, place: CliPlace) {
  const facts =
    problem.kind === 'invalidRequest' ? { issues: problem.issues.map((issue) => fileIssue(file, issue)) } : {};
  return { ...problem, ...facts, ...describeCliProblem(problem, place) };
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
    })),
  ];
}

function verdictReport({ verdict }: Reading) {
  return verdict.kind === 'answer'
    ? { isAnswer: true, departures: verdict.departures }
    : { isAnswer: false, what: verdict.what, departures: [] };
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
    illustrative: illustrative === true,
  };
}

function jsonOrText(text: string): unknown {
  if (text === '') return null;
  try {
    const value: unknown = JSON.parse(text);
    // Printing would run out of stack.
    return isTooDeep(value) ? text : value;
  } catch {
    // A form, a file or an error page: printed as it is.
    return text;
  }
}
