import type { GroupRecipientsReply } from '../../operations/recipients/recipientsReply';
import type { EmulatedRole, Invited } from './invites';

export interface EmulatedGroup {
  readonly id: string;
  readonly owner: string;
  readonly name: string;
  readonly createdAt: number;
  updatedAt: number;
  readonly documentIds: readonly string[];
  invite: EmulatedGroupInvite | undefined;
  /** Also after it was cancelled. */
  lastInviteId?: string | undefined;
  /** Who is to do what, as somebody has set it before anybody is invited. */
  recipients?: GroupRecipients | undefined;
}

export interface EmulatedGroupTemplate {
  readonly id: string;
  /** E-mail address of the account. */
  readonly owner: string;
  readonly name: string;
  readonly folder?: string | undefined;
  readonly createdAt: number;
  updatedAt: number;
  readonly templateIds: readonly string[];
}

export type GroupRecipients = GroupRecipientsReply['data'];

export interface EmulatedGroupInvite {
  readonly id: string;
  /** An application brings the signers to the documents, instead of mails of signNow. */
  readonly embedded: boolean;
  readonly asMerged: boolean;
  readonly steps: readonly { readonly id: string; readonly order: number }[];
  signers: readonly EmulatedGroupSigner[];
  /** Who gets a mail when everybody is done. */
  readonly told: readonly string[];
}

export interface EmulatedGroupSigner extends Invited {
  readonly documents: readonly SignerDocument[];
}

export interface SignerDocument {
  /** ID of the field invite that stands in the document. */
  readonly inviteId: string;
  readonly documentId: string;
  readonly action: string;
  readonly role: EmulatedRole | undefined;
}
