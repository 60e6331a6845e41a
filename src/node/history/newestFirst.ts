import type { EntryNotes } from '../../core/history/entry';
import { withNotes } from '../../core/history/record';
import type { IndexedEntry, SegmentLines } from './segmentIndex';

/** What is seen of the segments when they are passed from the newest to the oldest. */
export class NewestFirst {
  readonly #maxEntries: number;
  readonly #passed = new Set<string>();
  readonly #noted = new Map<string, EntryNotes>();
  #count = 0;

  constructor(maxEntries: number) {
    this.#maxEntries = maxEntries;
  }

  /** Whether only pinned entries are left. */
  get isBeyondLimit(): boolean {
    return this.#count >= this.#maxEntries;
  }

  /** As far as the segments were passed. */
  notesOf(id: string): EntryNotes {
    return this.#noted.get(id) ?? {};
  }

  /** Newest first, each entry once, with what was written to it, without removed ones. */
  pass({ entries, notes, removed }: SegmentLines): readonly IndexedEntry[] {
    for (const id of removed) this.#passed.add(id);
    // What was written later counts.
    for (const note of [...notes].reverse()) this.#noted.set(note.id, { ...note.notes, ...this.#noted.get(note.id) });
    return [...entries].reverse().flatMap((entry) => this.#passEntry(entry));
  }

  #passEntry(entry: IndexedEntry): readonly IndexedEntry[] {
    const { id } = entry.summary;
    if (this.#passed.has(id)) return [];
    this.#passed.add(id);
    const notes = this.#noted.get(id);
    if (this.isBeyondLimit && notes?.pinned !== true) return [];
    this.#count += 1;
    return [notes === undefined ? entry : { ...entry, summary: withNotes(entry.summary, notes) }];
  }
}
