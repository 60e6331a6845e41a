import { t } from '@vscode/l10n';
import type { HistorySummary } from '../entry';
import { agoText, dayTitle } from './agoText';
import type { Grouping } from './lens';

export interface EntryGroup {
  /** Unique among the groups of a list. */
  readonly key: string;
  readonly title: string;
  /** In the order in which they came. */
  readonly entries: readonly HistorySummary[];
}

export interface GroupingWords {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly language: string;
  /** Title of a provider. */
  provider(id: string): string;
  /** Title of the document that a run was about, where it is known. */
  document(entry: HistorySummary): string | undefined;
}

/** Groups entries in the order of their newest ones; those that belong to no document or scenario come last. */
export function groupEntries(
  entries: readonly HistorySummary[],
  grouping: Exclude<Grouping, 'none'>,
  words: GroupingWords,
): readonly EntryGroup[] {
  const groups = new Map<string, { title: string; entries: HistorySummary[] }>();
  for (const entry of entries) {
    const { key, title } = groupOf[grouping](entry, words);
    const group = groups.get(key) ?? { title, entries: [] };
    group.entries.push(entry);
    groups.set(key, group);
  }
  const all = [...groups].map(([key, group]) => ({ key, ...group }));
  return [...all.filter(({ key }) => key !== rest), ...all.filter(({ key }) => key === rest)];
}

interface GroupName {
  readonly key: string;
  readonly title: string;
}

const rest = 'rest';

const groupOf: Readonly<Record<Exclude<Grouping, 'none'>, (entry: HistorySummary, words: GroupingWords) => GroupName>> =
  {
    day: ({ sentAt }, { now, language }) => {
      const title = dayTitle(sentAt, now, language);
      return { key: title, title };
    },
    document: (entry, words) => {
      const { provider, connection, subject } = entry;
      if (subject?.document === undefined) return { key: rest, title: t('Without a document') };
      const title = words.document(entry) ?? subject.document;
      return { key: JSON.stringify([provider, connection, subject.document]), title };
    },
    provider: ({ provider }, words) => ({ key: provider, title: words.provider(provider) }),
    scenario: ({ scenario, sentAt }, { now, language }) => {
      if (scenario === undefined) return { key: rest, title: t('Without a scenario') };
      return { key: scenario.run, title: `${scenario.workflow} · ${agoText(sentAt, now, language)}` };
    },
  };
