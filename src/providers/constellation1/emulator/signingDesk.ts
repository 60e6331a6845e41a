import type { SigningContext, SigningVisit } from '../../../core/emulation';
import { defineSigningDesk, visitState } from '../../../kit/signing';
import { describeSigner, isOver, sessionStatus, signerStatus } from '../codes';
import { inviteNext } from './sessions';
import {
  type EmulatedSession,
  type EmulatedSigner,
  expire,
  hasEnded,
  inSequence,
  isAsked,
  isWaiting,
  type State,
  sequenceOf,
} from './state';

/** The emulator's own address: what the links in the vendor's e-mails look like is not documented. */
const address = '/sign/';

export const signingDesk = defineSigningDesk({
  isPage: (path) => path.startsWith(address),
  find: deskOf,
  visit: visitOf,
  finish: ({ session, signer }) => {
    signer.status = signerStatus.completed;
    if (session.info.UseSequence === 1) inviteNext(session);
    if (session.signers.every(hasEnded)) session.status = sessionStatus.completed;
    return {};
  },
  decline: ({ signer }, reason) => {
    signer.status = signerStatus.declined;
    signer.declinedReason = reason;
    return {};
  },
  pages: ({ sessions }) =>
    [...sessions.values()].flatMap(({ id, signers }) =>
      signers
        .filter(({ status }) => status !== signerStatus.pending)
        .map((signer) => ({ document: id, path: signingPageOf(signer) })),
    ),
});

/** The path of a signer's page. */
export function signingPageOf({ id }: EmulatedSigner): string {
  return `${address}${encodeURIComponent(id)}`;
}

interface Desk {
  readonly session: EmulatedSession;
  readonly signer: EmulatedSigner;
}

function deskOf({ state, path, tools }: SigningContext<State>): Desk | undefined {
  const id = path.slice(address.length).toLowerCase();
  for (const session of state.sessions.values()) {
    const signer = session.signers.find((candidate) => candidate.id.toLowerCase() === id);
    if (signer === undefined) continue;
    expire(session, tools.now());
    return { session, signer };
  }
  return undefined;
}

function visitOf({ session, signer }: Desk): SigningVisit {
  return {
    state: stateOf(session, signer),
    signer: {
      name: nameOf(signer),
      email: signer.values.EmailAddress ?? '',
      ...(signer.values.SignerRole && { role: signer.values.SignerRole }),
    },
    documents: titlesOf(session).map((title) => ({ title, fields: ['Signature'] })),
    // For the list of all signing pages nobody asks how far the others are.
    get progress() {
      return inSequence(session).map((other) => ({
        title: other.values.EmailAddress || nameOf(other),
        order: sequenceOf(other),
        status: describeSigner(other.status)?.text ?? '',
      }));
    },
  };
}

/** A session without documents has at least its title to sign. */
function titlesOf({ documents, info }: EmulatedSession): readonly string[] {
  return documents.length === 0 ? [info.Title] : documents.map(({ FileName }) => FileName);
}

function stateOf(session: EmulatedSession, signer: EmulatedSigner): SigningVisit['state'] {
  const isRefused = signer.status === signerStatus.cancelled || signer.status === signerStatus.authenticationFailed;
  const isSent = session.status === sessionStatus.sent;
  return visitState({
    hasSigned: hasEnded(signer),
    hasDeclined: signer.status === signerStatus.declined,
    over:
      session.status === sessionStatus.expired
        ? 'expired'
        : isOver(session.status) || isRefused
          ? 'cancelled'
          : undefined,
    isWaiting: !isSent || !isAsked(signer) || isWaiting(session, signer),
  });
}

function nameOf({ values }: EmulatedSigner): string {
  return `${values.FirstName ?? ''} ${values.LastName}`.trim();
}
