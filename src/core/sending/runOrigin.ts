/** Where a request comes from. A run carries it, so that its replay finds the same files and knows whom it was about. */
export interface RunOrigin {
  readonly cause: RunCause;
  /** URI of the folder that relative file values start from. */
  readonly folder?: string;
  /** Whom links in the reply are for, whatever it calls them itself. */
  readonly recipient?: string;
  /** Base URL that the same request went to before, for one that is sent again. */
  readonly sentBeforeTo?: string;
}

export type RunCause =
  | 'form'
  | 'text'
  | 'tree'
  /** A call that a reply made possible. */
  | 'step'
  | 'replay'
  | 'commandLine'
  /** The product's own: the tree's content, facts for a form, tokens. */
  | 'reading';
