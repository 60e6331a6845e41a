/** What the picture of a journey shows. Secrets are masked before it is built. */
export type JourneyState =
  | { readonly kind: 'empty' }
  /** The file has errors, which the editor lists. */
  | { readonly kind: 'unreadable'; readonly file: string; readonly message: string }
  | Journey;

export interface Journey {
  readonly kind: 'journey';
  readonly file: string;
  readonly workflowId: string;
  /** Ids of all workflows of the file. */
  readonly workflows: readonly string[];
  readonly summary: string;
  readonly outcome: JourneyOutcome;
  /** Why it did not start, or failed, where no step says it. */
  readonly why: readonly string[];
  /** ISO 8601. */
  readonly startedAt: string | undefined;
  readonly durationMs: number | undefined;
  readonly lanes: readonly JourneyLane[];
  readonly steps: readonly JourneyStep[];
}

export type JourneyOutcome = 'planned' | 'running' | 'passed' | 'failed' | 'skipped';

/** Somebody or something that takes part. */
export interface JourneyLane {
  readonly kind: 'api' | 'person' | 'emulator';
  readonly title: string;
  /** The address of a person whose name is the title. */
  readonly detail: string | undefined;
}

/** A step, in the order of the file; those of a workflow that a step runs stand below it. */
export interface JourneyStep {
  readonly stepId: string;
  /** How many workflows it stands in besides the first. */
  readonly depth: number;
  readonly title: string;
  /** `POST /v2/documents`. */
  readonly call: string;
  readonly status: JourneyOutcome | 'handled';
  readonly acts: readonly JourneyAct[];
  /** Since the workflow started. */
  readonly startedAfterMs: number | undefined;
  readonly durationMs: number | undefined;
  readonly attempts: number;
  /** How often it was done, where the workflow went back. */
  readonly rounds: number;
  readonly replyStatus: number | undefined;
  readonly why: readonly string[];
  readonly hasReply: boolean;
}

/** What happens in a lane at a step. */
export interface JourneyAct {
  readonly lane: number;
  readonly kind: ActKind;
  readonly text: string;
}

/** `call`: of the API. `named`: in a request, without mail. `acts`: as a recipient. `control`: of the emulator. */
export type ActKind = 'call' | 'named' | 'mail' | 'acts' | 'control';
