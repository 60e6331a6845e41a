import path from 'node:path';
import { shortened } from '../../core/quoting/shortened';
import { explainedErrors } from '../../core/replies/replyState';
import type { Home } from '../../core/scenarios/linking/linkedScenario';
import type { Outcome, StepResult, WorkflowResult } from '../../core/scenarios/running/result';
import { type Masker, maskerOf } from '../../core/secrets/masker';
import { sortSecrets } from '../../core/secrets/sortSecrets';
import type { Run } from '../../core/sending/run';
import type { ProblemText } from '../../protocol/reply';
import type { ScenarioResult } from './scenarioResult';

/** What came of a workflow as data: secrets and links masked everywhere. */
export interface WorkflowReport {
  readonly file: string;
  readonly line: number;
  readonly workflowId: string;
  readonly outcome: Outcome;
  readonly durationMs: number;
  readonly said: ProblemText | undefined;
  /** Those of workflows that steps run stand before them, as `step/inner step`. */
  readonly steps: readonly StepReport[];
}

export interface StepReport {
  readonly stepId: string;
  readonly title: string;
  /** Another one than its workflow's where it is of a workflow that a step runs. */
  readonly file: string;
  readonly line: number;
  readonly outcome: Outcome;
  readonly durationMs: number;
  readonly attempts: number;
  readonly checks: readonly CriterionReport[];
  readonly said: ProblemText | undefined;
  /** What the errors of the reply mean, where it was not meant to have any. */
  readonly explained: readonly ProblemText[];
  readonly handledBy: string | undefined;
  /** `POST https://…`, of the last attempt. */
  readonly sent: string | undefined;
  readonly status: number | undefined;
}

export interface CriterionReport {
  readonly condition: string;
  readonly line: number;
  readonly passed: boolean;
  /** null for nothing. */
  readonly actual: unknown;
}

export function workflowReport({ file, result }: ScenarioResult): WorkflowReport {
  const masker = maskerOf(sortSecrets(result.secrets), undefined);
  const context = { file, masker };
  return {
    file: fileOf(file, result.home),
    line: lineOf(result.home, result.pointer),
    workflowId: result.workflowId,
    outcome: result.outcome,
    durationMs: Math.round(result.durationMs),
    said: masked(masker, result.said),
    steps: stepReports(context, result, ''),
  };
}

export interface ReportContext {
  /** Of the scenario. */
  readonly file: string;
  readonly masker: Masker;
}

function stepReports(context: ReportContext, { steps }: WorkflowResult, prefix: string): readonly StepReport[] {
  return steps.flatMap((step) => {
    const inner = step.inner === undefined ? [] : stepReports(context, step.inner, `${prefix}${step.stepId}/`);
    return [...inner, stepReport(context, step, prefix)];
  });
}

/** `prefix`: the steps that run the workflow that it belongs to. */
export function stepReport({ file, masker }: ReportContext, step: StepResult, prefix = ''): StepReport {
  const { run, home } = step;
  return {
    stepId: `${prefix}${step.stepId}`,
    title: step.title,
    file: fileOf(file, home),
    get line() {
      return lineOf(home, step.pointer);
    },
    outcome: step.outcome,
    durationMs: Math.round(step.durationMs),
    attempts: step.attempts,
    checks: step.checks.map(({ condition, pointer, passed, actual }) => ({
      condition,
      get line() {
        return lineOf(home, pointer);
      },
      passed,
      actual: shownActual(masker, actual),
    })),
    said: masked(masker, step.said),
    explained: step.outcome === 'failed' && run !== undefined ? explanations(run) : [],
    handledBy: step.handledBy,
    sent: run?.sent && `${run.sent.method} ${masker.text(run.sent.url)}`,
    status: run?.outcome.kind === 'replied' ? run.outcome.reply.status : undefined,
  };
}

function explanations({ outcome }: Run): readonly ProblemText[] {
  if (outcome.kind === 'failed') return [];
  const known = explainedErrors(outcome.reading).map(({ error, failure: { message, meaning, nextStep } }) => ({
    title: error.message ?? message,
    cause: meaning,
    nextStep,
  }));
  return [...known, ...outcome.reading.general];
}

function lineOf({ source }: Home, pointer: string): number {
  return source.placeOf(pointer).line;
}

/** A workflow of another file is named from where the scenario is. */
function fileOf(scenario: string, { file }: Home): string {
  return file === undefined ? scenario : path.join(path.dirname(scenario), file).replaceAll('\\', '/');
}

/** In characters: what is longer is a whole body, and nobody reads it in a report. */
const longestActual = 1_000;

function shownActual(masker: Masker, actual: unknown): unknown {
  if (actual === undefined || actual === null) return null;
  if (typeof actual === 'string') return shortened(masker.text(actual), longestActual);
  const value = masker.value(actual);
  const text = JSON.stringify(value);
  return text.length > longestActual ? shortened(text, longestActual) : value;
}

function masked(masker: Masker, said: ProblemText | undefined): ProblemText | undefined {
  return said && { ...said, title: masker.text(said.title), cause: masker.text(said.cause) };
}
