import type { Journey, JourneyOutcome, JourneyStep } from '../../../protocol/pages/journey';
import { maskerOf } from '../../secrets/masker';
import { sortSecrets } from '../../secrets/sortSecrets';
import type { Run, Secret } from '../../sending/run';
import type { LinkedScenario, LinkedWorkflow } from '../linking/linkedScenario';
import type { Outcome, StepResult, WorkflowResult } from '../running/result';
import type { StepPlace } from '../running/runWatch';
import { actsOf } from './actsOf';
import { type JourneyRow, rowsOf } from './journeyRows';
import { type Act, inLanes } from './participants';
import { factsOf, replyStatusOf } from './runFacts';
import { shownRow } from './shownRow';

/** What became of a row. */
interface RowState {
  readonly status: JourneyStep['status'];
  readonly startedAt?: number;
  readonly durationMs?: number;
  readonly attempts: number;
  readonly rounds: number;
  /** With what was sent, and who answered; whole replies are not kept. */
  readonly acts?: readonly Act[] | undefined;
  readonly runId?: string | undefined;
  readonly replyStatus?: number | undefined;
  readonly why: readonly string[];
}

const untouched: RowState = { status: 'planned', attempts: 0, rounds: 0, why: [] };

/** The workflow that runs at a depth, and its step. */
interface Frame {
  readonly workflowId: string;
  readonly within: readonly string[];
  stepId: string;
}

/** The picture of one workflow: what it will do, and, while it runs and after, what it did. */
export class JourneyPicture {
  readonly #file: string;
  readonly #scenario: LinkedScenario;
  readonly #workflow: LinkedWorkflow;
  #rows: readonly JourneyRow[];
  readonly #states = new Map<string, RowState>();
  readonly #frames: Frame[] = [];
  #secrets: readonly Secret[] = [];
  #outcome: JourneyOutcome = 'planned';
  #startedAt: number | undefined;
  #durationMs: number | undefined;
  #why: readonly string[] = [];

  /** `file`: its name. */
  constructor(file: string, scenario: LinkedScenario, workflow: LinkedWorkflow) {
    this.#file = file;
    this.#scenario = scenario;
    this.#workflow = workflow;
    this.#rows = rowsOf(scenario, workflow);
  }

  /** Of this workflow, of one that it runs, or of another, which changes nothing. */
  stepStarted({ workflow, step: { stepId } }: StepPlace, attempt: number, now: number): void {
    if (!this.#enter(workflow, stepId)) return;
    if (this.#startedAt === undefined) this.#startedAt = now;
    this.#outcome = 'running';
    const before = this.#stateAt(this.#path());
    const startedAt = attempt > 1 ? (before.startedAt ?? now) : now;
    this.#states.set(keyOf(this.#path()), {
      ...untouched,
      status: 'running',
      startedAt,
      attempts: attempt,
      rounds: attempt > 1 ? before.rounds : before.rounds + 1,
    });
  }

