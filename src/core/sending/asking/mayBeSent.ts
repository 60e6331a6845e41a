import { parseBaseUrl } from '../../addresses/baseUrl';
import { type Connection, hostOf, originsOf } from '../../connections/connection';
import { unknownOrigins } from '../../connections/unknownOrigins';
import type { Effect, Operation, RequestValues } from '../../operation';
import type { Provider } from '../../provider';
import { valuesWithin } from '../../requests/valuesWithin';
import type { CallMeter } from '../politeness/callMeter';
import type { RunCause, RunOrigin } from '../runOrigin';
import type { Target } from '../target';
import { isAllowed, recipientsOf } from './allowList';
import { effectsAt } from './effects';
import type { Question, Reason } from './question';
import { readingsOf } from './readings';

/** What decides whether it is asked. */
export interface SendPolicy {
  /** Addresses, domains or `*` that may get mail without a question; empty asks on every live connection. */
  readonly allowedRecipients: readonly string[];
  readonly confirmations: Confirmations;
  /** Without it nothing is counted. */
  readonly meter?: CallMeter;
}

/** What a person agreed to in this session, by connection and address. */
export class Confirmations {
  readonly #agreed = new Set<string>();

  has(reason: Reason['kind'], connection: Connection): boolean {
    return this.#agreed.has(keyOf(reason, connection));
  }

  add(reason: Reason['kind'], connection: Connection): void {
    this.#agreed.add(keyOf(reason, connection));
  }
}

function keyOf(reason: Reason['kind'], connection: Connection): string {
  return JSON.stringify([reason, connection.provider, connection.id, ...originsOf(connection)]);
}

/**
 * What must be answered before a request may leave; undefined when nothing must. The product's own reading (the tree,
 * facts for a form, tokens) sends what changes nothing and is never asked about; see `isReading`. `written` is the text
 * that the values come from, where it leaves as it was written.
 */
export function mayBeSent(
  { provider, operation, connection }: Target,
  values: RequestValues,
  origin: RunOrigin,
  policy: SendPolicy,
  written?: string,
): Question | undefined {
  const readings = readingsOf(values, written);
  const reasons = reasonsToAsk({ provider, operation, connection, readings, origin, policy });
  if (reasons.length === 0) return undefined;
  const baseUrl = operation.host === undefined ? connection.baseUrl : hostOf(connection, operation.host);
  return { operation: operation.title, connection: connection.title, baseUrl, reasons };
}

/** Remembers what need not be asked twice in a session. */
export function rememberAnswer({ reasons }: Question, connection: Connection, { confirmations }: SendPolicy): void {
  for (const { kind } of reasons) {
    const isOnce = kind === 'liveConnection' || (kind === 'takesAway' && isPractice(connection));
    if (isOnce) confirmations.add(kind, connection);
  }
}

/** Whether a call leaves everything as it is: what the product may send by itself. */
export function isReading(operation: Operation): boolean {
  return operation.method === 'GET' || isTokenCall(operation);
}

/** A call whose authorization is not a token is one that fetches or checks tokens. */
function isTokenCall({ authorization = 'token' }: Operation): boolean {
  return authorization !== 'token';
}

/** What is about to be sent. */
interface Asked {
  readonly provider: Provider;
  readonly operation: Operation;
  readonly connection: Connection;
  /** As the server may read them. */
  readonly readings: readonly RequestValues[];
  readonly origin: RunOrigin;
  readonly policy: SendPolicy;
}

function reasonsToAsk(asked: Asked): readonly Reason[] {
  const { operation, origin } = asked;
  if (origin.cause === 'reading' && isReading(operation)) return [];
  const found = [liveConnection(asked), otherAddress(asked), takesAway(asked), ...people(asked), tooMany(asked)];
  return found.filter((reason) => reason !== undefined);
}

function liveConnection({ provider, connection, policy }: Asked): Reason | undefined {
  if (!connection.live || policy.confirmations.has('liveConnection', connection)) return undefined;
  const environment = provider.environments.find(({ id }) => id === connection.environment);
  return {
    kind: 'liveConnection',
    environment: environment?.live === true ? environment.title : undefined,
    unknown: unknownOrigins(environment, connection),
  };
}

function otherAddress({ connection, origin }: Asked): Reason | undefined {
  const before = origin.sentBeforeTo;
  if (before === undefined || before === connection.baseUrl || isPractice(connection)) return undefined;
  return { kind: 'otherAddress', before };
}

function takesAway(asked: Asked): Reason | undefined {
  const { connection, policy } = asked;
  if (!effectsIn(asked).has('takesAway')) return undefined;
  const isAgreed = isPractice(connection) && policy.confirmations.has('takesAway', connection);
  return isAgreed ? undefined : { kind: 'takesAway' };
}

function people(asked: Asked): readonly (Reason | undefined)[] {
  const { operation, connection, readings, policy } = asked;
  if (isReading(operation) || isPractice(connection)) return [];
  const { allowedRecipients: allowed } = policy;
  const recipients = [...new Set(readings.flatMap(recipientsIn))];
  const strangers = allowed.length === 0 ? [] : recipients.filter((recipient) => !isAllowed(recipient, allowed));
  const effects = effectsIn(asked);
  const mails = effects.has('mailsPeople') && !allowed.includes('*');
  const onRecord = effects.has('mailsOnRecord');
  // The list speaks of those it knows: whoever the values do not name may be anybody.
  const isUnknown = allowed.length === 0 ? connection.live : recipients.length === 0 || onRecord;
  return [
    mails && isUnknown ? { kind: 'mailsPeople', recipients, ...(onRecord && { onRecord }) } : undefined,
    strangers.length > 0 ? { kind: 'notAllowed', recipients: strangers } : undefined,
  ];
}

/** Somebody who sends by hand can wait; whatever sends by itself is told by the API. */
const byHand: ReadonlySet<RunCause> = new Set<RunCause>(['form', 'text', 'tree', 'step', 'replay']);

function tooMany({ connection, origin, policy }: Asked): Reason | undefined {
  const wait = byHand.has(origin.cause) ? policy.meter?.wait(connection) : undefined;
  return wait && { kind: 'tooMany', wait };
}

function effectsIn({ provider, operation, readings }: Asked): ReadonlySet<Effect> {
  return new Set(readings.flatMap((values) => effectsAt(provider, operation, values)));
}

/** A server of this machine: nothing there is real, and nobody gets mail from it. */
function isPractice({ baseUrl, live }: Connection): boolean {
  const parsed = parseBaseUrl(baseUrl);
  return !live && parsed.kind === 'baseUrl' && parsed.isLoopback;
}

/**
 * Every mail address among the values, wherever it stands: whom a request reaches must not depend on whether it is
 * written as its schema says.
 */
export function recipientsIn(values: RequestValues): readonly string[] {
  const found = new Set<string>();
  for (const [key, value] of valuesWithin(values)) {
    if (typeof value === 'string') for (const recipient of recipientsOf(key, value)) found.add(recipient);
  }
  return [...found];
}
