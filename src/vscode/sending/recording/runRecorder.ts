import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { EntryNotes, HistoryEntry, OpenHistory } from '../../../core/history/entry';
import { HistoryError } from '../../../core/history/historyError';
import type { KnownNames } from '../../../core/history/knownNames';
import type { ValueTrail } from '../../../core/history/valueTrail';
import type { ProviderRegistry } from '../../../core/registry';
import type { Run } from '../../../core/sending/run';
import type { Log } from '../../shell/log';
import { showWarning } from '../../shell/notices';
import { recordedOperation } from '../recordedRun';

export interface RecorderParts {
  readonly history: OpenHistory;
  readonly names: KnownNames;
  readonly registry: ProviderRegistry;
  readonly log: Log;
}

/** Puts runs into the history after they were shown, and tells what became of it. */
export class RunRecorder {
  readonly #parts: RecorderParts;
  readonly #recorded = new vscode.EventEmitter<void>();
  readonly #entered = new vscode.EventEmitter<HistoryEntry>();
  readonly #recording = new Set<Promise<void>>();
  #trail: Promise<ValueTrail> | undefined;
  #warned = false;

  readonly onDidRecord = this.#recorded.event;
  readonly onDidEnter = this.#entered.event;

  constructor(parts: RecorderParts) {
    this.#parts = parts;
  }

  record(run: Run): void {
    this.#track(new Promise((resolve) => setImmediate(resolve)).then(() => this.#append(run)));
  }

  /** After all that is being recorded. */
  annotate(id: string, notes: EntryNotes): void {
    this.#track(this.settled().then(() => this.#annotate(id, notes)));
  }

  async settled(): Promise<void> {
    await Promise.all(this.#recording);
  }

  /** Resolves when everything is in the history. */
  async dispose(): Promise<void> {
    this.#recorded.dispose();
    this.#entered.dispose();
    await this.settled();
  }

  #track(recording: Promise<void>): void {
    this.#recording.add(recording);
    void recording.finally(() => this.#recording.delete(recording));
  }

  async #append(run: Run): Promise<void> {
    try {
      this.#trail ??= import('../../../core/history/valueTrail').then(({ ValueTrail }) => new ValueTrail());
      const trail = await this.#trail;
      trail.learn(run);
      const store = await this.#parts.history();
      const found = await recordedOperation(this.#parts.registry, run.request.operation);
      if (found === undefined) return;
      const { recordedEntry } = await import('../recordedEntry');
      const entry = recordedEntry(run, found, { trail, names: this.#parts.names });
      this.#entered.fire(entry);
      if (store === undefined) return;
      await store.append(entry);
      this.#warned = false;
      this.#recorded.fire();
    } catch (error: unknown) {
      this.#tellUnkept(error);
    }
  }

  async #annotate(id: string, notes: EntryNotes): Promise<void> {
    try {
      await (await this.#parts.history())?.annotate(id, notes);
      this.#recorded.fire();
    } catch (error: unknown) {
      this.#tellUnkept(error);
    }
  }

  #tellUnkept(error: unknown): void {
    this.#parts.log.error('A run could not be recorded in the history.', error);
    if (this.#warned) return;
    this.#warned = true;
    const said = error instanceof HistoryError ? error.message : t('This run is shown but not kept in the history.');
    void showWarning(said);
  }
}
