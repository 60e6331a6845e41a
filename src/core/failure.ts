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
  /**
   * No source gives the status, code or text: they are of the family, made up for the emulator. `text`: status and code
   * are documented, and what the API says with them is not.
   */
  readonly illustrative?: true | 'text';
}

export interface ApiError {
  readonly code?: string | number;
  readonly message?: string;
}
