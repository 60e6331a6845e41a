import { sizeText } from '../../core/attachments/attachment';
import { countOfIssues, listedIssues } from '../../core/forms/checks/moreIssues';
import { type Reply, sizeOf } from '../../core/http';
import type { SigningLink } from '../../core/operation';
import { oneLine, quotable } from '../../core/quoting/oneLine';
import { shortened } from '../../core/quoting/shortened';
import { replyBody } from '../../core/replies/body/replyBody';
import { headerRemarks } from '../../core/replies/headerRemarks';
import { explainedErrors, nextStepsOf, rewrittenRemarks } from '../../core/replies/replyState';
import { runMasker } from '../../core/secrets/runMasker';
import { linkOwner } from '../../core/sending/rewriting/rewrittenWords';
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

export interface Printing extends Pick<Surroundings, 'isTerminal'> {
  /** The file that was named for the body. */
  readonly out?: string | undefined;
}

/** What a person reads. */
export function sendText(paint: Paint, result: SentFile, printing: Printing): SendText {
  const { run, operation, problem, provider } = result;
  const title = `${operation?.title}, ${run?.environment}`;
  const sent = run?.sent
    ? `${paint.quiet(title)}\n${uncheckedText(paint, run)}${run.sent.method} ${run.sent.url}\n${attachmentsText(paint, run)}${recipientsText(run)}`
    : '';
  if (problem !== undefined) {
    const { title, cause, nextStep } = describeCliProblem(problem, result);
    const steps = run && provider ? nextStepsOf(run, provider) : [];
    const look = steps.map((step) => indent(`Look with: ${step.operation}`)).join('');
    const said = `${paint.bad(title)}\n${indent(cause)}${indent(`Next: ${nextStep}`)}${look}`;
    return { result: '', notes: `${sent}${inSpiteOfText(paint, run)}${said}` };
  }
  return {
    result: run === undefined ? '' : replyText(paint, run, result, printing),
    notes: `${sent}${inSpiteOfText(paint, run)}`,
  };
}

function replyText(paint: Paint, run: Run, { provider, isWritten }: SentFile, { isTerminal, out }: Printing): string {
  if (run.outcome.kind !== 'replied') return '';
  const { reply, reading } = run.outcome;
  const status = oneLine(`${reply.status} ${runMasker(run, provider).text(reply.statusText)}`).trim();
  const line = `${paint.bold(reading.failed ? paint.bad(status) : paint.good(status))}  ${Math.round(reply.durationMs)} ms, ${sizeOf(reply)} bytes\n`;
  return [
    line,
    isWritten === undefined
      ? bodyText(reply, maskedBody(run, reply, provider), isTerminal)
      : writtenText(reply, isWritten, out ?? ''),
    verdictText(paint, reading),
    explanationsText(paint, reading),
    [...remarksOf(reading), ...headerRemarks(reading)].map((remark) => `Note: ${oneLine(remark)}\n`).join(''),
    linksText(paint, reading.links),
  ].join('');
}

function uncheckedText(paint: Paint, { isUnchecked }: Run): string {
  return isUnchecked ? `${paint.bad('Certificates are not checked: whoever answers is believed.')}\n` : '';
}

function inSpiteOfText(paint: Paint, run: Run | undefined): string {
  const problems = (run?.sent && run.inSpiteOf) ?? [];
  if (problems.length === 0) return '';
  const lines = listedIssues(
    problems,
    ({ pointer, message }) => `${quotable(pointer, 300)}  ${shortened(message, 1_000)}`,
  );
  return `${paint.bad(`Sent in spite of ${countOfIssues(problems)}:`)}\n${lines.map(indent).join('')}`;
}

function recipientsText(run: Run): string {
  return rewrittenRemarks(run)
    .map((remark) => `${oneLine(remark)}\n`)
    .join('');
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
    return 'The body is no text: it is not printed, and nothing keeps it. --out FILE writes it to a file.\n';
  }
  if (text === '') return '';
  const printed = isTerminal ? startOf(text) : `${text}\n`;
  return reply.whole === undefined ? printed : `${printed}… this is the beginning; --out FILE writes all of it\n`;
}

function writtenText(reply: Reply, isWritten: boolean, out: string): string {
  if (!isWritten)
    return `The body could not be written to ${out}: the disk may be full, or the folder may not be written.\n`;
  return `The body (${sizeText(sizeOf(reply))}) is in ${out} as it came: secrets in it are not masked.\n`;
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
  const lines = links.map(({ url, recipient, inPlaceOf, opens, expiresAt, singleUse }) => {
    const facts = [
      linkOwner({ recipient, inPlaceOf }),
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
