/** What came to the emulators, the newest first. Values, queries, headers and bodies come by themselves, once one is opened. */
export interface InspectorState {
  readonly apis: readonly { readonly id: string; readonly title: string }[];
  /** Whose are shown; empty for all. */
  readonly chosen: string;
  readonly isRunning: boolean;
  /** All of those that are shown keep queries, headers and bodies of what comes now. */
  readonly keepsBodies: boolean;
  /** Faults that wait for a call, and webhooks that were given up, a line each. */
  readonly remarks: readonly string[];
  readonly requests: readonly InspectedRequest[];
}

/** One request and how it was answered: nothing of it that could be a secret. */
export interface LoggedRequest {
  /** Of each one larger than of those before. */
  readonly number: number;
  /** ISO 8601, by the emulator's own clock. */
  readonly at: string;
  readonly method: string;
  /** As the operation writes it; of what is no call, with long parts left out. */
  readonly path: string;
  readonly status: number;
  /** Ids of the calls that it may be. */
  readonly operations: readonly string[];
  /** What refused it. */
  readonly failures: readonly { readonly id: string; readonly meaning: string }[];
  /** Where the names stand that only a strict emulator refuses. */
  readonly undocumented: readonly string[];
  /** What a tester wanted to become of it; empty for none. */
  readonly fault: string;
  /** Which parts of the answer no source gives. */
  readonly illustrative: readonly string[];
  /** The API has the call, and the emulator has not. */
  readonly isAbsent: boolean;
  readonly requestBytes: number;
  readonly durationMs: number;
  /** Its headers and bodies are there for whoever asks. */
  readonly isKept: boolean;
}

/** The same among those of several APIs. */
export interface InspectedRequest extends Omit<LoggedRequest, 'number' | 'at'> {
  readonly key: string;
  /** Its title. */
  readonly api: string;
  /** Hours to milliseconds. */
  readonly time: string;
}
