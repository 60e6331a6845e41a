import type { Operation, RequestValues } from './operation';
import type { Provider, ProviderAbout } from './provider';
import type { Translation } from './translation/translation';

/** A provider as it is listed: its code is loaded when it is first asked for. */
export interface ProviderEntry extends ProviderAbout {
  readonly load: () => Promise<Provider>;
}

export class ProviderRegistry {
  readonly entries: readonly ProviderEntry[];
  readonly #loaded = new Map<string, Promise<Provider>>();

  constructor(entries: readonly ProviderEntry[]) {
    this.entries = entries;
  }

  get ids(): readonly string[] {
    return this.entries.map(({ id }) => id);
  }

  titleOf(id: string): string | undefined {
    return this.entries.find((entry) => entry.id === id)?.title;
  }

  async provider(id: string): Promise<Provider | undefined> {
    const entry = this.entries.find((candidate) => candidate.id === id);
    if (entry === undefined) return undefined;
    const loaded = this.#loaded.get(id) ?? entry.load();
    this.#loaded.set(id, loaded);
    return loaded;
  }

  async all(): Promise<readonly Provider[]> {
    return this.#load(this.entries);
  }

  /** Those that have an emulator; the others are not loaded. */
  async emulated(): Promise<readonly Provider[]> {
    return this.#load(this.entries.filter(({ portOffset }) => portOffset !== undefined));
  }

  /** Ids of operations that one that nobody has may mean. */
  async nearestOperations(id: string): Promise<readonly string[]> {
    const [all, { nearestOperations }] = await Promise.all([this.all(), import('./forms/wording/nearestOperations')]);
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

  /** What a request of the operation can be made into; with its values, what it is meant for. Nothing is loaded. */
  translationsOf(operation: string, values?: RequestValues): readonly Translation[] {
    const all = this.translations.filter(({ from }) => from === operation);
    return values === undefined ? all : all.filter(({ suits }) => suits?.(values) ?? true);
  }

  get translations(): readonly Translation[] {
    return this.entries.flatMap(({ translatesFrom = [] }) => translatesFrom);
  }

  async #load(entries: readonly ProviderEntry[]): Promise<readonly Provider[]> {
    const loaded = await Promise.all(entries.map(({ id }) => this.provider(id)));
    return loaded.filter((provider) => provider !== undefined);
  }
}
