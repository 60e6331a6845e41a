import { t } from '@vscode/l10n';
import { listed } from '../../protocol/turns';
import type { DocumentSummary, Recipient } from '../documents';
import { isOver, waitsFor } from '../recipients/recipientTurns';

/** A document with the people on it, without what can be done with them. */
export interface WatchedDocument extends DocumentSummary {
  readonly collection: string;
  readonly recipients: readonly WatchedRecipient[];
}

export type WatchedRecipient = Omit<Recipient, 'actions'>;

/** What people did to a document since it was looked at before. */
export interface DocumentChange {
  readonly document: WatchedDocument;
  /** Those who have signed, declined or run out of time since. */
  readonly acted: readonly WatchedRecipient[];
  /** Whose turn has come by that. */
  readonly next: readonly WatchedRecipient[];
  /** Who can sign, whether their turn has just come or not. */
  readonly left: readonly WatchedRecipient[];
}

/** Of documents that are there before and after; the demo data of an emulator that starts over is no change. */
export function documentChanges(
  before: readonly WatchedDocument[],
  after: readonly WatchedDocument[],
): readonly DocumentChange[] {
  const known = new Map(before.map((document) => [keyOf(document), document]));
  return after.flatMap((document) => {
    const former = known.get(keyOf(document));
    const change = former && changeOf(former, document);
    return change === undefined ? [] : [change];
  });
}

function changeOf(before: WatchedDocument, document: WatchedDocument): DocumentChange | undefined {
  const formers = new Map(before.recipients.map((one) => [one.id, one]));
  const acted = document.recipients.filter((one) => {
    const former = formers.get(one.id);
    return former !== undefined && isOver(one.status) && !isOver(former.status);
  });
  if (acted.length === 0) return undefined;
  const left = document.recipients.filter((one) => !isOver(one.status) && turnHasCome(one, document));
  const next = left.filter((one) => {
    const former = formers.get(one.id);
    return former !== undefined && !turnHasCome(former, before);
  });
  return { document, acted, next, left };
}

function keyOf({ collection, id }: WatchedDocument): string {
  return JSON.stringify([collection, id]);
}

function endingOf({ title, status }: WatchedRecipient): string {
  switch (status?.tone) {
    case 'done':
      return t('{0} signed', title);
    case 'refused':
      return t('{0} declined', title);
    case 'expired':
      return t('{0} ran out of time', title);
    default:
      return t('{0} is done', title);
  }
}

function turnHasCome(one: WatchedRecipient, { recipients }: WatchedDocument): boolean {
  const withActions = (recipient: WatchedRecipient): Recipient => ({ ...recipient, actions: [] });
  return waitsFor(withActions(one), recipients.map(withActions)).length === 0;
}

/** "Anna signed. It is Ben's turn." */
export function changeInWords({ document, acted, next, left }: DocumentChange): string {
  const said = `${document.title}: ${listed(acted.map(endingOf))}.`;
  const goesOn = acted.every(({ status }) => status?.tone === 'done');
  if (!goesOn) return said;
  if (next.length > 0) return `${said} ${t('It is the turn of {0}.', namesOf(next))}`;
  if (left.length > 0) return `${said} ${t('Still to sign: {0}.', namesOf(left))}`;
  return document.recipients.every(({ status }) => isOver(status)) ? `${said} ${t('Everyone is done.')}` : said;
}

function namesOf(people: readonly WatchedRecipient[]): string {
  return listed(people.map(({ title }) => title));
}
