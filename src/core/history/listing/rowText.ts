import { t } from '@vscode/l10n';
import { shortened } from '../../quoting/shortened';
import type { HistorySummary } from '../entry';
import { agoText } from './agoText';
import type { Grouping } from './lens';

export interface RowWords {
  /** Title of the operation. */
  readonly operation: string;
  /** Title of the document, where it is known. */
  readonly document: string | undefined;
  /** Title of the connection. */
  readonly connection: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly language: string;
  readonly grouping: Grouping;
}

export interface RowText {
  readonly label: string;
  readonly description: string;
}

/** What tells a run from others comes first: a narrow side bar cuts off the end. */
export function rowText(entry: HistorySummary, words: RowWords): RowText {
  const { scenario, subject, sentAt } = entry;
  const label = labelOf(entry, words);
  const others = [words.operation, words.document ?? shortId(subject?.document), subject?.recipient, words.connection];
  const isKnown = (text: string) => text === label || (text === words.document && words.grouping === 'document');
  const parts = [
    scenario?.step,
    outcomeText(entry),
    agoText(sentAt, words.now, words.language),
    ...others.filter((text) => text !== undefined && !isKnown(text)),
  ];
  return {
    label: shortened(label, longestLabel),
    description: parts.filter((part) => part !== undefined).join(' · '),
  };
}

/** The status beside which "failed" stands where it does not say so itself. */
export function outcomeText({ status, failed }: Pick<HistorySummary, 'status' | 'failed'>): string {
  if (status === undefined) return t('no reply');
  return failed && status < 400 ? t('{0} failed', status) : String(status);
}

/** A step of a scenario is told by its operation, and so is a run below its document. */
function labelOf({ name, scenario }: HistorySummary, { operation, document, grouping }: RowWords): string {
  const isToldElsewhere = scenario !== undefined || grouping === 'document';
  return name ?? (isToldElsewhere ? undefined : document) ?? operation;
}

/** Leaves room for the status and the time in a side bar of 300 pixels. */
const longestLabel = 24;

function shortId(id: string | undefined): string | undefined {
  return id === undefined ? undefined : shortened(id, 8);
}
