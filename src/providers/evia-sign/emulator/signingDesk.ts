import type { SigningContext, SigningDesk, SigningVisit } from '../../../core/emulation';
import {
  isDeclined,
  isWaiting,
  type Otp,
  requestAt,
  type Signatory,
  type SignatureRequest,
  type State,
  signersOf,
  statusOf,
} from './state';

/** The emulator's own address: what the links in EVIA's mails look like is not documented. */
const address = /^\/sign\/([^/]+)\/([^/]+)$/;

export function signingPath(request: SignatureRequest, signatory: Signatory): string {
  return `/sign/${request.id}/${signatory.id}`;
}

export const signingDesk: SigningDesk<State> = {
  visit: (context) => {
    if (!address.test(context.path)) return undefined;
    const desk = deskOf(context);
    return desk ? visitOf(desk) : { state: 'unknown', signer: { name: '', email: '' }, documents: [], progress: [] };
  },
  finish: (context) => answer(context, 'completed'),
  decline: (context) => answer(context, 'declined'),
  pages: ({ requests }) =>
    [...requests.values()]
      .filter(({ isSent }) => isSent)
      .flatMap((request) =>
        signersOf(request).map((signatory) => ({ document: request.id, path: signingPath(request, signatory) })),
      ),
};

interface Desk {
  readonly request: SignatureRequest;
  readonly signatory: Signatory;
}

/** Undefined as long as the request was not sent: nobody was asked. */
function deskOf({ state, path }: SigningContext<State>): Desk | undefined {
  const [, requestId = '', signatoryId] = address.exec(path) ?? [];
  const request = requestAt(state, requestId);
  if (request === undefined || !request.isSent) return undefined;
  const signatory = signersOf(request).find(({ id }) => id === signatoryId);
  return signatory && { request, signatory };
}

function answer(context: SigningContext<State>, given: 'completed' | 'declined') {
  const desk = deskOf(context);
  if (desk !== undefined) desk.signatory.answer = given;
  return {};
}

function visitOf({ request, signatory }: Desk): SigningVisit {
  const { name, email, part, stamps, privateMessage, otp } = signatory;
  const fields = stamps.map(({ type, identifier }) => `${type} (${identifier})`);
  return {
    state: stateOf(request, signatory),
    signer: { name, email, role: part },
    // Stamps belong to tags, not to files: they are shown with the first.
    documents: request.documents.map((title, index) => ({ title, fields: index === 0 ? fields : [] })),
    notes: [request.message, privateMessage, ...checkNote(otp)].filter((note) => note !== ''),
    progress: signersOf(request)
      .toSorted((one, other) => one.order - other.order)
      .map((other) => ({ title: other.email, order: other.order, status: statusOf(request, other) })),
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
  if (signatory.answer === 'completed') return 'used';
  if (isDeclined(request)) return 'declined';
  return isWaiting(request, signatory) ? 'waiting' : 'open';
}
