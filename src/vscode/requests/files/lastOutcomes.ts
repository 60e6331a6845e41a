import * as vscode from 'vscode';
import type { Run } from '../../../core/sending/run';
import { isInWorkspace } from '../../shell/files/isInWorkspace';

const key = 'esign.lastOutcomes';
/** Whoever has more request files sees the outcome of those that were sent last. */
const most = 500;

/** What came of a request file when it was last sent. */
export interface LastOutcome {
  /** Of the run, as the history has it. */
  readonly run: string;
  /** Epoch milliseconds. */
  readonly sentAt: number;
  /** Absent when there was no reply. */
  readonly status?: number;
  readonly failed: boolean;
}

/** By file, in the state of the workspace. Unsaved requests are remembered as long as the window is open. */
export class LastOutcomes implements vscode.Disposable {
  readonly #state: vscode.Memento;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #known: Map<string, LastOutcome>;
  readonly onDidChange = this.#changed.event;

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#known = new Map(state.get<readonly [string, LastOutcome][]>(key, []));
  }

  of(uri: vscode.Uri): LastOutcome | undefined {
    return this.#known.get(uri.toString());
  }

  /** What was not sent, because it is wrong or somebody said no, leaves what was. */
  async record(uri: vscode.Uri, { id, sentAt, sent, outcome }: Run): Promise<void> {
    if (sent === undefined) return;
    const address = uri.toString();
    const replied = outcome.kind === 'replied';
    this.#known.delete(address);
    this.#known.set(address, {
      run: id,
      sentAt,
      failed: !replied || outcome.reading.failed,
      ...(replied && { status: outcome.reply.status }),
    });
    this.#changed.fire();
    await this.#keep();
  }

  async moved(from: vscode.Uri, to: vscode.Uri): Promise<void> {
    const outcome = this.of(from);
    if (outcome === undefined) return;
    this.#known.delete(from.toString());
    this.#known.set(to.toString(), outcome);
    this.#changed.fire();
    await this.#keep();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  /** Of files of the workspace alone: what is not saved there is gone with its tab. */
  async #keep(): Promise<void> {
    const saved = [...this.#known].filter(([address]) => isInWorkspace(vscode.Uri.parse(address)));
    await this.#state.update(key, saved.slice(-most));
  }
}
