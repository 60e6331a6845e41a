import type { ClientConnections, ValueIssue } from './client.js';

/** Runs the workflows of a scenario file. */
export type RunScenario = (file: string, options?: ScenarioOptions) => Promise<ScenarioRunResult>;

export interface ScenarioOptions {
  /** Where it runs, for example what `startEmulators` gave. Emulators of its own without it. */
  readonly connections?: ClientConnections;
  /** One workflow of the file; all without it. */
  readonly workflow?: string;
  readonly inputs?: { readonly [name: string]: InputValue };
  /** Answers beforehand whatever would be asked, as `--yes` does. */
  readonly agreed?: boolean;
  /** For each workflow. */
  readonly timeoutMs?: number;
  /** An `AbortSignal`. */
  readonly signal?: { readonly aborted: boolean };
}

export type InputValue =
  | string
  | number
  | boolean
  | null
  | readonly InputValue[]
  | { readonly [key: string]: InputValue };

export interface ScenarioRunResult {
  readonly passed: boolean;
  readonly workflows: readonly WorkflowOutcome[];
  /** What is wrong with the file. With an error among them nothing was run. */
  readonly issues: readonly (ValueIssue & { readonly file: string; readonly line?: number })[];
}

/** Secrets and links are masked. */
export interface WorkflowOutcome {
  readonly workflowId: string;
  readonly outcome: StepOutcome['outcome'];
  readonly durationMs: number;
  readonly said?: ReasonText | undefined;
  readonly steps: readonly StepOutcome[];
}

export interface StepOutcome {
  readonly stepId: string;
  readonly title: string;
  readonly file: string;
  readonly line: number;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly durationMs: number;
  readonly attempts: number;
  readonly checks: readonly {
    readonly condition: string;
    readonly line: number;
    readonly passed: boolean;
    readonly actual: unknown;
  }[];
  readonly said?: ReasonText | undefined;
  readonly status?: number | undefined;
}

export interface ReasonText {
  readonly title: string;
  readonly cause: string;
  readonly nextStep: string;
}
