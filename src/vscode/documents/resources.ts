import { type Connection, emulatorConnectionId } from '../../core/connections/connection';
import type { Collection, DocumentDetail, DocumentPage } from '../../core/documents';
import type { Call } from '../../core/operation';
import type { Provider } from '../../core/provider';
import { meantBy } from '../../core/sending/rewriting/rewrittenWords';
import { isCallFailed, isProblem, ProblemError } from '../shell/explainError';
import type { TreeTarget } from '../shell/treeTarget';
import type { DocumentServices } from './documentServices';

export type CollectionTarget = TreeTarget & Required<Pick<TreeTarget, 'connection' | 'collection'>>;
export type DocumentTarget = CollectionTarget & Required<Pick<TreeTarget, 'document'>>;

/** Reads what an API holds, for the tree and for questions in the palette. Keeps nothing but names. */
export class DocumentSource {
  readonly #services: Pick<DocumentServices, 'registry' | 'connections' | 'sender' | 'names'>;

  constructor(services: Pick<DocumentServices, 'registry' | 'connections' | 'sender' | 'names'>) {
    this.#services = services;
  }

  async provider(target: TreeTarget): Promise<Provider> {
    const provider = await this.#services.registry.provider(target.provider);
    if (provider === undefined) throw new Error(`There is no provider "${target.provider}".`);
    return provider;
  }

  /** A connection that can be sent to; starts the emulator for its own. */
  async connection(target: TreeTarget & { readonly connection: string }): Promise<Connection> {
    const outcome = await this.#services.connections.find(await this.provider(target), target.connection);
    if (isProblem(outcome)) throw new ProblemError(outcome, target);
    return outcome;
  }

  async collection(target: TreeTarget & { readonly collection: string }): Promise<Collection> {
    const { resources } = await this.provider(target);
    const collection = resources.collections.find((candidate) => candidate.id === target.collection);
    if (collection === undefined) throw new Error(`There is no collection "${target.collection}".`);
    return collection;
  }

  /** One page of what the API lists; without a list call, what the user pinned. */
  async page(target: CollectionTarget, cursor?: string): Promise<DocumentPage> {
    const collection = await this.collection(target);
    const { list } = collection;
    if (list === undefined) return { items: await this.#pinnedItems(target) };
    const page = await this.#called(target, (call) => list.call(collection, call, cursor));
    this.#services.names.learn(target, page.items);
    return page;
  }

  async document(target: DocumentTarget): Promise<DocumentDetail> {
    const collection = await this.collection(target);
    const described = await this.#described(target, collection);
    const read = described ?? (await this.#called(target, (call) => collection.read(call, target.document)));
    const detail = withOriginals(read, await this.connection(target));
    this.#services.names.learn(target, [detail]);
    this.#services.names.learnRecipients(target, detail);
    return detail;
  }

  /** What the emulator knows of a document that its API does not read. */
  async #described(target: DocumentTarget, { list }: Collection): Promise<DocumentDetail | undefined> {
    if (target.connection !== emulatorConnectionId || list !== undefined) return undefined;
    const definition = await (await this.provider(target)).emulator?.();
    if (definition?.describe === undefined) return undefined;
    const { baseUrl } = await this.connection(target);
    const { readDescription } = await import('../../node/emulator/readDescription');
    return readDescription(baseUrl, target.collection, target.document);
  }

  /** A pinned document that cannot be read is listed by its id: opening it says why. */
  async #pinnedItems(target: CollectionTarget): Promise<DocumentPage['items']> {
    const ids = [...(await this.#demoIds(target)), ...this.#services.connections.pinned(target)];
    return Promise.all(
      [...new Set(ids)].map(async (id) => {
        try {
          return await this.document({ ...target, document: id });
        } catch (error: unknown) {
          if (isCallFailed(error)) return { id, title: id };
          throw error;
        }
      }),
    );
  }

  /** The emulator's own documents are there without being pinned. */
  async #demoIds({ provider, connection, collection }: CollectionTarget): Promise<readonly string[]> {
    if (connection !== emulatorConnectionId) return [];
    const definition = await (await this.provider({ provider })).emulator?.();
    return definition?.demoDocuments?.[collection] ?? [];
  }

  async #called<Value>(target: CollectionTarget, read: (call: Call) => Promise<Value>): Promise<Value> {
    const connection = await this.connection(target);
    const call = this.#services.sender.call(await this.provider(target), connection);
    try {
      return await read(call);
    } catch (error: unknown) {
      // With the target, a missing credential can be asked for where it is missing.
      if (isCallFailed(error) && error.outcome.kind === 'failed') throw new ProblemError(error.outcome.problem, target);
      throw error;
    }
  }
}

/** Who was replaced when they were invited is still meant. */
function withOriginals(detail: DocumentDetail, { rewriting }: Connection): DocumentDetail {
  if (rewriting === undefined) return detail;
  const recipients = detail.recipients.map((recipient) => {
    const inPlaceOf = meantBy(rewriting, recipient.title);
    return inPlaceOf === undefined ? recipient : { ...recipient, inPlaceOf };
  });
  return { ...detail, recipients };
}
