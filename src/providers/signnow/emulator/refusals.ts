import type { EmulatedRequest, RefusedReply, Rejection } from '../../../core/emulation';
import type { Operation } from '../../../core/operation';
import { isUndocumented, type Refusals, undocumentedRemark } from '../../../kit/emulatedAccess';
import type { Issue } from '../../../protocol/form';
import { type FailureId, failures } from '../failures';
import { eventFailures } from '../failures/eventFailures';
import { operations } from '../operations/operations';

export const refusals = {
  reject,
  rejectInvalid,
  unknownRoute,
} satisfies Refusals;

/** `{"error":"…"}` for tokens and clients, `{"404":"…"}` for addresses, `{"error":[…]}` for what fails inside, `{"errors":[…]}` for all the rest. */
function reject(rejection: Rejection): RefusedReply {
  const { failure: id } = rejection;
  return { status: failures.find(id).status, body: bodyOf(rejection), failures: [id] };
}

function unknownRoute({ path }: EmulatedRequest, advice?: string): RefusedReply {
  const refused = reject({ failure: 'unknown-route', detail: { path } });
  return advice === undefined ? refused : { ...refused, body: { '404': advice } };
}

function bodyOf(rejection: Rejection) {
  const { failure: id } = rejection;
  const { code } = failures.find(id);
  const message = failures.messageOf(rejection);
  if (flat.has(id)) return { error: message, ...(code !== undefined && { code }) };
  if (id === 'internal-error') return { error: [{ code, message }] };
  if (id === 'unknown-route') return { '404': message };
  if (bare.has(id)) return { ...(code !== undefined && { code }), message };
  return { errors: [{ code, message }] };
}

/** The failure that stands for a value which breaks its schema; several of them come together. */
function rejectInvalid(operation: Operation, issues: readonly Issue[]): RefusedReply {
  if (operation.id === operations.getToken.id) return tokenRefusal(issues);
  const ids = [...new Set(issues.map((issue) => meaningOf(operation, issue)))];
  // In this form there is room for one only.
  const [first] = ids;
  if (first !== undefined && bare.has(first)) return reject({ failure: first });
  const errors = ids.map((failure) => ({
    code: failures.find(failure).code,
    message: failures.messageOf({ failure, detail: { field: fieldsOf(operation, issues, failure) } }),
  }));
  return { status: 400, body: { errors }, failures: ids };
}

function tokenRefusal(issues: readonly Issue[]): RefusedReply {
  const refused = reject({ failure: 'invalid-request' });
  const remark = undocumentedRemark(issues);
  return remark === undefined ? refused : { ...refused, body: { error: remark } };
}

/** At most so many are named in one error. */
const mostNamed = 5;

/** Which values an error is about: no source says that the API hides it. */
function fieldsOf(operation: Operation, issues: readonly Issue[], failure: FailureId): string {
  const own = issues.filter((issue) => meaningOf(operation, issue) === failure);
  const names = own.map(({ pointer }) => pointer.split('/').slice(2).join('.') || 'the body');
  return [...new Set(names)].slice(0, mostNamed).join(', ');
}

const flat: ReadonlySet<string> = new Set<FailureId>([
  'invalid-token',
  'invalid-client',
  'invalid-request',
  'invalid-scope',
  'invalid-credentials',
]);

const bare: ReadonlySet<string> = new Set<string>(eventFailures.map(({ id }) => id));

interface Meaning {
  readonly pointer: RegExp;
  readonly code: string;
  readonly failure: FailureId;
  /** Of the calls before /v2. */
  readonly older?: FailureId;
}

const meanings: readonly Meaning[] = [
  { pointer: /\/email$/, code: 'too_big', failure: 'email-too-long' },
  { pointer: /\/email$/, code: 'invalid_format', failure: 'email-invalid', older: 'email-invalid-v1' },
  { pointer: /^\/body\/to$/, code: 'invalid_format', failure: 'email-invalid-v1' },
  { pointer: /^\/body\/from$/, code: 'too_small', failure: 'from-empty' },
  { pointer: /\/order$/, code: 'too_small', failure: 'order-invalid' },
  { pointer: /\/auth_method$/, code: 'invalid_value', failure: 'auth-method-invalid' },
  { pointer: /\/\w*redirect_uri$/, code: 'invalid_format', failure: 'redirect-uri-invalid' },
  { pointer: /^\/body\/redirect_uri$/, code: 'invalid_type', failure: 'redirect-uri-not-text' },
  { pointer: /^\/body\/link_expiration$/, code: 'too_small', failure: 'link-expiration-too-short' },
  { pointer: /^\/body\/link_expiration$/, code: 'too_big', failure: 'link-expiration-too-long' },
  { pointer: /^\/query\/per_page$/, code: 'too_small', failure: 'invalid-per-page' },
];

function meaningOf({ path }: Operation, issue: Issue): FailureId {
  // Each of its failures is about one documented value.
  const isOfEvents = /\/event(?:s|-subscriptions)\b/.test(path) && !isUndocumented(issue);
  if (isOfEvents) return eventMeaningOf(issue);
  const known = meanings.find(({ pointer, code }) => code === issue.code && pointer.test(issue.pointer));
  const isOlder = !path.startsWith('/v2/');
  if (known !== undefined) return (isOlder ? known.older : undefined) ?? known.failure;
  return isOlder ? 'invalid-payload-v1' : 'invalid-payload';
}

const eventMeanings: readonly Omit<Meaning, 'older'>[] = [
  { pointer: /^\/body\/event$/, code: 'invalid_type', failure: 'event-not-text' },
  { pointer: /^\/body\/event$/, code: '', failure: 'event-empty' },
  { pointer: /^\/body\/action$/, code: '', failure: 'action-not-callback' },
  { pointer: /^\/body\/attributes\/callback$/, code: 'invalid_type', failure: 'callback-not-text' },
  { pointer: /^\/body\/attributes\/callback$/, code: 'invalid_format', failure: 'callback-not-url' },
  { pointer: /^\/body\/attributes(?:\/callback)?$/, code: '', failure: 'attributes-empty' },
];

/** The first that speaks of the value; one without a code speaks of whatever else is wrong with it. */
function eventMeaningOf({ pointer, code }: Issue): FailureId {
  const known = eventMeanings.find((one) => one.pointer.test(pointer) && (one.code === '' || one.code === code));
  return known?.failure ?? 'subscription-invalid';
}
