import { emulatorActs } from '../../core/emulation';
import type { HistoryStore } from '../../core/history/entry';
import { historyEntry } from '../../core/history/record';
import { ValueTrail } from '../../core/history/valueTrail';
import type { Operation } from '../../core/operation';
import type { ProviderRegistry } from '../../core/registry';
import type { Run } from '../../core/sending/run';
import { emulatorSteps } from '../../emulator/controlProvider';

/** Writes every run of a session down, and keeps the last of them whole. */
export class SessionRecord {
  readonly #registry: ProviderRegistry;
  readonly #store: HistoryStore;
  readonly #onError: (error: unknown) => void;
  readonly #trail = new ValueTrail();
  readonly #runs = new Map<string, Run>();
  #written: Promise<void> = Promise.resolve();

  constructor(registry: ProviderRegistry, store: HistoryStore, onError: (error: unknown) => void) {
    this.#registry = registry;
    this.#store = store;
    this.#onError = onError;
  }

  runOf(id: string): Run | undefined {
    return this.#runs.get(id);
  }

  /** A history that cannot be written keeps no reply from whoever asked for it. */
  add(run: Run): Promise<void> {
    this.#runs.set(run.id, run);
    const [oldest] = this.#runs.keys();
    if (oldest !== undefined && this.#runs.size > mostRuns) this.#runs.delete(oldest);
    this.#trail.learn(run);
    this.#written = this.#written.then(() => this.#write(run));
    return this.#written;
  }

  /** Resolves when all that was added is written. */
  async settled(): Promise<void> {
    await this.#written;
  }

  async #write(run: Run): Promise<void> {
    const operation = await this.#operationOf(run.request.operation);
    if (operation === undefined) return;
    try {
      await this.#store.append(historyEntry(run, operation, this.#trail));
    } catch (error: unknown) {
      this.#onError(error);
    }
  }

  async #operationOf(id: string): Promise<Operation | undefined> {
    if (!id.startsWith(`${emulatorActs}/`)) return (await this.#registry.operation(id))?.operation;
    return emulatorSteps.operations.find((operation) => operation.id === id);
  }
}

/** A reply may be large. */
const mostRuns = 60;
