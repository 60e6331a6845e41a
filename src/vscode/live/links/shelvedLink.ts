import type { SigningLink } from '../../../core/operation';

/** A link of a reply of this window. Kept in memory only. */
export interface ShelvedLink {
  readonly link: SigningLink;
  readonly run: string;
  readonly index: number;
  readonly provider: string;
  readonly connection: string;
  /** Of the document, once it is known. */
  readonly title?: string | undefined;
  /** Its id, once it is known. */
  readonly document?: string | undefined;
  /** Whom the link was asked for, once that is known. */
  readonly recipient?: string | undefined;
}
