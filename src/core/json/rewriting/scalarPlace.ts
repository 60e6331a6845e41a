/** A scalar value and where it stands. It is reused from call to call: keep what you read, not the place. */
export interface ScalarPlace {
  /** The name of the member or the index of the item; undefined for a text that is one scalar. */
  readonly key: string | number | undefined;
  readonly value: string | number | boolean | null;
  /** As it stands in the text, with its quotes. */
  readonly spelling: string;
  /** Where that begins in the text. */
  readonly start: number;
  readonly text: string;
  /** From the root to the key, or no more than its end. Made on every call, in the time of its length. */
  path(most?: number): readonly (string | number)[];
  pointer(): string;
  /** The nearest object around, the same for whatever stands in it. */
  holder(): JsonHolder | undefined;
  /** The text of the item in front in the same list. */
  itemBefore(): string | undefined;
}

/** Where an object begins. */
export interface JsonHolder {
  readonly text: string;
  readonly start: number;
}
