import type { Operation } from './operation';
import type { Provider } from './provider';

export type ProviderLoaders = Readonly<Record<string, () => Promise<Provider>>>;

/** The providers by id, each loaded when it is first asked for. */
export class ProviderRegistry {
  readonly #loaders: ProviderLoaders;
  readonly #loaded = new Map<string, Promise<Provider>>();

  constructor(loaders: ProviderLoaders) {
    this.#loaders = loaders;
  }

  get ids(): readonly string[] {
    return Object.keys(this.#loaders);
  }

  async provider(id: string): Promise<Provider | undefined> {
    const load = Object.hasOwn(this.#loaders, id) ? this.#loaders[id] : undefined;
    if (load === undefined) return undefined;
    const loaded = this.#loaded.get(id) ?? load();
    this.#loaded.set(id, loaded);
    return loaded;
  }

  async all(): Promise<readonly Provider[]> {
    const loaded = await Promise.all(this.ids.map((id) => this.provider(id)));
    return loaded.filter((provider) => provider !== undefined);
  }

  /** Ids of operations that one that nobody has may mean. */
  async nearestOperations(id: string): Promise<readonly string[]> {
    const [all, { nearestOperations }] = await Promise.all([this.all(), import('./forms/nearestOperations')]);
    return nearestOperations(
      id,
      all.flatMap(({ operations }) => operations),
    );
  }

  /** The operation and its provider, by the full operation id. */
  async operation(id: string): Promise<{ provider: Provider; operation: Operation } | undefined> {
    const provider = await this.provider(id.slice(0, id.indexOf('/')));
    const operation = provider?.operations.find((candidate) => candidate.id === id);
    return provider && operation && { provider, operation };
  }
}
