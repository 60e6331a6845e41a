import { isoTime, isoTimeOrNull } from '../../../../kit/times/isoTime';
import type { JsonObject } from '../../../../protocol/json';
import type { Approver, SignatureRequest, Signer } from '../state';

/** What an event tells: the request as it is now and, where somebody did it, them; `link`: to their page. */
export function eventData(
  request: SignatureRequest,
  person: Signer | Approver | undefined,
  link?: string | undefined,
): JsonObject {
  return {
    signature_request: viewTold(request),
    ...(person && { [person.kind]: { ...viewPerson(person), ...(link !== undefined && { signature_link: link }) } }),
  };
}

/** The keys of the documented sample: people without names, documents without titles. */
function viewTold(request: SignatureRequest): JsonObject {
  const { settings, decline } = request;
  return {
    id: request.id,
    status: request.status,
    name: settings.name,
    delivery_mode: settings.delivery_mode,
    created_at: isoTime(request.createdAt),
    activated_at: isoTimeOrNull(request.activatedAt),
    completed_at: isoTimeOrNull(request.completedAt),
    approved_at: isoTimeOrNull(request.approvedAt),
    deleted_at: null,
    timezone: settings.timezone,
    email_custom_note: settings.email_custom_note,
    expiration_date: isoTime(request.expiresAt),
    source: 'public_api',
    ordered_signers: settings.ordered_signers,
    external_id: settings.external_id,
    workspace_id: settings.workspace_id,
    sender: { id: request.sender.id, email: request.sender.email },
    signers: request.signers.map(({ id, status }) => ({ id, status })),
    approvers: request.approvers.map(({ id, status }) => ({ id, status })),
    labels: [],
    documents: request.documents.map(({ id, nature }) => ({ id, nature })),
    custom_properties: [],
    // Where the reason stands is not documented for events: as in what a GET answers.
    ...(decline && {
      decline_information: { signer_id: decline.signer.id, reason: decline.reason, declined_at: isoTime(decline.at) },
    }),
  };
}

function viewPerson(person: Signer | Approver): JsonObject {
  const { id, status, info } = person;
  if (person.kind === 'approver') return { id, status, info: { ...info } };
  return {
    id,
    status,
    signed_at: isoTimeOrNull(person.signedAt),
    signature_level: person.settings.signature_level,
    info: { ...info },
  };
}
