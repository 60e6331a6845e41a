import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import type { OpenReplies } from '../../replies/openReplies';
import { showInfo } from '../../shell/notices';

/** Which reply belongs to which test: of a step its last one; of what holds steps that of the step that failed last. */
export class StepReplies {
  readonly #replies: OpenReplies;
  readonly #runs = new WeakMap<vscode.TestItem, string>();

  constructor(replies: OpenReplies) {
    this.#replies = replies;
  }

  keep(item: vscode.TestItem, run: string, hasFailed: boolean): void {
    this.#runs.set(item, run);
    const { parent } = item;
    if (parent !== undefined && (hasFailed || !this.#runs.has(parent))) this.keep(parent, run, hasFailed);
  }

  /** What was kept of them belongs to runs before. */
  forget(item: vscode.TestItem): void {
    this.#runs.delete(item);
    for (const [, child] of item.children) this.forget(child);
  }

  async open(item: vscode.TestItem | undefined): Promise<void> {
    const id = item && this.#runs.get(item);
    const [panel, shown] = await Promise.all([
      this.#replies.panel(),
      id === undefined ? undefined : this.#replies.find(id),
    ]);
    if (shown !== undefined) {
      panel.show(shown);
      return;
    }
    const isAct = id !== undefined;
    await showInfo(
      isAct
        ? t('This reply is no longer kept. Run the scenario again.')
        : t('There is no reply yet: run the scenario.'),
    );
  }
}
