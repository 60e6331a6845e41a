import type { SigningContext } from '../../../core/emulation';
import type { SigningVisit } from '../../../core/recipients/signingVisit';
import { defineSigningDesk, inOrder, newlyOnTurn, onTurn, visitState } from '../../../kit/signing';
import { sendRequest } from '../operations/sendRequest';
import { callBack, tellSubscribers } from './callbacks';
import { askAll } from './requests';
import { signingAddress, signingPath } from './signingPages';
import {
  isCompleted,
  isDeclined,
  isWaiting,
  type Otp,
  requestAt,
  type Signatory,
  type SignatureRequest,
  type State,
  signersOf,
  statusOf,
  turns,
} from './state';

export const signingDesk = defineSigningDesk({
  isPage: (path) => signingAddress.test(path),
  find: deskOf,
  visit: visitOf,
  finish: (desk, { state, tools }) => {
    const { request, signatory } = desk;
    const before = onTurn(signersOf(request), turns);
    answer(desk, 'completed');
    callBack(request, 'signed', signatory, tools);
    askAll(request, newlyOnTurn(signersOf(request), before, turns), tools);
    if (!isCompleted(request)) return {};
    callBack(request, 'completed', signatory, tools);
    tellSubscribers(state, request, 'request.completed', tools);
    return {};
  },
  decline: (desk, _reason, { tools }) => {
    callBack(desk.request, 'rejected', desk.signatory, tools);
    return answer(desk, 'declined');
  },
  pages: ({ requests }) =>
    [...requests.values()]
      .filter(({ isSent }) => isSent)
      .flatMap((request) =>
        signersOf(request).map((signatory) => ({ document: request.id, path: signingPath(request, signatory) })),
      ),
  unmailed: (state, id) => {
    const request = requestAt(state, id);
    return (request?.signatories ?? [])
      .filter(({ part }) => part === 'copy' || request?.isSent === false)
      .map((one) => ({ signer: signerOf(one), pageBy: one.part === 'copy' ? ('nothing' as const) : sendRequest }));
  },
});

interface Desk {
  readonly request: SignatureRequest;
  readonly signatory: Signatory;
}

/** Undefined as long as the request was not sent: nobody was asked. */
function deskOf({ state, path }: SigningContext<State>): Desk | undefined {
  const [, requestId = '', signatoryId] = signingAddress.exec(path) ?? [];
  const request = requestAt(state, requestId);
  if (request === undefined || !request.isSent) return undefined;
  const signatory = signersOf(request).find(({ id }) => id === signatoryId);
  return signatory && { request, signatory };
}

function answer({ signatory }: Desk, given: 'completed' | 'declined') {
  signatory.answer = given;
  return {};
}

function signerOf({ name, email, part }: Signatory): SigningVisit['signer'] {
  return { name, email, role: part };
}

function visitOf({ request, signatory }: Desk): SigningVisit {
  const { stamps, privateMessage, otp } = signatory;
  const fields = stamps.map(({ type, identifier }) => `${type} (${identifier})`);
  return {
    state: stateOf(request, signatory),
    signer: signerOf(signatory),
    // Stamps belong to tags, not to files: they are shown with the first.
    documents: request.documents.map(({ name: title }, index) => ({ title, fields: index === 0 ? fields : [] })),
    notes: [request.message, privateMessage, ...checkNote(otp)].filter((note) => note !== ''),
    progress: inOrder(signersOf(request), turns.orderOf).map((other) => ({
      title: other.email,
      order: other.order,
      status: statusOf(request, other),
    })),
  };
}

function checkNote({ IsRequired, AccessCode, MobileNumber }: Otp): readonly string[] {
  if (IsRequired !== true) return [];
  const means = AccessCode
    ? 'the access code'
    : MobileNumber
      ? `a code sent to ${MobileNumber}`
      : 'a one-time password';
  return [`EVIA Sign would ask for ${means} first; the emulator does not.`];
}

function stateOf(request: SignatureRequest, signatory: Signatory): SigningVisit['state'] {
  return visitState({
    hasSigned: signatory.answer === 'completed',
    hasDeclined: isDeclined(request),
    isWaiting: isWaiting(request, signatory),
  });
}
