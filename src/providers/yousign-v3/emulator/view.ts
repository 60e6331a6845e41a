import type * as z from 'zod';
import { servedAddress } from '../../../core/addresses/webAddress';
import type { EmulatorTools } from '../../../core/emulation';
import { isoTime, isoTimeOrNull } from '../../../kit/times/isoTime';
import type { DocumentReply } from '../operations/documents/documentReplies';
import type { FieldReply } from '../operations/fields/fieldReplies';
import type {
  activatedReply,
  listedSignatureRequest,
  signatureRequestReply,
} from '../operations/signatureRequests/signatureRequestReplies';
import { pageFor } from './requests/messages';
import { freshLink, settle } from './requests/progress';
import type { Approver, Document, SignatureRequest, Signer, State } from './state';

/* The state in the API's own shapes. */

/** What links need: where the emulator listens, and the time. */
export interface Viewer {
  readonly state: State;
  readonly tools: EmulatorTools;
  readonly baseUrl: string;
}

export function viewRequest(request: SignatureRequest, now: number): z.input<typeof signatureRequestReply> {
  const { settings, decline, rejection } = request;
  return {
    ...viewListed(request, now),
    email_notification: settings.email_notification,
    decline_information: decline
      ? { signer_id: decline.signer.id, reason: decline.reason, declined_at: isoTime(decline.at) }
      : null,
    rejection_information: rejection
      ? { approver_id: rejection.approver.id, reason: rejection.reason, rejected_at: isoTime(rejection.at) }
      : null,
  };
}

export function viewListed(request: SignatureRequest, now: number): z.input<typeof listedSignatureRequest> {
  const { settings } = settle(request, now);
  const { email_notification: _told, ...plain } = settings;
  return {
    id: request.id,
    source: 'public_api',
    status: request.status,
    ...plain,
    created_at: isoTime(request.createdAt),
    expiration_date: isoTime(request.expiresAt),
    documents: request.documents.map(({ id, nature }) => ({ id, nature })),
    signers: request.signers.map(({ id, status }) => ({ id, status })),
    approvers: request.approvers.map(({ id, status }) => ({ id, status })),
    labels: [],
    sender: request.status === 'draft' ? null : { id: request.sender.id, email: request.sender.email },
    bulk_send_batch_id: null,
    activated_at: isoTimeOrNull(request.activatedAt),
    approved_at: isoTimeOrNull(request.approvedAt),
    completed_at: isoTimeOrNull(request.completedAt),
  };
}

/** With the links of everybody who was notified. */
export function viewActivated(request: SignatureRequest, viewer: Viewer): z.input<typeof activatedReply> {
  const { email_notification: _told, signers_allowed_to_decline, workspace_id, ...plain } = request.settings;
  return {
    id: request.id,
    status: request.status,
    ...plain,
    created_at: isoTime(request.createdAt),
    expiration_date: isoTime(request.expiresAt),
    signers: request.signers.map((signer) => ({
      id: signer.id,
      status: signer.status,
      ...signatureLink(request, signer, viewer),
    })),
    approvers: request.approvers.map((approver) => ({
      id: approver.id,
      status: approver.status,
      ...approvalLink(request, approver, viewer),
    })),
    labels: [],
    documents: request.documents.map(({ id, nature }) => ({ id, nature })),
  };
}

export function viewSigner(request: SignatureRequest, signer: Signer, viewer: Viewer) {
  return viewSignerWith(request, signer, fieldsBySigner(request).get(signer.id) ?? [], viewer);
}

/** All of them: the fields are gone through once. */
export function viewSigners(request: SignatureRequest, viewer: Viewer) {
  const fields = fieldsBySigner(request);
  return request.signers.map((signer) => viewSignerWith(request, signer, fields.get(signer.id) ?? [], viewer));
}

function viewSignerWith(request: SignatureRequest, signer: Signer, fields: readonly FieldReply[], viewer: Viewer) {
  const { settings } = signer;
  return {
    id: signer.id,
    info: { ...signer.info },
    status: signer.status,
    fields: [...fields],
    signature_level: settings.signature_level,
    signature_authentication_mode: settings.signature_authentication_mode,
    ...signatureLink(request, signer, viewer),
    signature_image_preview: imageOf(request, signer, viewer),
    redirect_urls: settings.redirect_urls,
    custom_text: settings.custom_text,
    delivery_mode: settings.delivery_mode,
    identification_attestation_id: settings.identification_attestation_id,
    sms_notification: settings.sms_notification,
    email_notification: { disabled: [...settings.email_notification.disabled] },
    signed_at: isoTimeOrNull(signer.signedAt),
  };
}

/** Where the API has a picture; here there is none. */
function imageOf({ id }: SignatureRequest, signer: Signer, { baseUrl }: Viewer): string | null {
  return servedAddress(baseUrl, `/signature_requests/${id}/signers/${signer.id}/signature_image`) ?? null;
}

export function viewApprover(request: SignatureRequest, approver: Approver, viewer: Viewer) {
  return {
    id: approver.id,
    status: approver.status,
    info: { ...approver.info },
    ...approvalLink(request, approver, viewer),
    custom_text: approver.customText,
    approved_at: isoTimeOrNull(approver.approvedAt),
  };
}

function signatureLink(request: SignatureRequest, signer: Signer, viewer: Viewer) {
  const { url, expires } = linkOf(request, signer, viewer);
  return { signature_link: url, signature_link_expiration_date: expires };
}

function approvalLink(request: SignatureRequest, approver: Approver, viewer: Viewer) {
  const { url, expires } = linkOf(request, approver, viewer);
  return { approval_link: url, approval_link_expiration_date: expires };
}

function linkOf(request: SignatureRequest, person: Signer | Approver, { state, tools, baseUrl }: Viewer) {
  const link = freshLink(state, request, person, tools);
  const page = pageFor(person);
  if (link === undefined || page === undefined) return { url: null, expires: null };
  const url = servedAddress(baseUrl, page) ?? null;
  return { url, expires: isoTime(link.expiresAt) };
}

function fieldsBySigner({ documents }: SignatureRequest): ReadonlyMap<string, readonly FieldReply[]> {
  const found = new Map<string, FieldReply[]>();
  for (const field of documents.flatMap(({ fields }) => [...fields.values()])) {
    if (!('signer_id' in field)) continue;
    const own = found.get(field.signer_id);
    if (own === undefined) found.set(field.signer_id, [field]);
    else own.push(field);
  }
  return found;
}

export function viewDocument(document: Document): DocumentReply {
  return {
    id: document.id,
    filename: document.name,
    nature: document.nature,
    content_type: document.mediaType,
    sha256: document.sha256,
    is_protected: document.isProtected,
    is_signed: false,
    created_at: isoTime(document.createdAt),
    total_pages: document.pages,
    is_locked: document.isLocked,
    initials: document.initials,
    total_anchors: 0,
  };
}
