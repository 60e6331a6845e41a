import { zip } from '../../../../kit/files/zip';
import { isoTime, isoTimeOrNull } from '../../../../kit/times/isoTime';
import { requestAt, signerAt } from '../records';
import type { Handlers, SignatureRequest, Signer } from '../state';

export const auditTrailHandlers: Pick<Handlers, 'getAuditTrail' | 'downloadAuditTrail' | 'downloadAuditTrails'> = {
  getAuditTrail: ({ state, values: { path }, tools }) => {
    const found = signerAt(state, path, tools.now());
    return 'failure' in found ? found : { status: 200, body: auditTrail(found.request, found.signer) };
  },
  downloadAuditTrail: ({ state, values: { path }, tools }) => {
    const found = signerAt(state, path, tools.now());
    if ('failure' in found) return found;
    return { status: 200, headers: { 'content-type': 'application/pdf' }, body: proof([found.signer]) };
  },
  downloadAuditTrails: ({ state, values: { path, query }, tools }) => {
    const request = requestAt(state, path, tools.now());
    if ('failure' in request) return request;
    if (query.merge === true) {
      return { status: 200, headers: { 'content-type': 'application/pdf' }, body: proof(request.signers) };
    }
    const proofs = request.signers.map((signer) => ({ name: `${signer.id}.pdf`, content: proof([signer]) }));
    return { status: 200, headers: { 'content-type': 'application/zip' }, body: zip(proofs) };
  },
};

/** Made up: nothing is signed here. */
function proof(signers: readonly Signer[]): Uint8Array {
  const lines = signers.map(({ info, signedAt }) => `% Signed by ${info.email} at ${isoTimeOrNull(signedAt)}\n`);
  return new TextEncoder().encode(`%PDF-1.7\n${lines.join('')}% Made up by the emulator\n%%EOF\n`);
}

function auditTrail(request: SignatureRequest, { id, info, settings, signedAt }: Signer) {
  const at = isoTimeOrNull(signedAt);
  return {
    version: 5,
    signature_request: {
      id: request.id,
      name: request.settings.name,
      sent_at: isoTimeOrNull(request.activatedAt),
      expired_at: isoTime(request.expiresAt),
    },
    sender: {
      id: request.sender.id,
      type: 'user',
      email: request.sender.email,
      first_name: request.sender.first_name,
      last_name: request.sender.last_name,
      phone_number: request.sender.phone_number,
      ip_address: null,
    },
    signer: {
      id,
      first_name: info.first_name,
      last_name: info.last_name,
      email_address: info.email,
      phone_number: info.phone_number,
      ip_address: null,
      consent_given_at: at,
      signature_process_completed_at: at,
    },
    documents: request.documents.map((document) => ({
      id: document.id,
      name: document.name,
      mime_type: document.mediaType,
      initial_hash: document.sha256,
      initial_storage_id: document.id,
      signatures: signaturesOn(document, at),
    })),
    organization: { id: request.settings.workspace_id, name: 'Demo organization' },
    authentication: { mode: settings.signature_authentication_mode, message: null, validated_at: at },
    electronic_signature_level: { level: settings.signature_level },
  };
}

/** Of documents that are signed. Certificates are made up, too. */
function signaturesOn({ nature, sha256 }: SignatureRequest['documents'][number], at: string | null) {
  if (nature !== 'signable_document') return [];
  const certificate = { dn: 'CN=Emulator', oid: '2.5.4.3', hash: sha256, content: '', generated_at: at };
  return [{ hash: sha256, reason: null, certificate }];
}
