import type { HeaderLine } from '../reply';

/** A signing page as an application would embed it. */
export interface EmbedState {
  /** Whose page it is. */
  readonly title: string;
  /** Where the page comes from, without what makes it a key. */
  readonly host: string;
  /** What the frame loads; absent where the page forbids to be framed. */
  readonly address: string | undefined;
  /** What its frame rules say, where they were read. */
  readonly rules: FrameRules | undefined;
  /** It was shown before, and is asked for again only when somebody wants it. */
  readonly isHeld?: true;
}

export interface FrameRules {
  readonly isRefused: boolean;
  readonly sentence: string;
  /** Those headers of the page that say so. */
  readonly headers: readonly HeaderLine[];
}

/** What happened to an embedded page. */
export interface EmbedEvent {
  readonly kind: 'loaded' | 'message' | 'redirect' | 'act';
  readonly text: string;
}

export interface HappenedEvent extends EmbedEvent {
  /** ISO 8601. */
  readonly at: string;
}
