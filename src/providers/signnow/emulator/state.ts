import type { EmulatorTools, TakenMessage } from '../../../core/emulation';
import type { HandlersOf } from '../../../kit/defineEmulator';
import type { PdfPage } from '../../../kit/files/pdf';
import { onTurn, type TurnTaking } from '../../../kit/signing';
import type { Agenda } from '../../../kit/store/agenda';
import type { Ranking } from '../../../kit/store/ranking';
import type { Store } from '../../../kit/store/store';
import type { CallbackReply } from '../operations/events/callbacks';
import type { operations } from '../operations/operations';
import type { GroupRecipientsReply } from '../operations/recipients/recipients';
import type { EmulatedAccount } from './accounts/accounts';

/** All that the emulator remembers. Times are epoch milliseconds. */
export interface State {
  /** By e-mail address, the first account first. */
  readonly accounts: Map<string, EmulatedAccount>;
  readonly accessTokens: Map<string, AccessToken>;
  readonly refreshTokens: Map<string, Grant>;
  readonly documents: Store<EmulatedDocument>;
  /** The two lists of documents, in the order in which they were uploaded, and all of the account with its templates. */
  readonly listed: Ranking<EmulatedDocument>;
  readonly groups: Store<EmulatedGroup>;
  /** By the time of their last change. */
  readonly listedGroups: Ranking<EmulatedGroup>;
  /** The ends of invites that were mailed. */
  readonly expiringDocuments: Agenda<EmulatedDocument>;
  readonly expiringGroups: Agenda<EmulatedGroup>;
  /** By the id of a document; the first one that it was put into. */
  readonly groupsOfDocuments: Map<string, EmulatedGroup>;
  readonly groupTemplates: Map<string, EmulatedGroupTemplate>;
  /** By the token in their address. */
  readonly links: Map<string, EmulatedLink>;
  /** Pages at which nobody signs, by the token in their address. */
  readonly pages: Map<string, EmulatedPage>;
  readonly subscriptions: Map<string, EmulatedSubscription>;
  /** The oldest first. */
  readonly callbacks: EmulatedCallback[];
  /** IDs of documents by that of a download link, until it is used. */
  readonly downloads: Map<string, string>;
}

/** A handler for every operation; the files beside implement some each. */
export type Handlers = HandlersOf<typeof operations, State>;

/** What a token is good for, and for whom. */
export interface Grant {
  readonly scope: string;
  /** E-mail address. */
  readonly account: string;
}

export interface AccessToken extends Grant {
  readonly expiresAt: number;
}

export interface EmulatedDocument {
  readonly id: string;
  /** E-mail address of the owner's account. */
  readonly owner: string;
  readonly name: string;
  readonly template: boolean;
  /** ID of the template that it is a copy of. */
  readonly origin?: string | undefined;
  /** Worked on since it was uploaded; decides which of the two lists it is in. */
  modified: boolean;
  readonly createdAt: number;
  updatedAt: number;
  /** What was uploaded. */
  readonly file: EmulatedFile;
  roles: readonly EmulatedRole[];
  fields: readonly EmulatedField[];
  invites: readonly EmulatedInvite[];
  /** Whose invites were deleted one by one, the newest last: somebody else may take their place. */
  deletedInvites?: readonly EmulatedInvite[] | undefined;
  /** Who gets a mail when everybody has signed. */
  told?: readonly string[] | undefined;
  /** Who was asked to sign a document that has no fields. */
  requests: readonly FreeFormInvite[];
}

export interface EmulatedFile {
  readonly name: string;
  /** Nobody uploaded the demo documents. */
  readonly content: Uint8Array | undefined;
  readonly pages: readonly PdfPage[];
}

export interface EmulatedRole {
  readonly id: string;
  readonly name: string;
}

export interface EmulatedField {
  readonly id: string;
  readonly type: string;
  readonly roleId: string;
  attributes: FieldAttributes;
  filled?: FilledIn | undefined;
}

/** Who has filled a field, and when. */
export interface FilledIn {
  readonly by: string;
  readonly at: number;
}

export interface FieldAttributes {
  readonly page_number: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly required?: boolean | undefined;
  readonly name?: string | undefined;
  readonly label?: string | undefined;
  readonly prefilled_text?: string | undefined;
}

