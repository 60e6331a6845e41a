import * as z from 'zod';
import type { HandlerContext, Rejection } from '../../../core/emulation';
import type { FactsOf } from '../../../kit/defineEmulator';
import { type SignatureRequestFacts, signatureRequestFacts } from '../facts/signatureRequestFacts';
import type { SignersFacts } from '../facts/signersFacts';
import type { operations } from '../operations/operations';
import { signatureRequestReply } from '../operations/signatureRequests/signatureRequestReplies';
import { signerReply } from '../operations/signers/signerReplies';
import { requestAt } from './records';
import type { SignatureRequest, State } from './state';
import { type Viewer, viewRequest, viewSigners } from './view';

/** What the rules of the calls need to know, from the state instead of over the wire. */
export const facts: FactsOf<typeof operations, State> = {
  updateSignatureRequest: ofRequest,
  deleteSignatureRequest: ofRequest,
  activateSignatureRequest: ofSigners,
  cancelSignatureRequest: ofRequest,
  reactivateSignatureRequest: ofRequest,
  createSigner: ofSigners,
  updateSigner: ofSigners,
  remindSigner: ofSigners,
  sendCode: ofSigners,
  sign: ofSigners,
  unblockIdentification: ofSigners,
  getAuditTrail: ofRequest,
  downloadAuditTrail: ofRequest,
  downloadAuditTrails: ofRequest,
  createApprover: ofRequest,
  deleteApprover: ofRequest,
  remindApprover: (context) => {
    const { approverId } = context.values.path;
    const request = ofRequest(context);
    return 'failure' in request ? request : { request, approver: approverId.toLowerCase() };
  },
  uploadDocument: ofRequest,
  updateDocument: ofRequest,
  deleteDocument: ofRequest,
  createField: ofRequest,
  updateField: ofRequest,
  deleteField: ofRequest,
};

type OfRequest = HandlerContext<State, { readonly path: { readonly signatureRequestId: string } }>;

function ofRequest({ state, values: { path }, tools }: OfRequest): SignatureRequestFacts | Rejection {
  const request = requestAt(state, path, tools.now());
  return 'failure' in request ? request : requestFactsOf(request, tools.now());
}

function ofSigners(context: OfRequest): SignersFacts | Rejection {
  const { state, values, tools } = context;
  const request = requestAt(state, values.path, tools.now());
  return 'failure' in request ? request : signersFactsOf(request, context);
}

function requestFactsOf(request: SignatureRequest, now: number): SignatureRequestFacts {
  const fields = request.documents.reduce((sum, document) => sum + document.fields.size, 0);
  return { ...signatureRequestFacts(signatureRequestReply.parse(viewRequest(request, now))), fields };
}

export function signersFactsOf(request: SignatureRequest, viewer: Viewer): SignersFacts {
  const signers = signerReplies.parse(viewSigners(request, viewer));
  return { request: requestFactsOf(request, viewer.tools.now()), signers };
}

const signerReplies = z.array(signerReply);
