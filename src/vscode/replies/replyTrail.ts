import { t } from '@vscode/l10n';
import type { Trail } from '../../protocol/reply';
import type { ShownRun } from './shownRun';

/** So many replies stay whole in memory. */
const mostKept = 10;

/** The runs that the panel has shown, to go back and forth between as in a browser. */
export class ReplyTrail {
  #runs: readonly ShownRun[] = [];
  #at = -1;

  /** A run that was shown last already is only renewed. */
  add(shown: ShownRun): void {
    if (this.#runs[this.#at]?.run.id === shown.run.id) {
      this.#runs = this.#runs.with(this.#at, shown);
      return;
    }
    this.#runs = [...this.#runs.slice(0, this.#at + 1), shown].slice(-mostKept);
    this.#at = this.#runs.length - 1;
  }

  /** Each as it is now: none comes or goes. */
  renew(now: (shown: ShownRun) => ShownRun): void {
    this.#runs = this.#runs.map(now);
  }

  /** Undefined where there is nothing to go to. */
  go(by: 1 | -1): ShownRun | undefined {
    const shown = this.#runs[this.#at + by];
    if (shown !== undefined) this.#at += by;
    return shown;
  }

  /** What was shown right before. */
  get before(): ShownRun | undefined {
    return this.#runs[this.#at - 1];
  }

  get names(): Trail {
    return { back: nameOf(this.#runs[this.#at - 1]), forward: nameOf(this.#runs[this.#at + 1]) };
  }
}

function nameOf(shown: ShownRun | undefined): string | undefined {
  if (shown === undefined) return undefined;
  const { run, provider } = shown;
  const { operation } = run.request;
  const title = provider.operations.find(({ id }) => id === operation)?.title ?? operation;
  return run.outcome.kind === 'replied'
    ? `${title} · ${run.outcome.reply.status}`
    : t('{0} · not sent or not answered', title);
}