export type InviteStatus = 'created' | 'pending' | 'fulfilled' | 'declined';

/** One who is asked to sign, alone or within a group. */
export interface Invited {
  readonly email: string;
  readonly order: number;
  status: InviteStatus;
  readonly createdAt: number;
  updatedAt: number;
  readonly settings: SignerSettings;
  /** It was told that their time has run out. */
  isExpired?: true;
  /** Why they declined. */
  declinedText?: string | undefined;
}

export interface EmulatedInvite extends Invited {
  readonly id: string;
  readonly role: EmulatedRole;
  /** An application brings the signer to the document, instead of an e-mail of signNow. */
  readonly embedded: boolean;
}

export interface FreeFormInvite extends Invited {
  readonly id: string;
  canceled?: boolean | undefined;
}

export interface SignerSettings {
  readonly first_name?: string | undefined;
  readonly last_name?: string | undefined;
  readonly language?: string | undefined;
  /** How the application says that it knows the signer. */
  readonly auth_method?: string | undefined;
  /** What signNow itself asks of the signer. */
  readonly authentication?: SignerCheck | null | undefined;
  /** `email`: signNow sends the link; otherwise whoever invites brings it to the signer. */
  readonly delivery_type?: string | undefined;
  /** In minutes. */
  readonly link_expiration?: number | null | undefined;
  readonly redirect_uri?: string | undefined;
  readonly decline_redirect_uri?: string | undefined;
  readonly close_redirect_uri?: string | undefined;
  readonly redirect_target?: string | undefined;
  readonly prefill_signature_name?: string | undefined;
  readonly required_preset_signature_name?: string | undefined;
  readonly force_new_signature?: number | undefined;
  /** `1`: the invite may not be handed on. */
  readonly reassign?: string | undefined;
  readonly decline_by_signature?: string | undefined;
  /** In days. */
  readonly reminder?: number | undefined;
}

export interface SignerCheck {
  readonly type: string;
  readonly method?: string | undefined;
}

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

export interface EmulatedSubscription {
  readonly id: string;
  readonly owner: string;
  readonly event: string;
  readonly entityId: string;
  readonly attributes: SubscriptionAttributes;
  readonly secretKey: string | undefined;
  readonly createdAt: number;
}

/** What an address was called with. */
export interface EmulatedCallback {
  readonly id: string;
  readonly subscription: EmulatedSubscription;
  /** ID of what the event happened to. */
  readonly entity: string;
  readonly payload: CallbackReply['request_content'];
  readonly at: number;
  /** What was answered; not there for what came before the emulator. */
  readonly delivery?: TakenMessage;
}

export interface SubscriptionAttributes {
  readonly callback: string;
  readonly use_tls_12?: boolean | undefined;
  readonly docid_queryparam?: boolean | undefined;
  readonly integration_id?: string | undefined;
  readonly headers?: Readonly<Record<string, string | number | boolean>> | null | undefined;
  readonly delete_access_token?: boolean | undefined;
  readonly include_metadata?: boolean | undefined;
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

export function newId(tools: EmulatorTools): string {
  return tools.hex(40);
}

export function groupOf(state: State, documentId: string): EmulatedGroup | undefined {
  return state.groupsOfDocuments.get(documentId);
}

export function addGroup({ groups, groupsOfDocuments }: State, group: EmulatedGroup): void {
  groups.set(group.id, group);
  for (const id of group.documentIds) {
    if (!groupsOfDocuments.has(id)) groupsOfDocuments.set(id, group);
  }
}

export function removeGroup({ groups, groupsOfDocuments }: State, group: EmulatedGroup): void {
  groups.delete(group.id);
  for (const id of group.documentIds) {
    if (groupsOfDocuments.get(id) === group) groupsOfDocuments.delete(id);
  }
}

export const turns: TurnTaking<Invited> = {
  orderOf: ({ order }) => order,
  isDone: ({ status }) => status === 'fulfilled',
};

/** The signers of the lowest step that is not done become pending, and come back. A decline stops the order. */
export function openNextStep<Signer extends Invited>(signers: readonly Signer[]): readonly Signer[] {
  if (signers.some(({ status }) => status === 'declined')) return [];
  const opened = onTurn<Signer>(signers, turns).filter(({ status }) => status === 'created');
  for (const signer of opened) signer.status = 'pending';
  return opened;
}
