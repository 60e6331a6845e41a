import type { SigningContext } from '../../../core/emulation';
import type { SigningVisit } from '../../../core/recipients/signingVisit';
import { defineSigningDesk, visitState } from '../../../kit/signing';
import { describeSigner, isSessionOver, sessionStatus, signerStatus } from '../codes';
import { startSession } from '../operations/sessions/sessions';
import { setSession, setSigner } from './events/statusEvents';
import { inviteNext } from './sessions';
import { signingAddress, signingPageOf } from './signingPages';
import {
  type EmulatedSession,
  type EmulatedSigner,
  expire,
  hasEnded,
  inSequence,
  isAsked,
  isWaiting,
  nameOf,
  note,
  type State,
  sequenceOf,
} from './state';

export const signingDesk = defineSigningDesk({
  isPage: (path) => path.startsWith(signingAddress),
  find: deskOf,
  visit: visitOf,
  opened: ({ session, signer }, { tools }) => setSigner(session, signer, signerStatus.inProgress, tools),
  finish: ({ session, signer }, { tools }) => {
    setSigner(session, signer, signerStatus.completed, tools);
    note(session, `${nameOf(signer)} signed`, tools);
    if (session.info.UseSequence === 1) inviteNext(session, tools);
    if (session.signers.every(hasEnded)) setSession(session, sessionStatus.completed, tools);
    return {};
  },
  decline: ({ session, signer }, reason, { tools }) => {
    note(session, `${nameOf(signer)} declined`, tools);
    signer.declinedReason = reason;
    setSigner(session, signer, signerStatus.declined, tools);
    return {};
  },
  pages: ({ sessions }) =>
    [...sessions.values()].flatMap(({ id, signers }) =>
      signers
        .filter(({ status }) => status !== signerStatus.pending)
        .map((signer) => ({ document: id, path: signingPageOf(signer) })),
    ),
  unmailed: ({ sessions }, id) =>
    (sessions.get(id.toLowerCase())?.signers ?? [])
      .filter(({ status }) => status === signerStatus.pending)
      .map((signer) => ({ signer: signerOf(signer), pageBy: startSession })),
});

interface Desk {
  readonly session: EmulatedSession;
  readonly signer: EmulatedSigner;
}

function deskOf({ state, path, tools }: SigningContext<State>): Desk | undefined {
  const id = path.slice(signingAddress.length).toLowerCase();
  const session = state.sessions.get(state.bySigner.first(id)?.id ?? '');
  const signer = session?.signers.find((candidate) => candidate.id.toLowerCase() === id);
  if (session === undefined || signer === undefined) return undefined;
  expire(session, tools.now());
  return { session, signer };
}

function signerOf(signer: EmulatedSigner): SigningVisit['signer'] {
  const { EmailAddress: email = '', SignerRole: role } = signer.values;
  return { name: nameOf(signer), email: email ?? '', ...(role && { role }) };
}

function visitOf({ session, signer }: Desk): SigningVisit {
  return {
    state: stateOf(session, signer),
    signer: signerOf(signer),
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
        : isSessionOver(session.status) || isRefused
          ? 'cancelled'
          : undefined,
    isWaiting: !isSent || !isAsked(signer) || isWaiting(session, signer),
  });
}
