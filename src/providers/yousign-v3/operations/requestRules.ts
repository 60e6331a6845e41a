import { nearest } from '../../../core/forms/wording/nearest';
import { defineRule, type RequestSchemas } from '../../../core/operation';
import { holdsReference } from '../../../core/requests/references/reference';
import { conditionsAt, factsOfPath } from '../../../kit/facts';
import { writes } from '../../../kit/mending/mends';
import { isBeingPrepared, loadSignatureRequestFacts, type SignatureRequestFacts } from '../facts/signatureRequestFacts';
import { ofSignatureRequest } from './fields';

/* What must hold of a signature request before a call to it, whatever the call says. */

/** Of calls whose path names the signature request. */
export const loadFacts = factsOfPath(ofSignatureRequest, ({ signatureRequestId }, call) =>
  loadSignatureRequestFacts(signatureRequestId, call),
);

const condition = conditionsAt<SignatureRequestFacts>('/path/signatureRequestId');

export const isEditable = condition({
  failure: 'request-not-draft',
  statement: 'The signature request is a draft, or paused.',
  fault: (request) =>
    isBeingPrepared(request) ? undefined : `This signature request is ${request.status}, no draft any more.`,
});

export const isDeletable = condition({
  failure: 'request-still-open',
  statement: 'The signature request is neither in approval nor ongoing.',
  fault: (request) =>
    isUnderway(request) ? `This signature request is in status ${request.status}; cancel it first.` : undefined,
});

export const isCancelable = condition({
  failure: 'request-not-open',
  statement: 'The signature request is in approval or ongoing.',
  fault: (request) =>
    isUnderway(request)
      ? undefined
      : `This signature request is in status ${request.status}: there is nothing to cancel.`,
});

export const isExpired = condition({
  failure: 'request-not-expired',
  statement: 'The signature request has expired.',
  fault: ({ status }) =>
    status === 'expired' ? undefined : `This signature request is in status ${status}, not expired.`,
});

export const isDone = condition({
  failure: 'audit-trail-not-ready',
  statement: 'The signature request is done.',
  fault: ({ status }) =>
    status === 'done'
      ? undefined
      : `This signature request is in status ${status}; the audit trail comes when it is done.`,
});

/** An expiry before the day on which the signature request was made has passed, whatever day it is. */
export const expiresLater = defineRule<RequestSchemas, SignatureRequestFacts>({
  failure: 'expiration-out-of-range',
  statement: 'A new expiry lies ahead, by one year at most.',
  check: ({ body }, facts) => {
    const { expiration_date: date }: { readonly expiration_date?: unknown } = body ?? {};
    if (typeof date !== 'string' || facts === undefined) return [];
    const past = facts.status === 'expired' ? facts.expiresAt : facts.createdAt;
    return date < past.slice(0, 10)
      ? [{ pointer: '/body/expiration_date', message: `This day has passed: ${past.slice(0, 10)} came after it.` }]
      : [];
  },
});

/** Which names the API knows is not documented: those of others are worth a look. */
export const isTimeZone = defineRule<RequestSchemas>({
  failure: 'value-invalid',
  severity: 'warning',
  statement: 'The time zone has a name of the IANA, such as Europe/Paris.',
  check: ({ body }) => {
    const { timezone: name }: { readonly timezone?: unknown } = body ?? {};
    if (typeof name !== 'string' || holdsReference(name) || isKnownZone(name)) return [];
    const meant = nearest(name, Intl.supportedValuesOf('timeZone'));
    const mended = meant !== undefined && { mend: writes('/body/timezone', meant) };
    const message = 'No time zone is known by this name; Europe/Paris is one.';
    return [{ pointer: '/body/timezone', message, ...mended }];
  },
});

function isKnownZone(timeZone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).format(0) !== '';
  } catch {
    return false;
  }
}

/** It was asked for, and waits for whoever has to approve or sign. */
export function isUnderway({ status }: { readonly status: string }): boolean {
  return status === 'approval' || status === 'ongoing';
}
