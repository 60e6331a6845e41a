import type { DocumentDetail, DocumentSummary } from '../documents';

/** The account that documents are in. */
export interface AccountPlace {
  readonly provider: string;
  readonly connection: string;
}

export interface CollectionPlace extends AccountPlace {
  readonly collection: string;
}

interface KnownTitle {
  readonly title: string;
  readonly document: string;
  /** Unknown where only a request told of the document. */
  readonly collection: string | undefined;
}

/** What documents and their recipients are called, as far as they were read. Lives in memory only. */
export class KnownNames {
  readonly #titles = new Map<string, KnownTitle>();
  readonly #recipients = new Map<string, string>();

  learn(place: AccountPlace & Partial<CollectionPlace>, documents: readonly DocumentSummary[]): void {
    for (const { id, title } of documents) {
      const collection = place.collection ?? this.#titles.get(keyOf(place, id))?.collection;
      if (title !== id) remember(this.#titles, keyOf(place, id), { title, document: id, collection });
    }
  }

  learnRecipients(place: AccountPlace, { id: document, recipients }: DocumentDetail): void {
    for (const { id, title } of recipients) remember(this.#recipients, keyOf(place, document, id), title);
  }

  title(place: AccountPlace, document: string): string | undefined {
    return this.#titles.get(keyOf(place, document))?.title;
  }

  /** Their ids are told apart within their document only. */
  recipient(place: AccountPlace, document: string, recipient: string): string | undefined {
    return this.#recipients.get(keyOf(place, document, recipient));
  }

  /** The documents of a collection, those read last first. */
  documents(place: CollectionPlace): readonly DocumentSummary[] {
    const found = [...this.#titles].flatMap(([key, { title, document, collection }]) =>
      collection === place.collection && key === keyOf(place, document) ? [{ id: document, title }] : [],
    );
    return found.reverse();
  }
}

const mostNames = 5_000;

/** Some APIs write the kind in front of an id in bodies, and not in paths. */
function keyOf({ provider, connection }: AccountPlace, ...ids: readonly string[]): string {
  return JSON.stringify([provider, connection, ...ids.map((id) => id.slice(id.lastIndexOf('/') + 1))]);
}

function remember<Value>(names: Map<string, Value>, key: string, value: Value): void {
  // What was read last is forgotten last.
  names.delete(key);
  names.set(key, value);
  if (names.size <= mostNames) return;
  const [oldest] = names.keys();
  if (oldest !== undefined) names.delete(oldest);
}
