export interface WrittenExport {
  /** Undefined when one of the remarks is an error. */
  readonly text: string | undefined;
  /** What the other tool cannot do, or does otherwise. */
  readonly remarks: readonly Remark[];
}

export interface Remark {
  /** Into the scenario file. */
  readonly pointer: string;
  readonly message: string;
  readonly severity: 'error' | 'warning';
}
