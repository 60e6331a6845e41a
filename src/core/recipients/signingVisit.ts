export interface SigningVisit {
  /**
   * `challenged`: before anything is shown, the questions want an answer; `locked`: there were too many wrong ones.
   * `placeholder`: it stands for a page of the API at which nobody signs; the notes say which.
   */
  readonly state:
    | 'open'
    | 'waiting'
    | 'challenged'
    | 'locked'
    | 'used'
    | 'declined'
    | 'expired'
    | 'cancelled'
    | 'unknown'
    | 'placeholder';
  readonly signer: { readonly name: string; readonly email: string; readonly role?: string };
  readonly documents: readonly { readonly title: string; readonly fields: readonly string[] }[];
  /** What else this signer is told, such as the sender's message to them. */
  readonly notes?: readonly string[];
  /** Of a visit that is challenged. */
  readonly questions?: readonly SigningQuestion[];
  /** Not where the API lets nobody decline, or only where the sender allows it. */
  readonly mayDecline?: false;
  /** Everyone who signs, in order. */
  readonly progress: readonly { readonly title: string; readonly order: number; readonly status: string }[];
}

export interface SigningQuestion {
  readonly text: string;
  /** What is typed cannot be read. */
  readonly isMasked: boolean;
}
