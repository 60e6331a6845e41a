import { isRecord } from '../json/jsonKinds';
import type {
  ComparableRuns,
  EntryNotes,
  HistoryEntry,
  HistoryListing,
  HistoryQuery,
  HistoryStore,
  HistorySummary,
} from './entry';

/** The newest of them that worked, older than an entry where one is given. */
export async function lastWorked(
  store: Pick<HistoryStore, 'list'>,
  runs: ComparableRuns,
  before?: string,
): Promise<HistorySummary | undefined> {
  const { entries } = await store.list(1, workedListing(runs, before));
  return entries[0];
}

/** Of which the first is the last one that worked. */
function workedListing(
  { provider, operation, connection, document }: ComparableRuns,
  before: string | undefined,
): HistoryListing {
  const query: HistoryQuery = {
    providers: [provider],
    operations: [operation],
    ...(connection !== undefined && { connections: [connection] }),
    ...(document !== undefined && { document }),
    outcome: 'worked',
  };
  return { query, ...(before !== undefined && { before }) };
}

/** All that is asked but the text, which a summary does not have. */
export function matchesQuery(summary: HistorySummary, query: HistoryQuery): boolean {
  return (
    isAmong(summary.provider, query.providers) &&
    isAmong(summary.connection, query.connections) &&
    isAmong(summary.operation, query.operations) &&
    (query.outcome === undefined || summary.failed === (query.outcome === 'failed')) &&
    (query.document === undefined || summary.subject?.document === query.document) &&
    (query.scenario === undefined || summary.scenario?.run === query.scenario) &&
    (query.pinned === undefined || (summary.pinned ?? false) === query.pinned)
  );
}

/** Small letters that are another form of one: a final sigma, a long s, an i without its dot or with one more. */
const otherForms: Readonly<Record<string, string>> = { ς: 'σ', ſ: 's', ı: 'i', 'i\u0307': 'i' };
const otherForm = new RegExp(Object.keys(otherForms).join('|'), 'g');

/** As it is compared: whatever is looked for and looked at goes through it. */
export function foldCase(text: string): string {
  return text.toLowerCase().replace(otherForm, (form) => otherForms[form] ?? form);
}

/** Beyond ASCII, what `foldCase` makes ASCII of: for each such letter what may stand in its place, and behind it. */
export const foldedToAscii: Readonly<
  Record<string, { readonly instead: readonly string[]; readonly behind?: string }>
> = {
  i: { instead: ['ı', 'İ'], behind: '\u0307' },
  k: { instead: ['\u212a'] },
  s: { instead: ['ſ'] },
};

/** Whether the text, folded already, stands in an entry. What JSON writes as an escape is found as it reads, too. */
export function holdsText(entry: HistoryEntry, notes: EntryNotes | undefined, folded: string): boolean {
  for (const text of textsOf(entry, notes)) {
    if (foldCase(text).includes(folded)) return true;
    if (text.includes('\\') && foldCase(withoutEscapes(text)).includes(folded)) return true;
  }
  return false;
}

function isAmong(id: string, ids: readonly string[] | undefined): boolean {
  return ids === undefined || ids.includes(id);
}

function* textsOf(entry: HistoryEntry, notes: EntryNotes | undefined): Generator<string> {
  const { provider, operation, connection, environment, baseUrl, scenario, subject, request, sent, outcome } = entry;
  if (notes?.name !== undefined) yield notes.name;
  yield* [provider, operation, connection, environment, baseUrl];
  if (scenario !== undefined) yield* [scenario.workflow, scenario.step];
  yield* textsIn([subject, request, sent, outcome]);
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'number') yield String(value);
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item);
  else if (isRecord(value)) {
    for (const [key, item] of Object.entries(value)) {
      yield key;
      yield* textsIn(item);
    }
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** What is no escape of JSON, such as \B, is what it looks like. */
function withoutEscapes(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/nrtbf]))/g, (_all, code: string | undefined, char: string) =>
    code === undefined ? (escapes[char] ?? char) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
