import { failureLines, problemLines } from '../../../core/reports/failureLines';
import type { StepReport, WorkflowReport } from '../../../headless/scenarios/scenarioReport';
import type { RunReport } from './runReport';

/**
 * JUnit as the schema that Jenkins checks reports against has it: a suite for each workflow, a case for each step. The
 * `junit` of `node:test/reporters` takes these results as events, but in Node 20 and 24 it writes attributes that the
 * schema refuses (`disabled`, `failure` and `file` of a case), keeps characters that XML does not have, with which nobody
 * reads the report, escapes quotes twice, and has no counts and times of the whole.
 */
export function junitText({ workflows }: RunReport): string {
  const suites = workflows.map(suiteOf);
  const durationMs = workflows.reduce((sum, workflow) => sum + workflow.durationMs, 0);
  const counts = countsOf(suites.flatMap(({ cases }) => cases));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    startTag('testsuites', { name: 'esign run', time: seconds(durationMs), ...counts }),
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly name: string;
  readonly file: string;
  readonly durationMs: number;
  readonly cases: readonly Case[];
}

interface Case {
  readonly name: string;
  readonly className: string;
  readonly durationMs: number;
  readonly result:
    | { readonly kind: 'passed' }
    | { readonly kind: 'skipped'; readonly why: string }
    | { readonly kind: 'failed'; readonly lines: readonly string[] };
}

function suiteOf(workflow: WorkflowReport): Suite {
  const { file, workflowId, durationMs, steps } = workflow;
  // Readers of JUnit group by what stands in front of the last point.
  const className = `${file}.${workflowId}`;
  const cases = [...startOf(workflow), ...steps.map(caseOf)];
  return { name: workflowId, file, durationMs, cases: cases.map((one) => ({ ...one, className })) };
}

/** A suite has no failure of its own. */
function startOf({ said, outcome }: WorkflowReport): readonly Omit<Case, 'className'>[] {
  if (said === undefined) return [];
  const result =
    outcome === 'skipped'
      ? ({ kind: 'skipped', why: said.title } as const)
      : ({ kind: 'failed', lines: problemLines(said) } as const);
  return [{ name: 'start', durationMs: 0, result }];
}

function caseOf(step: StepReport): Omit<Case, 'className'> {
  const { stepId: name, durationMs } = step;
  return { name, durationMs, result: resultOf(step) };
}

function resultOf(step: StepReport): Case['result'] {
  if (step.outcome === 'passed') return { kind: 'passed' };
  if (step.outcome === 'skipped') return { kind: 'skipped', why: 'not reached' };
  if (step.handledBy !== undefined) return { kind: 'skipped', why: `failed, and "${step.handledBy}" went on` };
  return { kind: 'failed', lines: failureLines(step) };
}

function suiteLines({ name, file, durationMs, cases }: Suite): readonly string[] {
  const { tests, failures, errors } = countsOf(cases);
  const skipped = cases.filter(({ result }) => result.kind === 'skipped').length;
  const attributes = { name, file, time: seconds(durationMs), tests, failures, errors, skipped };
  return [`  ${startTag('testsuite', attributes)}`, ...cases.flatMap(caseLines), '  </testsuite>'];
}

function caseLines({ name, className, durationMs, result }: Case): readonly string[] {
  const start = startTag('testcase', { name, classname: className, time: seconds(durationMs) });
  switch (result.kind) {
    case 'passed':
      return [`    ${start}</testcase>`];
    case 'skipped':
      return [`    ${start}`, `      ${startTag('skipped', { message: result.why })}</skipped>`, '    </testcase>'];
    case 'failed': {
      const failure = startTag('failure', { message: result.lines[0] ?? 'The step failed.' });
      return [`    ${start}`, `      ${failure}${escaped(result.lines.join('\n'))}</failure>`, '    </testcase>'];
    }
  }
}

function countsOf(cases: readonly Case[]) {
  const failures = cases.filter(({ result }) => result.kind === 'failed').length;
  return { tests: cases.length, failures, errors: 0 };
}

function startTag(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return `<${name}${written.join('')}>`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}

/** Of text and attributes alike. XML has no way to write some characters. */
function escaped(text: string): string {
  return text.replace(notInXml, '\ufffd').replace(/[&<>"]/g, (mark) => references[mark] ?? mark);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 does not have.
const notInXml = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu;

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
