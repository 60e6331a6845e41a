/** Where all of a body is that is larger than what is read. */
export type WholeBody =
  /** As it came, secrets included: a private file that lasts no longer than the session. */
  | { readonly kind: 'kept'; readonly place: string; readonly size: number }
  /** Only the beginning is left of it; `size` counts the bytes that came until then. */
  | { readonly kind: 'lost'; readonly why: BodyLoss; readonly size: number };

export type BodyLoss = 'notWanted' | 'diskFull' | 'notWritable' | 'tooLarge';

/** Keeps bodies that are larger than what is read, each in a place of its own. */
export interface BodyKeeper {
  /** In bytes: no more is kept of one body. */
  readonly mostKept: number;
  /** By the type that names its kind. */
  open(contentType: string): Promise<KeptBody>;
  /** Whoever has no use for a body any more says so. */
  remove(place: string): Promise<void>;
}

/** A body that is being kept. */
export interface KeptBody {
  readonly place: string;
  append(bytes: Uint8Array): Promise<void>;
  /** Resolves when everything is written. */
  close(): Promise<void>;
  /** Leaves nothing behind. */
  discard(): Promise<void>;
}

/** In bytes: what stays in memory of a body that is larger than what is read. */
export const mostOfBeginning = 1024 * 1024;
