/** How a signer gets in, beside the link. */
export interface RoleAccess {
  verification: { readonly typeId: string; readonly payload: string } | undefined;
  wrongAnswers: number;
  /** Until when whoever gave the right answers is let in without them, epoch milliseconds. */
  knownUntil: number;
  /** Of the last text message. */
  code: string | undefined;
  /** Somebody has opened the page. */
  hasOpened: boolean;
}

export function newAccess(): RoleAccess {
  return { verification: undefined, wrongAnswers: 0, knownUntil: 0, code: undefined, hasOpened: false };
}

/** Lets a signer in for a time: one that was made by a call, or the session that it has opened. */
export interface SignerToken {
  readonly packageId: string;
  readonly roleId: string;
  readonly isSingleUse: boolean;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
  /** When it was last used to get in. */
  openedAt: number | undefined;
}
