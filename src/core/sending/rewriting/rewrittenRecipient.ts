/** Who was replaced by whom. */
export interface RewrittenRecipient {
  readonly from: string;
  /** Undefined for a phone number that was left out. */
  readonly to?: string | undefined;
}
