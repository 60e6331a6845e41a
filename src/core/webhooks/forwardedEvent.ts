/** What came of handing an event on. */
export interface ForwardedEvent {
  /** Null where nothing was answered. */
  readonly status: number | null;
  readonly durationMs: number;
  readonly reason: string | null;
}
