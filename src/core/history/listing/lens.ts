import { t } from '@vscode/l10n';
import { isRecord } from '../../json/jsonKinds';
import type { HistoryQuery } from '../entry';

export const groupings = ['day', 'document', 'provider', 'scenario', 'none'] as const;
export type Grouping = (typeof groupings)[number];

/** What of a query a person chooses in the view. */
export type HistoryFilter = Pick<HistoryQuery, 'text' | 'providers' | 'connections' | 'operations' | 'outcome'>;

/** How the history is looked at. */
export interface HistoryLens {
  readonly grouping: Grouping;
  readonly filter: HistoryFilter;
}

export const wholeHistory: HistoryLens = { grouping: 'day', filter: {} };

export function isFiltered({ filter }: HistoryLens): boolean {
  return Object.keys(filter).length > 0;
}

/** What was kept of an earlier session, as far as it can be understood. */
export function readLens(kept: unknown): HistoryLens {
  const { grouping, filter } = isRecord(kept) ? kept : {};
  return {
    grouping: groupings.find((one) => one === grouping) ?? wholeHistory.grouping,
    filter: isRecord(filter) ? readFilter(filter) : {},
  };
}

function readFilter({ text, providers, connections, operations, outcome }: Record<string, unknown>): HistoryFilter {
  return {
    ...(typeof text === 'string' && text !== '' && { text }),
    ...(isTextList(providers) && { providers }),
    ...(isTextList(connections) && { connections }),
    ...(isTextList(operations) && { operations }),
    ...((outcome === 'worked' || outcome === 'failed') && { outcome }),
  };
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}

/** What ids are called. */
export interface LensNames {
  provider(id: string): string;
  connection(id: string): string;
  operation(id: string): string;
}

/** The filter in words, without a sentence around them. */
export function filterText(
  { text, providers, connections, operations, outcome }: HistoryFilter,
  names: LensNames,
): string {
  const parts = [
    text === undefined ? [] : [`“${text}”`],
    outcome === undefined ? [] : [outcome === 'failed' ? t('failed') : t('worked')],
    (providers ?? []).map((id) => names.provider(id)),
    (connections ?? []).map((id) => names.connection(id)),
    (operations ?? []).map((id) => names.operation(id)),
  ];
  return parts
    .flatMap((words) => (words.length === 0 ? [] : [words.reduce((one, other) => t('{0} or {1}', one, other))]))
    .join(', ');
}
