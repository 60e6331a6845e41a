/** A documented way to fail. */
export interface Failure {
  readonly id: string;
  readonly status: number;
  /** The API's own code, when it has one. */
  readonly code?: string | number;
  /** The API's own text. `{name}` stands for a part that varies. */
  readonly message: string;
  /** What it means, in one sentence. */
  readonly meaning: string;
  /** What to do next, in one sentence. */
  readonly nextStep: string;
  /** Id of the operation that mends it. */
  readonly mendedBy?: string;
  /** Document or URL. */
  readonly source: string;
  /** What of it no source gives: it is after its family, made up for the emulator. */
  readonly illustrative?: readonly FailurePart[];
}

export type FailurePart = 'status' | 'code' | 'message';

export interface ApiError {
  readonly code?: string | number;
  readonly message?: string;
}
