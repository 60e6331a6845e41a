import { junit } from 'node:test/reporters';
import type { StepReport, WorkflowReport } from '../../../headless/scenarios/scenarioReport';
import { failureLines, problemLines } from './failureText';
import type { RunReport } from './runReport';

/** JUnit as the test runner of Node writes it: a suite for each file and workflow, a case for each step. */
export async function junitText({ workflows }: RunReport): Promise<string> {
  const parts: string[] = [];
  for await (const part of junit(events(workflows))) parts.push(String(part));
  return parts.join('');
}

type ReporterSource = Parameters<typeof junit>[0];
type ReporterEvent = ReporterSource extends AsyncIterable<infer Event> ? Event : never;

async function* events(workflows: readonly WorkflowReport[]): ReporterSource {
  for (const file of new Set(workflows.map((workflow) => workflow.file))) {
    const own = workflows.filter((workflow) => workflow.file === file);
    yield started(file, 0);
    for (const workflow of own) yield* workflowEvents(workflow);
    const failed = own.some(({ outcome }) => outcome === 'failed');
    const durationMs = own.reduce((sum, workflow) => sum + workflow.durationMs, 0);
    yield ended({
      name: file,
      nesting: 0,
      durationMs,
      isSuite: true,
      failure: failed ? 'A workflow failed.' : undefined,
    });
  }
}

async function* workflowEvents({ workflowId, steps, outcome, said, durationMs }: WorkflowReport): ReporterSource {
  yield started(workflowId, 1);
  if (said !== undefined) {
    // A suite has no failure of its own.
    yield started('start', 2);
    const why = problemLines(said).join('\n');
    const isSkipped = outcome === 'skipped';
    yield ended({
      name: 'start',
      nesting: 2,
      durationMs: 0,
      failure: isSkipped ? undefined : why,
      skip: isSkipped ? said.title : undefined,
    });
  }
  for (const step of steps) {
    yield started(step.stepId, 2);
    yield stepEnded(step);
  }
  yield ended({
    name: workflowId,
    nesting: 1,
    durationMs,
    isSuite: true,
    failure: outcome === 'failed' ? 'A step failed.' : undefined,
  });
}

function stepEnded(step: StepReport): ReporterEvent {
  const { stepId: name, outcome, durationMs, handledBy } = step;
  const base = { name, nesting: 2, durationMs };
  if (outcome === 'skipped') return ended({ ...base, skip: 'not reached' });
  if (outcome === 'passed') return ended(base);
  if (handledBy !== undefined) return ended({ ...base, skip: `failed, and "${handledBy}" went on` });
  return ended({ ...base, failure: failureLines(step).join('\n') });
}

function started(name: string, nesting: number): ReporterEvent {
  return { type: 'test:start', data: { name, nesting } };
}

interface Ended {
  readonly name: string;
  readonly nesting: number;
  readonly durationMs: number;
  readonly isSuite?: true;
  readonly failure?: string | undefined;
  readonly skip?: string | undefined;
}

function ended({ name, nesting, durationMs, isSuite, failure, skip }: Ended): ReporterEvent {
  const details = { duration_ms: durationMs, ...(isSuite && { type: 'suite' as const }) };
  const data = { name, nesting, testNumber: 1, ...(skip !== undefined && { skip }) };
  if (failure === undefined) return { type: 'test:pass', data: { ...data, details } };
  const failed = { ...details, error: withoutStack(failure) };
  return { type: 'test:fail', data: { ...data, details: failed } };
}

/** As the runner has it for a test of its own. The stack would be of this program. */
function withoutStack(message: string): Error & { readonly cause: Error; readonly failureType: string } {
  const cause = new Error(message);
  cause.stack = message;
  const error = Object.assign(new Error(message, { cause }), { cause, failureType: 'testCodeFailure' });
  error.stack = message;
  return error;
}
