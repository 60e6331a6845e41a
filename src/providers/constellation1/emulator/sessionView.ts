import { fullName } from '../../../kit/fullName';
import { type SessionFacts, sessionFacts } from '../facts';
import type { SessionInfoReply, SessionReply, SignerReply } from '../operations/replies';
import { type EmulatedSession, type EmulatedSigner, inSequence } from './state';

/** A session with all that is known of it. */
export function viewSession(session: EmulatedSession): SessionReply {
  return {
    Id: session.id,
    SigningSessionId: session.id,
    SessionInfo: viewInfo(session),
    Documents: session.documents.map((document) => ({ ...document })),
    Signers: inSequence(session).map((signer) => viewSigner(session, signer)),
  };
}

/** Its header, as the short list has it; the password stays with the server. */
export function viewInfo({ id, owner, info, status, createdAt }: EmulatedSession): SessionInfoReply {
  const { Password: _password, OwnerID: _ownerId, OwnerSignature: _signature, ClientID: _clientId, ...shown } = info;
  return {
    OwnerName: fullName(owner.firstName, owner.lastName),
    OwnerEmail: owner.userName,
    ...shown,
    SigningSessionId: id,
    StatusCode: status,
    CreatedOn: netDate(createdAt),
  };
}

export function factsOf(session: EmulatedSession): SessionFacts {
  return sessionFacts(viewSession(session));
}

function viewSigner(session: EmulatedSession, signer: EmulatedSigner): SignerReply {
  const { FirstName = '', LastName, EmailAddress = '', SignerRole = '', Sequence = 0, FullName } = signer.values;
  return {
    SignerId: signer.id,
    SigningSessionId: session.id,
    FirstName,
    LastName,
    FullName: FullName ?? `${FirstName} ${LastName}`.trim(),
    EmailAddress,
    SignerRole,
    Sequence,
    StateCode: 0,
    StatusCode: signer.status,
    DeclinedReason: signer.declinedReason === '' ? null : signer.declinedReason,
  };
}

/** As .NET writes dates into JSON. */
export function netDate(milliseconds: number): string {
  return `/Date(${milliseconds})/`;
}
