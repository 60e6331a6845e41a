import type { EmulatedGroupSigner } from './groups';

export interface EmulatedPage {
  readonly kind: 'sending' | 'editor' | 'view';
  /** Of the document or group. */
  readonly id: string;
  readonly titles: readonly string[];
  /** What signNow shows there, in a sentence. */
  readonly shows: string;
  readonly redirect: string | undefined;
  readonly expiresAt: number;
}

export interface EmulatedLink {
  readonly documentId: string;
  readonly expiresAt: number;
  /** The group whose invite it opens; the invite of the document without it. */
  readonly groupId: string | undefined;
  readonly inviteId: string;
  /** signNow has sent it, instead of the application that asked for it. */
  readonly isMailed?: true;
  /** Which signer of a group. */
  readonly signer: EmulatedGroupSigner | undefined;
}
