import type { Extent } from '../../text/sourceText';

/** One thing that may stand where something is being typed. */
export interface Completion {
  readonly kind: 'field' | 'value' | 'operation' | 'workflow' | 'step' | 'expression' | 'source';
  /** What stands there then, as a text or number of the scenario: quotes are put around it where they have to be. */
  readonly label: string;
  /** As it is written into the text. */
  readonly text: string;
  /** A few words beside the label. */
  readonly detail?: string | undefined;
  /** Markdown. */
  readonly says?: string | undefined;
  /** What is offered next is asked for at once. */
  readonly goesOn?: boolean;
}

export interface Completions {
  readonly replaces: Extent;
  /** Those that are mostly meant first. */
  readonly items: readonly Completion[];
}

/** What is offered, before it is known how it is written. */
export type Offer = Omit<Completion, 'text' | 'goesOn'> & {
  readonly value?: string | number | boolean | null;
  /** What has to follow it. */
  readonly closing?: string;
};
