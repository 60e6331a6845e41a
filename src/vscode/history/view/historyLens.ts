import * as vscode from 'vscode';
import { type HistoryLens, isFiltered, readLens } from '../../../core/history/listing/lens';
import { contextKeys } from '../../shell/ids';
import { setContextKey } from '../../shell/runCommand';

const stateKey = 'esign.history.lens';

/** How the history of this workspace is looked at, from one session to the next. */
export class KeptLens implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  #lens: HistoryLens;

  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#lens = readLens(state.get(stateKey));
    void setContextKey(contextKeys.historyFiltered, isFiltered(this.#lens));
  }

  get current(): HistoryLens {
    return this.#lens;
  }

  async change(change: Partial<HistoryLens>): Promise<void> {
    this.#lens = { ...this.#lens, ...change };
    await setContextKey(contextKeys.historyFiltered, isFiltered(this.#lens));
    this.#changed.fire();
    await this.#state.update(stateKey, this.#lens);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
