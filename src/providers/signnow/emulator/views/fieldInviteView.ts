import type { FieldInviteReply, ViewerInviteReply } from '../../operations/documents/fieldInviteReply';
import { demoApplication } from '../demo';
import { expiryOf, isMailed } from '../events/inviteExpiry';
import type { EmulatedDocument } from '../records/documents';
import type { EmulatedGroup, EmulatedGroupSigner } from '../records/groups';
import type { EmulatedRole, Invited, SignerSettings } from '../records/invites';
import { seconds } from './seconds';

/** The invites of a document; those of its group stand among its own. */
export function viewFieldInvites(
  document: EmulatedDocument,
  group: EmulatedGroup | undefined,
): readonly FieldInviteReply[] {
  return invitationsOf(document, group).map(viewInvitation);
}

interface Invitation {
  readonly invited: Invited;
  readonly id: string;
  readonly role: EmulatedRole;
  readonly embedded: boolean;
}

function invitationsOf({ id, invites }: EmulatedDocument, group: EmulatedGroup | undefined): readonly Invitation[] {
  return [
    ...invites.map((invite) => ({ invited: invite, id: invite.id, role: invite.role, embedded: invite.embedded })),
    ...papersOf(group, id).flatMap(({ signer, inviteId, role }) =>
      role === undefined ? [] : [{ invited: signer, id: inviteId, role, embedded: group?.invite?.embedded ?? true }],
    ),
  ];
}

/** What rules look at of the invites: a small part of what the API prints, for each of many calls. */
export function seenInvites(document: EmulatedDocument, group: EmulatedGroup | undefined) {
  return invitationsOf(document, group).map(({ invited, id, role, embedded }) => ({
    id,
    status: invited.status,
    role: role.name,
    role_id: role.id,
    email: emailOf(invited, embedded),
    is_embedded: embedded,
  }));
}

/** Whoever only looks at a document of a group. */
export function viewViewers({ id }: EmulatedDocument, group: EmulatedGroup | undefined): readonly ViewerInviteReply[] {
  return papersOf(group, id)
    .filter(({ role }) => role === undefined)
    .map(({ signer, inviteId }) => ({
      id: inviteId,
      status: signer.status,
      created: seconds(signer.createdAt),
      updated: seconds(signer.updatedAt),
      email: group?.invite?.embedded ? withApplication(signer.email) : signer.email,
      redirect_target: signer.settings.redirect_target ?? 'self',
      email_group: { id: null, name: null },
      email_statuses: [],
    }));
}

interface Paper {
  readonly signer: EmulatedGroupSigner;
  readonly inviteId: string;
  readonly role: EmulatedRole | undefined;
}

function papersOf(group: EmulatedGroup | undefined, documentId: string): readonly Paper[] {
  return (group?.invite?.signers ?? []).flatMap((signer) =>
    signer.documents
      .filter((paper) => paper.documentId === documentId)
      .map(({ inviteId, role }) => ({ signer, inviteId, role })),
  );
}

function viewInvitation({ invited, id, role, embedded }: Invitation): FieldInviteReply {
  const { status, createdAt, updatedAt, settings } = invited;
  return {
    ...neverSet,
    id,
    status,
    role: role.name,
    role_id: role.id,
    email: emailOf(invited, embedded),
    created: seconds(createdAt),
    updated: seconds(updatedAt),
    expiration_time: expirationOf(invited, embedded),
    declined: declinedOf(invited),
    is_embedded: embedded,
    embedded_signer: embedded ? signerOf(settings) : [],
    delivery_type: settings.delivery_type ?? (embedded ? 'link' : 'email'),
    ...viewCheck(settings),
    ...viewWishes(settings),
    ...viewRedirects(settings),
  };
}

function emailOf({ email }: Invited, embedded: boolean): string {
  return embedded ? withApplication(email) : email;
}

function declinedOf({ status, declinedText = '' }: Invited): FieldInviteReply['declined'] {
  return status === 'declined' ? [{ declined_text: declinedText }] : [];
}

function signerOf({ first_name, last_name }: SignerSettings) {
  return { first_name: first_name ?? null, last_name: last_name ?? null };
}

function viewCheck({ authentication }: SignerSettings) {
  if (!authentication) return { password_protected: '0', password_type: '', password_method: '' };
  const { type, method = '' } = authentication;
  return { password_protected: '1', password_type: type, password_method: method };
}

function viewWishes(settings: SignerSettings) {
  const { reassign = '0', reminder = 0, language = null, decline_by_signature = null } = settings;
  const { prefill_signature_name = null, force_new_signature = null, required_preset_signature_name = null } = settings;
  return {
    reassign,
    reminder: String(reminder),
    language,
    decline_by_signature,
    prefill_signature_name,
    force_new_signature,
    required_preset_signature_name,
  };
}

function viewRedirects(settings: SignerSettings) {
  const { redirect_uri = null, redirect_target = 'self' } = settings;
  const { decline_redirect_uri = null, close_redirect_uri = null } = settings;
  return { redirect_uri, redirect_target, decline_redirect_uri, close_redirect_uri };
}

/** The address of an embedded invite was seen with the name of the application behind it. */
function withApplication(email: string): string {
  return `${email} (${demoApplication})`;
}

function expirationOf(invited: Invited, embedded: boolean): string | null {
  return isMailed(invited, embedded) ? seconds(expiryOf(invited)) : null;
}

/** What nothing here changes, as it was seen. */
const neverSet = {
  is_document_locked: '0',
  pfrid: null,
  pfrtype: null,
  pfrmerchant_id: null,
  pfrstatus: null,
  pframount: null,
  pfrpayment_transaction_id: null,
  pfrcreated: null,
  pfrmerchant_type: null,
  pfrmerchant_account_name: null,
  pfrcurrency_name: null,
  pfrjson_attributes: null,
  stripe_ach_bank_account_verified: '0',
  stripe_ach_bank_account_present: '0',
  payment_request: null,
  id_verification_required: 'NO',
  id_verified: 'UNVERIFIED',
  electronic_consent_id: null,
  electronic_consent_required: 0,
  signing_instructions: null,
  signer_user_id: '',
  email_group: { id: null, name: null },
  email_statuses: [],
  is_full_declined: false,
  signer_phone_invite: null,
  is_draft_exists: '0',
  signature_type: null,
  short_link_url: null,
} satisfies Partial<FieldInviteReply>;
