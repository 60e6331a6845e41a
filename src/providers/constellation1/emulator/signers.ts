import { type EmulatorTools, isRejection } from '../../../core/emulation';
import { isSessionOver, signerStatus, statusOfSession } from '../codes';
import { refuse } from '../failures';
import type { KnownSigner } from '../operations/signers/signerFields';
import { setSigner } from './events/statusEvents';
import { refuseUser } from './sessions';
import { mailSigner } from './signingPages';
import {
  type EmulatedSession,
  type EmulatedSigner,
  type Handlers,
  hasEnded,
  nameOf,
  note,
  sessionAt,
  signerFinder,
  success,
} from './state';

export const signerHandlers = {
  inviteSigners: ({ state, values: { body }, tools }) => {
    const found = sessionAt(state, body.signingSessionId, tools.now());
    if (isRejection(found)) return found;
    if (isSessionOver(found.status))
      return refuse('session-closed', { status: statusOfSession(found.status)?.text ?? '' });
    const pairs = pairUp(found, body.signerList);
    if ('stranger' in pairs) return refuse('signer-not-found', { signer: pairs.stranger });
    for (const { signer } of pairs.known) invite(found, signer, tools);
    return success();
  },
  updateSigners: ({ state, values: { body }, tools }) => {
    const refusal = refuseUser(state, body.username);
    if (refusal) return refusal;
    const found = sessionAt(state, body.signingSessionId, tools.now());
    if (isRejection(found)) return found;
    const pairs = pairUp(found, body.signers);
    if ('stranger' in pairs) return refuse('signer-not-found', { signer: pairs.stranger });
    // A signer may stand in the list many times: copied before anything is put in, not with all that came before.
    for (const { signer } of pairs.known) signer.values = { ...signer.values };
    for (const { signer, input } of pairs.known) {
      const { SignerId: _id, StatusCode: _status, StateCode: _state, ...values } = input;
      Object.assign(signer.values, values);
    }
    return success();
  },
  getSignerInviteToken: ({ state, values: { path } }) => {
    const id = path.signerId.toLowerCase();
    const found = state.bySigner.first(id)?.signers.find((one) => one.id.toLowerCase() === id);
    return found ? success(found.inviteToken) : refuse('signer-not-found', { signer: path.signerId });
  },
} satisfies Partial<Handlers>;

/** Those who have ended stay as they are, all others are asked anew. */
function invite(session: EmulatedSession, signer: EmulatedSigner, tools: EmulatorTools): void {
  if (hasEnded(signer)) return;
  note(session, `${nameOf(signer)} was invited`, tools);
  mailSigner(session, signer, signer.status === signerStatus.pending ? 'invitation' : 'reminder', tools);
  signer.declinedReason = '';
  if (signer.status !== signerStatus.inProgress) setSigner(session, signer, signerStatus.invited, tools);
}

interface Pair {
  readonly signer: EmulatedSigner;
  readonly input: KnownSigner;
}

/** All or none: whether some could be served while others fail is not documented. */
function pairUp(
  session: EmulatedSession,
  inputs: readonly KnownSigner[],
): { readonly known: readonly Pair[] } | { readonly stranger: string } {
  const known: Pair[] = [];
  const findSigner = signerFinder(session);
  for (const input of inputs) {
    const signer = findSigner(input);
    if (signer === undefined) return { stranger: input.SignerId || input.EmailAddress || input.LastName };
    known.push({ signer, input });
  }
  return { known };
}