  /** `why`: what is said of its failure, masked. */
  stepEnded({ workflow, step: { stepId }, secrets }: StepPlace, result: StepResult, why: readonly string[]): void {
    this.#secrets = secrets;
    if (!this.#enter(workflow, stepId)) return;
    const { outcome, durationMs, attempts, run } = result;
    this.#states.set(keyOf(this.#path()), {
      ...this.#stateAt(this.#path()),
      status: outcome === 'failed' && result.handledBy !== undefined ? 'handled' : outcome,
      durationMs,
      attempts,
      acts: run && this.#actsWith(run),
      runId: run?.id,
      replyStatus: run && replyStatusOf(run),
      why,
    });
  }

  /** `why`: what is said of it where no step says it, masked. Steps that were not reached were skipped. */
  ended(
    { outcome, durationMs, secrets }: Pick<WorkflowResult, 'outcome' | 'durationMs' | 'secrets'>,
    why: readonly string[],
  ): void {
    this.#end(outcome, why);
    this.#secrets = secrets;
    this.#durationMs = durationMs;
  }

  /** The run is over, and nothing was said of this workflow, for it was run by another one, or only a part of it. */
  left(): void {
    if (this.#outcome !== 'running') return;
    const statuses = [...this.#states.values()].map(({ status }) => status);
    this.#end(statuses.includes('failed') ? 'failed' : 'passed', []);
  }

  /** Id of the run whose reply belongs to a step. */
  runAt(index: number): string | undefined {
    const row = this.#rows[index];
    return row && this.#stateAt(row.path).runId;
  }

  /** The step, by the workflow in which it stands. */
  placeAt(index: number): { readonly workflowId: string; readonly stepId: string } | undefined {
    const row = this.#rows[index];
    return row && { workflowId: row.workflow.workflowId, stepId: row.step.stepId };
  }

  journey(): Journey {
    const states = this.#rows.map(({ path }) => this.#stateAt(path));
    const { lanes, acts } = inLanes(this.#rows.map((row, index) => states[index]?.acts ?? actsOf(row.step, row.facts)));
    const masker = maskerOf(sortSecrets(this.#secrets), undefined);
    const { workflowId, summary } = this.#workflow;
    return {
      kind: 'journey',
      file: this.#file,
      workflowId,
      workflows: this.#scenario.workflows.map((one) => one.workflowId),
      summary: summary?.trim() ?? '',
      outcome: this.#outcome,
      why: this.#why,
      startedAt: this.#startedAt === undefined ? undefined : new Date(this.#startedAt).toISOString(),
      durationMs: this.#durationMs,
      lanes: lanes.map(({ kind, title, detail }) => ({
        kind,
        title: masker.text(title),
        detail: detail === undefined ? undefined : masker.text(detail),
      })),
      steps: this.#rows.map((row, index) => ({
        ...shownRow(row),
        ...this.#shownState(states[index] ?? untouched),
        acts: acts[index] ?? [],
      })),
    };
  }

  #shownState({ status, startedAt, durationMs, attempts, rounds, runId, replyStatus, why }: RowState) {
    return {
      status,
      startedAfterMs:
        startedAt === undefined || this.#startedAt === undefined ? undefined : startedAt - this.#startedAt,
      durationMs,
      attempts,
      rounds,
      replyStatus,
      why,
      hasReply: runId !== undefined,
    };
  }

  #end(outcome: Outcome, why: readonly string[]): void {
    this.#outcome = outcome;
    this.#why = why;
    this.#frames.length = 0;
    for (const { path } of this.#rows) {
      const state = this.#stateAt(path);
      const isOpen = state.status === 'planned' || state.status === 'running';
      if (isOpen) this.#states.set(keyOf(path), { ...state, status: 'skipped' });
    }
  }

  /** Finds the place of a step among the workflows that are under way. False for one of another workflow. */
  #enter(workflow: LinkedWorkflow, stepId: string): boolean {
    const { workflowId } = workflow;
    const at = this.#frames.findLastIndex((frame) => frame.workflowId === workflowId);
    if (at >= 0) this.#frames.length = at + 1;
    else if (this.#frames.length > 0) this.#frames.push({ workflowId, within: this.#path(), stepId });
    else if (workflowId === this.#workflow.workflowId) this.#frames.push({ workflowId, within: [], stepId });
    const frame = this.#frames.at(-1);
    if (frame === undefined) return false;
    frame.stepId = stepId;
    this.#addRow(workflow);
    return true;
  }

  #path(): readonly string[] {
    const frame = this.#frames.at(-1);
    return frame === undefined ? [] : [...frame.within, frame.stepId];
  }

  /** Actions run workflows that no step names: they stand where they ran. */
  #addRow(workflow: LinkedWorkflow): void {
    const path = this.#path();
    const isKnown = this.#rows.some((row) => keyOf(row.path) === keyOf(path));
    if (isKnown) return;
    const within = path.slice(0, -1);
    const parent = this.#rows.findLastIndex((row) => keyOf(row.path.slice(0, within.length)) === keyOf(within));
    this.#rows = [
      ...this.#rows.slice(0, parent + 1),
      ...rowsOf(this.#scenario, workflow, within),
      ...this.#rows.slice(parent + 1),
    ];
  }

  #actsWith(run: Run): readonly Act[] | undefined {
    const row = this.#rows.find(({ path }) => keyOf(path) === keyOf(this.#path()));
    return row && actsOf(row.step, factsOf(row, run));
  }

  #stateAt(path: readonly string[]): RowState {
    return this.#states.get(keyOf(path)) ?? untouched;
  }
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path);
}
