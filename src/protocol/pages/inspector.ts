/** What came to the emulators, the newest first. Values, queries, headers and bodies are not among it. */
export interface InspectorState {
  readonly apis: readonly { readonly id: string; readonly title: string }[];
  /** Whose are shown; empty for all. */
  readonly chosen: string;
  readonly isRunning: boolean;
  readonly requests: readonly InspectedRequest[];
}

export interface InspectedRequest {
  readonly key: string;
  readonly api: string;
  /** Of the emulator's own clock: hours to milliseconds. */
  readonly time: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly operations: readonly string[];
  /** What refused it. */
  readonly failures: readonly { readonly id: string; readonly meaning: string }[];
  /** Which parts of the answer no source gives. */
  readonly illustrative: readonly string[];
  /** The API has the call, and the emulator has not. */
  readonly isAbsent: boolean;
  readonly requestBytes: number;
  readonly durationMs: number;
}
