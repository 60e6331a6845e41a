import type { Rejection } from '../../../core/emulation';
import { refuse } from '../failures';
import { settle } from './requests/progress';
import type { Approver, Document, SignatureRequest, SignatureRequests, Signer, State } from './state';

/* Finding what a path names, or the refusal that says it is not there. */

interface AtRequest {
  readonly signatureRequestId: string;
}

export const notFound = refuse('not-found');

export function requestAt(
  { requests }: State,
  { signatureRequestId }: AtRequest,
  now: number,
): SignatureRequest | Rejection {
  const request = requests.byId.get(signatureRequestId.toLowerCase());
  if (request === undefined) return notFound;
  return request.isBroken ? refuse('internal-error') : settle(request, now);
}

export interface DocumentPlace {
  readonly request: SignatureRequest;
  readonly document: Document;
}

export function documentAt(
  state: State,
  path: AtRequest & { readonly documentId: string },
  now: number,
): DocumentPlace | Rejection {
  const request = requestAt(state, path, now);
  if ('failure' in request) return request;
  const document = byId(request.documents, path.documentId);
  return document === undefined ? notFound : { request, document };
}

export function signerAt(
  state: State,
  path: AtRequest & { readonly signerId: string },
  now: number,
): { readonly request: SignatureRequest; readonly signer: Signer } | Rejection {
  const request = requestAt(state, path, now);
  if ('failure' in request) return request;
  const signer = byId(request.signers, path.signerId);
  return signer === undefined ? notFound : { request, signer };
}

export function approverAt(
  state: State,
  path: AtRequest & { readonly approverId: string },
  now: number,
): { readonly request: SignatureRequest; readonly approver: Approver } | Rejection {
  const request = requestAt(state, path, now);
  if ('failure' in request) return request;
  const approver = byId(request.approvers, path.approverId);
  return approver === undefined ? notFound : { request, approver };
}

/** Of one signature request there are few of each kind. */
function byId<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item | undefined {
  return items.find((item) => item.id === id.toLowerCase());
}

/** Behind another one; the first for null, the last when nothing is said. */
export function putBehind<Item extends { readonly id: string }>(
  items: readonly Item[],
  item: Item,
  after: string | null | undefined,
): Item[] {
  const others = items.filter(({ id }) => id !== item.id);
  if (after === undefined) return [...others, item];
  const place = after === null ? 0 : others.findIndex(({ id }) => id === after.toLowerCase()) + 1;
  return [...others.slice(0, place), item, ...others.slice(place)];
}

export function addRequest(requests: SignatureRequests, request: SignatureRequest): void {
  requests.byId.set(request.id, request);
  requests.inOrder.push(request);
}

export function nextNumber({ inOrder }: SignatureRequests): number {
  return (inOrder.at(-1)?.number ?? 0) + 1;
}

/** For good: it cannot be read any more. */
export function forget({ requests, expiry }: State, request: SignatureRequest): void {
  expiry.told.delete(request);
  requests.byId.delete(request.id);
  requests.inOrder.splice(placeOf(requests, request.number), 1);
}

/** The place of a number, or where it would be. */
export function placeOf({ inOrder }: SignatureRequests, number: number): number {
  let [from, to] = [0, inOrder.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((inOrder[middle]?.number ?? 0) < number) from = middle + 1;
    else to = middle;
  }
  return from;
}
