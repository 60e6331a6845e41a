import type { EmulatorTools, Rejection } from '../../../core/emulation';
import { onTurn } from '../../../kit/signing';
import { refuse } from '../failures';
import { callBack, tellSubscribers } from './callbacks';
import { sampleBytes } from './documents';
import { mailAll } from './signingPages';
import {
  type EmulatedDocument,
  type Handlers,
  isCompleted,
  requestAt,
  type Signatory,
  type SignatureRequest,
  signatoryByEmail,
  signersOf,
  turns,
} from './state';

export const requestHandlers: Pick<
  Handlers,
  'editRecipient' | 'createRequest' | 'addSignatory' | 'addStamps' | 'sendRequest' | 'registerWebhook'
> = {
  editRecipient: ({ state, values: { path, body } }) => {
    const request = requestAt(state, path.requestId);
    if (request === undefined) return refuse('request-unknown');
    const recipient = signatoryByEmail(request, body.OldUserEmail);
    // A guess: the text fits, and the status says that something was not found.
    if (recipient === undefined) return refuse('recipient-not-editable');
    const refusal = refusalOfEdit(request, recipient, body.UserEmail);
    if (refusal !== undefined) return refusal;
    edit(recipient, body);
    return { status: 200, body: { requestId: request.id } };
  },
  createRequest: ({ state, values: { body }, tools }) => {
    const request: SignatureRequest = {
      id: tools.uuid(),
      title: body.Title,
      message: body.Message ?? '',
      // What an unknown token is answered is not documented.
      documents: body.Documents.map((token) => state.documents.get(token) ?? unknownDocument(token, body.Title)),
      callback: {
        url: body.CallbackUrl,
        types: body.CallbackTypes,
        attachesDocuments: body.CompletedDocumentsAttached ?? false,
      },
      signatories: [],
      isSent: false,
    };
    state.requests.set(request.id, request);
    return { status: 200, body: { requestId: request.id } };
  },
  addSignatory: ({ state, values: { path, body }, tools }) => {
    const request = requestAt(state, path.requestId);
    if (request === undefined) return refuse('request-unknown');
    if (request.signatories.some(({ email }) => email === body.Email)) return refuse('recipient-duplicate');
    const signatory = newSignatory(body, tools);
    request.signatories.push(signatory);
    return { status: 200, body: { requestId: request.id, signatoryId: signatory.id } };
  },
  addStamps: ({ state, values: { path, body } }) => {
    const request = requestAt(state, path.requestId);
    if (request === undefined) return refuse('request-unknown');
    const signatory = request.signatories.find(({ id }) => id === path.signatoryId.toLowerCase());
    if (signatory === undefined) return refuse('signatory-unknown');
    signatory.stamps.push({ type: body.Type, identifier: body.Identifier });
    return { status: 200, body: { requestId: request.id, stampsCount: signatory.stamps.length } };
  },
  sendRequest: ({ state, values: { path }, tools }) => {
    const request = requestAt(state, path.requestId);
    if (request === undefined || request.isSent) return refuse('request-not-found');
    request.isSent = true;
    tellSubscribers(state, request, 'request.sent', tools);
    askAll(request, onTurn(signersOf(request), turns), tools);
    return { status: 200, body: { requestId: request.id, embeddedSigningUrl: null } };
  },
  registerWebhook: ({ state, values: { body }, tools }) => {
    const webhook = { id: tools.uuid(), ...body };
    state.webhooks.push(webhook);
    return { status: 200, body: webhook };
  },
};

function unknownDocument(token: string, title: string): EmulatedDocument {
  return { token, name: title, bytes: sampleBytes(title) };
}

/** Whose turn it is gets the link, which the callback is told of. */
export function askAll(request: SignatureRequest, people: readonly Signatory[], tools: EmulatorTools): void {
  mailAll(request, people, tools);
  for (const one of people) callBack(request, 'received', one, tools);
}

type Edit = Parameters<Handlers['editRecipient']>[0]['values']['body'];
type Added = Parameters<Handlers['addSignatory']>[0]['values']['body'];

/**
 * "Already completed" is documented as the cause of a 400 and of a 404. Which is which is a choice: as long as others
 * have not completed, the text that speaks of the user; once nobody is left to edit, the other.
 */
function refusalOfEdit(
  request: SignatureRequest,
  recipient: Signatory,
  email: string | undefined,
): Rejection | undefined {
  if (recipient.answer === 'completed') {
    return refuse(isCompleted(request) ? 'recipient-not-editable' : 'recipient-completed');
  }
  if (email === recipient.email) return refuse('email-unchanged');
  const isTaken = request.signatories.some((other) => other !== recipient && other.email === email);
  return isTaken ? refuse('recipient-duplicate') : undefined;
}

/** What the body leaves out stays. Order and stamps always stay. */
function edit(recipient: Signatory, { UserName, UserEmail, PrivateMessage, OTP }: Edit): void {
  recipient.name = UserName ?? recipient.name;
  recipient.email = UserEmail ?? recipient.email;
  recipient.privateMessage = PrivateMessage ?? recipient.privateMessage;
  recipient.otp = OTP ?? recipient.otp;
}

const parts = { 1: 'signer', 2: 'approver', 3: 'copy' } as const;

export function newSignatory(added: Added, tools: Pick<EmulatorTools, 'uuid'>): Signatory {
  return {
    id: tools.uuid(),
    part: parts[added.SignatoryType],
    order: added.Order,
    stamps: [],
    name: added.Name,
    email: added.Email,
    privateMessage: added.PrivateMessage ?? '',
    otp: added.OTP ?? {},
    answer: undefined,
  };
}
