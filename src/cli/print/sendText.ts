import { countOfIssues, listedIssues } from '../../core/forms/checks/moreIssues';
import type { Reply } from '../../core/http';
import type { SigningLink } from '../../core/operation';
import type { Provider } from '../../core/provider';
import { oneLine, quotable } from '../../core/quoting/oneLine';
import { shortened } from '../../core/quoting/shortened';
import { replyBody } from '../../core/replies/body/replyBody';
import { illustrationRemarks } from '../../core/replies/illustration';
import { explainedErrors, nextStepsOf } from '../../core/replies/replyState';
import { runMasker } from '../../core/secrets/runMasker';
import { type Reading, type Run, remarksOf } from '../../core/sending/run';
import type { Paint } from '../../headless/paint';
import type { SentFile } from '../../headless/sendFile';
import { maskedBody } from '../../headless/sendReport';
import type { Surroundings } from '../surroundings';
import { describeCliProblem } from './describeCliProblem';
import { startOf } from './startOf';

export interface SendText {
  /** For standard output. */
  readonly result: string;
  /** For standard error. */
  readonly notes: string;
}

/** What a person reads. */
export function sendText(paint: Paint, result: SentFile, { isTerminal }: Pick<Surroundings, 'isTerminal'>): SendText {
  const { run, operation, problem, provider } = result;
  const title = `${operation?.title}, ${run?.environment}`;
  const sent = run?.sent
    ? `${paint.quiet(title)}\n${run.sent.method} ${run.sent.url}\n${attachmentsText(paint, run)}`
    : '';
  if (problem !== undefined) {
    const { title, cause, nextStep } = describeCliProblem(problem, result);
    const steps = run && provider ? nextStepsOf(run, provider) : [];
    const look = steps.map((step) => indent(`Look with: ${step.operation}`)).join('');
    const said = `${paint.bad(title)}\n${indent(cause)}${indent(`Next: ${nextStep}`)}${look}`;
    return { result: '', notes: `${sent}${inSpiteOfText(paint, run)}${said}` };
  }
  return {
    result: run === undefined ? '' : replyText(paint, run, provider, isTerminal),
    notes: `${sent}${inSpiteOfText(paint, run)}`,
  };
}

function replyText(paint: Paint, run: Run, provider: Provider | undefined, isTerminal: boolean): string {
  if (run.outcome.kind !== 'replied') return '';
  const { reply, reading } = run.outcome;
  const status = oneLine(`${reply.status} ${runMasker(run, provider).text(reply.statusText)}`).trim();
  const line = `${paint.bold(reading.failed ? paint.bad(status) : paint.good(status))}  ${Math.round(reply.durationMs)} ms, ${reply.bytes.length} bytes\n`;
  return [
    line,
    bodyText(reply, maskedBody(run, reply, provider), isTerminal),
    verdictText(paint, reading),
    explanationsText(paint, reading),
    [...remarksOf(reading), ...illustrationRemarks(reading.headers)]
      .map((remark) => `Note: ${oneLine(remark)}\n`)
      .join(''),
    linksText(paint, reading.links),
  ].join('');
}

function inSpiteOfText(paint: Paint, run: Run | undefined): string {
  const problems = (run?.sent && run.inSpiteOf) ?? [];
  if (problems.length === 0) return '';
  const lines = listedIssues(
    problems,
    ({ pointer, message }) => `${quotable(pointer, 300)}  ${shortened(message, 1_000)}`,
  );
  return `${paint.bad(`Sent in spite of ${countOfIssues(problems, 'problem')}:`)}\n${lines.map(indent).join('')}`;
}

function attachmentsText(paint: Paint, { attachments = [] }: Run): string {
  return attachments
    .map(({ text, warnings }) => {
      const lines = warnings.map(({ message }) => `${paint.bad('Warning:')} ${message}\n`);
      return `${paint.quiet(`Took ${text}`)}\n${lines.join('')}`;
    })
    .join('');
}

function bodyText(reply: Reply, text: string, isTerminal: boolean): string {
  if (replyBody(reply).kind === 'binary') {
    return 'The body is no text: it is not printed, and nothing keeps it. The reply panel of the editor can save it.\n';
  }
  if (text === '') return '';
  return isTerminal ? startOf(text) : `${text}\n`;
}

/** Who speaks, when to try again, and what to look with. */
function verdictText(paint: Paint, { general, nextSteps, verdict }: Reading): string {
  const words = general.map(
    ({ title, cause, nextStep }) => `\n${paint.bold(oneLine(title))}\n${indent(cause)}${indent(`Next: ${nextStep}`)}`,
  );
  const looks = verdict.kind === 'foreign' ? nextSteps.map(({ operation }) => indent(`Look with: ${operation}`)) : [];
  return [...words, ...looks].join('');
}

function explanationsText(paint: Paint, reading: Reading): string {
  return explainedErrors(reading)
    .map(({ error, failure }) => {
      const mend = failure.mendedBy === undefined ? '' : indent(`Mended by: ${failure.mendedBy}`);
      const title = paint.bold(oneLine(error.message ?? failure.message));
      return `\n${title}\n${indent(failure.meaning)}${indent(`Next: ${failure.nextStep}`)}${mend}`;
    })
    .join('');
}

function linksText(paint: Paint, links: readonly SigningLink[]): string {
  if (links.length === 0) return '';
  const lines = links.map(({ url, recipient, opens, expiresAt, singleUse }) => {
    const facts = [
      recipient,
      opens,
      expiresAt === undefined ? undefined : `until ${new Date(expiresAt).toLocaleString()}`,
      singleUse ? 'for one use' : undefined,
    ].filter((fact) => fact !== undefined);
    return `${facts.length === 0 ? '' : `  ${oneLine(facts.join(', '))}\n`}  ${oneLine(url)}\n`;
  });
  const kind = links.some(({ opens }) => opens === undefined) ? 'Signing link' : 'Link';
  return `\n${paint.bold(links.length === 1 ? kind : `${kind}s`)}\n${lines.join('')}`;
}

function indent(text: string): string {
  return text
    .split('\n')
    .map((line) => `  ${line}\n`)
    .join('');
}
