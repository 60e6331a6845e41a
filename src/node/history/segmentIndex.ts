import type { EntryNotes, HistorySummary, UnreadableEntries } from '../../core/history/entry';
import { summaryOf } from '../../core/history/record';
import { idOfTorn, isBlank, readLine } from './historyLines';
import type { Line, LinePlace } from './segmentLines';

export interface IndexedEntry extends LinePlace {
  /** Without what was written to the entry: that may stand in a newer segment. */
  readonly summary: HistorySummary;
}

export interface IndexedNotes extends LinePlace {
  readonly id: string;
  readonly notes: EntryNotes;
}

export interface UnreadableLine extends LinePlace {
  readonly kind: keyof UnreadableEntries;
  /** Of a torn line, where it goes so far. */
  readonly id?: string;
}

/** What stands where in a segment, oldest first. */
export interface SegmentLines {
  readonly entries: readonly IndexedEntry[];
  readonly notes: readonly IndexedNotes[];
  /** Ids of entries that are gone, whatever stands in older lines. */
  readonly removed: readonly string[];
  readonly unreadable: readonly UnreadableLine[];
}

/** With what tells whether it is still true of the file. */
export interface SegmentIndex extends SegmentLines {
  /** Of the file, in bytes. */
  readonly size: number;
  /** Epoch milliseconds; undefined where the file may have been changed later within the same tick of its clock. */
  readonly changedAt: number | undefined;
  /** Bytes up to the end of the last line that ends. */
  readonly covered: number;
  /** SHA-256 of those bytes. */
  readonly digest: string;
}

export const noLines: SegmentLines = { entries: [], notes: [], removed: [], unreadable: [] };

/** Collects lines, after those that an earlier look at the file found. */
export class SegmentLinesBuilder {
  readonly #entries: IndexedEntry[];
  readonly #notes: IndexedNotes[];
  readonly #removed: string[];
  readonly #unreadable: UnreadableLine[];
  readonly #words = new Map<string, string>();

  constructor(known: SegmentLines, covered: number) {
    const isCovered = ({ start }: LinePlace): boolean => start < covered;
    this.#entries = known.entries.filter(isCovered);
    this.#notes = known.notes.filter(isCovered);
    this.#removed = [...known.removed];
    this.#unreadable = known.unreadable.filter(isCovered);
  }

  add({ bytes, start, length }: Line): void {
    if (isBlank(bytes)) return;
    const reading = readLine(bytes);
    switch (reading.kind) {
      case 'entry':
        this.#entries.push({ start, length, summary: this.#shared(summaryOf(reading.entry)) });
        return;
      case 'noted':
        this.#notes.push({ start, length, id: reading.id, notes: reading.notes });
        return;
      case 'removed':
        this.#removed.push(reading.id);
        return;
      default: {
        const id = idOfTorn(bytes);
        this.#unreadable.push({ start, length, kind: reading.kind, ...(id !== undefined && { id }) });
      }
    }
  }

  lines(): SegmentLines {
    return {
      entries: this.#entries,
      notes: this.#notes,
      removed: this.#removed,
      unreadable: this.#unreadable,
    };
  }

  /** The same few words stand in thousands of entries. */
  #shared(summary: HistorySummary): HistorySummary {
    const { provider, operation, connection, environment } = summary;
    return {
      ...summary,
      provider: this.#word(provider),
      operation: this.#word(operation),
      connection: this.#word(connection),
      environment: this.#word(environment),
    };
  }

  #word(text: string): string {
    const known = this.#words.get(text);
    if (known === undefined) this.#words.set(text, text);
    return known ?? text;
  }
}

/** Where the entry stands, or a part of it, or what was written to it. */
export function placesOfEntry(id: string, { entries, notes, unreadable }: SegmentLines): readonly LinePlace[] {
  return [
    ...entries.filter(({ summary }) => summary.id === id),
    ...notes.filter((note) => note.id === id),
    ...unreadable.filter((line) => line.id === id),
  ];
}

/** Of every entry that a line of the segment is about. */
export function idsIn({ entries, notes, removed, unreadable }: SegmentLines): readonly string[] {
  return [
    ...entries.map(({ summary }) => summary.id),
    ...notes.map(({ id }) => id),
    ...removed,
    ...unreadable.flatMap(({ id }) => (id === undefined ? [] : [id])),
  ];
}

/** Whether a line of the segment is about the entry. */
export function mentions(id: string, lines: SegmentLines): boolean {
  return lines.removed.includes(id) || placesOfEntry(id, lines).length > 0;
}

/** The same, when nothing of the entry stands in the segment any more. */
export function without<Lines extends SegmentLines>(id: string, lines: Lines): Lines {
  return {
    ...lines,
    entries: lines.entries.filter(({ summary }) => summary.id !== id),
    notes: lines.notes.filter((note) => note.id !== id),
    unreadable: lines.unreadable.filter((line) => line.id !== id),
  };
}
