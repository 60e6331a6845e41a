export interface AttachedFile {
  readonly id: number;
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
  /** Epoch milliseconds. */
  readonly insertedAt: number;
}
