import type { Call } from '../../../core/operation';
import { read } from '../../../kit/calls';
import { getSignatureRequest } from '../operations/signatureRequests/readSignatureRequests';
import type { SignatureRequestReply } from '../operations/signatureRequests/signatureRequestReplies';

/** What rules and suggestions need to know about a signature request; the emulator takes it from its state. */
export interface SignatureRequestFacts {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly isOrdered: boolean;
  readonly areApproversOrdered: boolean;
  /** Signers and approvers stand in one order of their own. */
  readonly hasCustomOrder: boolean;
  readonly deliveryMode: string;
  readonly mayDecline: boolean;
  /** In whose name e-mails are sent. */
  readonly senderType: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly documents: readonly { readonly id: string; readonly nature: string }[];
  readonly signers: readonly { readonly id: string; readonly status: string }[];
  readonly approvers: readonly { readonly id: string; readonly status: string }[];
  /** How many fields its documents have; no one call tells. */
  readonly fields?: number;
}

/** What one signature request holds at most. */
export const mostDocuments = 50;
export const mostFields = 500;
export const mostApprovers = 10;

/** Whether documents and fields may still be changed: a paused one can be edited like a draft. */
export function isBeingPrepared({ status }: Pick<SignatureRequestFacts, 'status'>): boolean {
  return status === 'draft' || status === 'paused';
}

export async function loadSignatureRequestFacts(
  signatureRequestId: string,
  call: Call,
): Promise<SignatureRequestFacts> {
  return signatureRequestFacts(await read(call, getSignatureRequest, { path: { signatureRequestId } }));
}

export function signatureRequestFacts(request: SignatureRequestReply): SignatureRequestFacts {
  const { id, name, status, documents, signers, approvers = [] } = request;
  return {
    id,
    name,
    status,
    isOrdered: request.ordered_signers,
    areApproversOrdered: request.ordered_approvers ?? false,
    hasCustomOrder: request.custom_recipient_order ?? false,
    deliveryMode: request.delivery_mode,
    mayDecline: request.signers_allowed_to_decline,
    senderType: request.email_notification.sender.type,
    createdAt: request.created_at,
    expiresAt: request.expiration_date,
    documents,
    signers,
    approvers,
  };
}
