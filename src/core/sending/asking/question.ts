import { quotable } from '../../quoting/oneLine';
import type { Wait } from '../politeness/callMeter';
import { waitWords } from '../politeness/meterWords';
import type { RewrittenRecipient } from '../rewriting/rewrittenRecipient';
import { rewrittenWords } from '../rewriting/rewrittenWords';
import { listOf } from './listOf';

/** What has to be answered before a request may leave. Whoever cannot be asked is refused. */
export interface Question {
  /** Title of the operation. */
  readonly operation: string;
  /** Title of the connection. */
  readonly connection: string;
  /** Where the call goes. */
  readonly baseUrl: string;
  readonly reasons: readonly Reason[];
  /** Who was replaced by an address or number of one's own. */
  readonly recipients?: readonly RewrittenRecipient[];
  /** The other connections of what uses several. */
  readonly further?: readonly QuestionPlace[];
}

/** What is asked about one connection. */
export type QuestionPlace = Pick<Question, 'connection' | 'baseUrl' | 'reasons' | 'recipients'>;

export function placesOf({ further = [], ...first }: Question): readonly QuestionPlace[] {
  return [first, ...further];
}

/** Why it is asked: what would happen, and to whom. */
export type Reason =
  /** The first request of this session to a connection where requests are real, or may be. */
  | {
      readonly kind: 'liveConnection';
      /** The environment, when it is a live one. */
      readonly environment: string | undefined;
      /** Origins of the connection that belong to no known environment. */
      readonly unknown: readonly string[];
    }
  /** `recipients` is empty when the values name nobody: the API knows them. */
  | {
      readonly kind: 'mailsPeople';
      readonly recipients: readonly string[];
      /** Besides those, people whom only the API knows. */
      readonly onRecord?: true;
    }
  | { readonly kind: 'notAllowed'; readonly recipients: readonly string[] }
  | { readonly kind: 'takesAway' }
  /** The connection takes no more calls for now. */
  | { readonly kind: 'tooMany'; readonly wait: Wait }
  | { readonly kind: 'otherAddress'; readonly before: string };

export function withRecipients(question: Question, recipients: readonly RewrittenRecipient[]): Question {
  return recipients.length === 0 ? question : { ...question, recipients };
}

export interface QuestionText {
  readonly title: string;
  readonly detail: string;
  /** The button that sends. */
  readonly send: string;
  /** The safe answer: it stands first, and closing the question means it. */
  readonly safe: string;
}

/** The one place where a question is put into words. What it quotes of others cannot add sentences to it. */
export function describeQuestion(question: Question): QuestionText {
  const places = placesOf(question);
  const operation = quotable(question.operation);
  const names = places.map(({ connection }) => `"${quotable(connection)}"`);
  const takesAway = places.some(({ reasons }) => reasons.some(({ kind }) => kind === 'takesAway'));
  return {
    title: `${operation} on ${names.join(' and ')}?`,
    detail: places
      .map((place, index) => describePlace(place, places.length > 1 ? names[index] : undefined))
      .join('\n\n'),
    // What cannot be taken back is called by its name on the button that does it.
    send: takesAway ? operation : 'Send',
    safe: "Don't Send",
  };
}

function describePlace({ reasons, baseUrl, recipients = [] }: QuestionPlace, name: string | undefined): string {
  const head = name === undefined ? [] : [`On ${name}:`];
  const replaced = recipients.length === 0 ? [] : [`Replaced by your own: ${replacedIn(recipients)}.`];
  return [...head, ...reasons.map(describeReason), ...replaced, `It goes to ${shownAddress(baseUrl)}.`].join('\n');
}

function replacedIn(recipients: readonly RewrittenRecipient[]): string {
  const shown = ({ from, to }: RewrittenRecipient) => ({ from: shownAddress(from), to: to && shownAddress(to) });
  return listOf(recipients.map((one) => rewrittenWords(shown(one))));
}

function describeReason(reason: Reason): string {
  switch (reason.kind) {
    case 'liveConnection':
      return describeLive(reason);
    case 'mailsPeople':
      return `Real people may get mail: ${mailed(reason)}.`;
    case 'notAllowed':
      return `Not in the list of allowed recipients: ${addressesIn(reason.recipients)}.`;
    case 'takesAway':
      return 'It takes something away, and that cannot be taken back.';
    case 'tooMany':
      return waitWords(reason.wait);
    case 'otherAddress':
      return `When it was sent before, it went to ${shownAddress(reason.before)}.`;
  }
}

function mailed({ recipients, onRecord }: Extract<Reason, { kind: 'mailsPeople' }>): string {
  const others = 'those that the API has on record';
  if (recipients.length === 0) return others;
  return onRecord ? `${addressesIn(recipients)}, and ${others}` : addressesIn(recipients);
}

function describeLive({ environment, unknown }: Reason & { readonly kind: 'liveConnection' }): string {
  const lines: string[] = [];
  if (environment !== undefined)
    lines.push(`${quotable(environment)} is a live environment: what is sent there is real.`);
  if (unknown.length > 0) {
    const belong = unknown.length === 1 ? 'belongs' : 'belong';
    lines.push(`${addressesIn(unknown)} ${belong} to no known environment: what is sent there may be real.`);
  }
  return lines.length > 0 ? lines.join('\n') : 'This connection is live: what is sent there is real.';
}

function addressesIn(addresses: readonly string[]): string {
  return listOf(addresses.map(shownAddress));
}

/** As long as an address of mail can be: the end of one says where it goes. */
function shownAddress(address: string): string {
  return quotable(address, 320);
}
