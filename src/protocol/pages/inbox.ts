import type { HeaderLine } from '../reply';

/** An event of a webhook, as a person looks at it. Secrets and signing links are masked. */
export interface InboxEventState {
  readonly title: string;
  /** Whose it is, when it came, about which document. */
  readonly facts: readonly HeaderLine[];
  readonly headers: readonly HeaderLine[];
  readonly payload: string;
  /** Only its beginning is shown. */
  readonly isCut: boolean;
  /** It is laid out for reading. */
  readonly isJson: boolean;
  readonly proof: ShownProof;
  /** A secret would let its proof be checked. */
  readonly takesSecret: boolean;
}

/** What is still known of an event after its window was closed: nothing that it said. */
export interface LostEvent {
  readonly title: string;
  /** In the words of whoever looked. */
  readonly receivedAt: string;
}

export interface ShownProof {
  readonly verdict: 'holds' | 'fails' | 'missing' | 'unknown';
  readonly text: string;
  readonly facts: readonly HeaderLine[];
  /** Those that explain what was received. */
  readonly mistakes: readonly string[];
}
