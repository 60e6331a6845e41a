import { t } from '@vscode/l10n';
import { listed } from '../../../protocol/turns';
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
    title: t('{0} on {1}?', operation, listed(names)),
    detail: places
      .map((place, index) => describePlace(place, places.length > 1 ? names[index] : undefined))
      .join('\n\n'),
    // What cannot be taken back is called by its name on the button that does it.
    send: takesAway ? operation : t('Send'),
    safe: t("Don't Send"),
  };
}

function describePlace({ reasons, baseUrl, recipients = [] }: QuestionPlace, name: string | undefined): string {
  const head = name === undefined ? [] : [t('On {0}:', name)];
  const replaced = recipients.length === 0 ? [] : [t('Replaced by your own: {0}.', replacedIn(recipients))];
  return [...head, ...reasons.map(describeReason), ...replaced, t('It goes to {0}.', shownAddress(baseUrl))].join('\n');
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
      return mailed(reason);
    case 'notAllowed':
      return t('Not in the list of allowed recipients: {0}.', addressesIn(reason.recipients));
    case 'takesAway':
      return t('It takes something away, and that cannot be taken back.');
    case 'tooMany':
      return waitWords(reason.wait);
    case 'otherAddress':
      return t('When it was sent before, it went to {0}.', shownAddress(reason.before));
  }
}

function mailed({ recipients, onRecord }: Extract<Reason, { kind: 'mailsPeople' }>): string {
  if (recipients.length === 0) return t('Real people may get mail: those that the API has on record.');
  const addresses = addressesIn(recipients);
  return onRecord
    ? t('Real people may get mail: {0}, and those that the API has on record.', addresses)
    : t('Real people may get mail: {0}.', addresses);
}

function describeLive({ environment, unknown }: Reason & { readonly kind: 'liveConnection' }): string {
  const lines: string[] = [];
  if (environment !== undefined)
    lines.push(t('{0} is a live environment: what is sent there is real.', quotable(environment)));
  if (unknown.length > 0) {
    const addresses = addressesIn(unknown);
    lines.push(
      unknown.length === 1
        ? t('{0} belongs to no known environment: what is sent there may be real.', addresses)
        : t('{0} belong to no known environment: what is sent there may be real.', addresses),
    );
  }
  return lines.length > 0 ? lines.join('\n') : t('This connection is live: what is sent there is real.');
}

function addressesIn(addresses: readonly string[]): string {
  return listOf(addresses.map(shownAddress));
}

/** As long as an address of mail can be: the end of one says where it goes. */
function shownAddress(address: string): string {
  return quotable(address, 320);
}
