import type { DocumentPage, DocumentSummary } from '../../../core/documents';

/** What was read of a list so far, page by page. A page costs what is on it, however many came before. */
export class PagedItems<Item> {
  readonly #itemOf: (summary: DocumentSummary) => Item;
  readonly #ids = new Set<string>();
  readonly #items: Item[] = [];
  readonly #remarks: string[] = [];
  #next: string | undefined;
  #pages = 0;

  constructor(itemOf: (summary: DocumentSummary) => Item) {
    this.#itemOf = itemOf;
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  /** What could not be read of the rows. */
  get remarks(): readonly string[] {
    return this.#remarks;
  }

  /** Where the next page begins; undefined behind the last one. */
  get next(): string | undefined {
    return this.#next;
  }

  get pages(): number {
    return this.#pages;
  }

  add({ items, next, remarks = [] }: DocumentPage): void {
    for (const summary of items) {
      // Pages shift while documents are made: one that moved to the next page must not be shown twice.
      if (this.#ids.has(summary.id)) continue;
      this.#ids.add(summary.id);
      this.#items.push(this.#itemOf(summary));
    }
    this.#remarks.push(...remarks);
    this.#next = next;
    this.#pages += 1;
  }
}
