import type { DocumentDetail, Recipient, Status } from '../../../core/documents';
import type { CollectedDocument } from '../../../core/emulation';
import type { PreparedRequest } from '../../../core/operation';
import { inOrder } from '../../../kit/signing';
import { requestCollection } from '../resources';
import { addSignatoryStep, addStampsStep, editRecipientStep, listDocumentsStep, sendStep } from '../steps';
import { signingPath } from './signingPages';
import {
  isCompleted,
  isDeclined,
  isWaiting,
  requestAt,
  type Signatory,
  type SignatureRequest,
  type State,
  statusOf,
  turns,
} from './state';

/** No call of EVIA Sign tells this: it is for the tree of the emulator alone. */
export function describeRequest(state: State, collection: string, id: string): DocumentDetail | undefined {
  const request = collection === requestCollection.id ? requestAt(state, id) : undefined;
  return request && detailOf(request);
}

export function collectRequests({ state }: { readonly state: State }): readonly CollectedDocument[] {
  return [...state.requests.values()].map((request) => ({
    collection: requestCollection.id,
    detail: detailOf(request),
  }));
}

function detailOf(request: SignatureRequest): DocumentDetail {
  return {
    id: request.id,
    title: request.title,
    status: requestStatus(request),
    recipients: inOrder(request.signatories, turns.orderOf).map((signatory) => recipientOf(request, signatory)),
    actions: [
      ...(request.isSent ? [] : [addSignatoryStep(request.id, request.title), sendStep(request.id, request.title)]),
      listDocumentsStep(request.id, request.title),
    ],
    empty: 'No signatories yet.',
    note: 'Known to the emulator only: EVIA Sign documents no call that reads requests.',
  };
}

function requestStatus(request: SignatureRequest): Status {
  if (!request.isSent) return { text: 'draft', tone: 'draft' };
  if (isDeclined(request)) return { text: 'declined', tone: 'refused' };
  return isCompleted(request) ? { text: 'completed', tone: 'done' } : { text: 'sent', tone: 'open' };
}

function recipientOf(request: SignatureRequest, signatory: Signatory): Recipient {
  const { id, email, part, order } = signatory;
  const isAsked = request.isSent && part !== 'copy';
  return {
    id,
    title: email,
    role: part,
    order,
    status: { text: statusOf(request, signatory), tone: toneOf(request, signatory) },
    actions: actionsOf(request, signatory),
    ...(isAsked && { signingPage: signingPath(request, signatory) }),
  };
}

function toneOf(request: SignatureRequest, signatory: Signatory): Status['tone'] {
  if (signatory.answer !== undefined) return signatory.answer === 'completed' ? 'done' : 'refused';
  if (signatory.part === 'copy' || !request.isSent) return 'none';
  return isWaiting(request, signatory) ? 'waiting' : 'open';
}

function actionsOf(request: SignatureRequest, { id, email, part, answer }: Signatory): readonly PreparedRequest[] {
  const stamps = addStampsStep({ requestId: request.id, signatoryId: id }, email);
  return [
    ...(answer === 'completed' ? [] : [editRecipientStep(request.id, email, email)]),
    ...(request.isSent || part === 'copy' ? [] : [stamps]),
  ];
}
