import { setTimeout as delay } from 'node:timers/promises';
import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { DocumentDetail } from '../../../core/documents';
import { changeInWords, type WatchedDocument } from '../../../core/live/documentChanges';
import { firstPace } from '../../../core/live/watching/pollPace';
import { awaited, type WatchEvent, watchDocument } from '../../../core/live/watching/watchDocument';
import { mayHeal } from '../../../core/live/watching/watchFault';
import { secondsText } from '../../../core/replies/secondsText';
import type { SendOutcome } from '../../../core/sending/run';
import { listed } from '../../../protocol/turns';
import { DocumentSource, type DocumentTarget } from '../../documents/resources';
import { pickOne } from '../../shell/asking/pickOne';
import { commandIds } from '../../shell/contributions/commandIds';
import { explainError, isCallFailed, ProblemError } from '../../shell/explainError';
import { showInfo, showWarning } from '../../shell/notices';
import { asCommand, executeCommand } from '../../shell/runCommand';
import type { LiveServices } from '../liveServices';

interface Watch {
  readonly target: DocumentTarget;
  readonly controller: AbortController;
  title: string;
  /** What it waits for, and when it looks again. */
  state: string;
}

/** The documents that are watched, shown in the status bar until nothing more happens to them. */
export class DocumentWatches implements vscode.Disposable {
  readonly #services: LiveServices;
  readonly #source: DocumentSource;
  readonly #watches = new Map<string, Watch>();
  readonly #item = vscode.window.createStatusBarItem('esign.watching', vscode.StatusBarAlignment.Left, -11);

  constructor(services: LiveServices) {
    this.#services = services;
    this.#source = new DocumentSource(services);
    this.#item.name = t('E-Sign Watching');
    this.#item.command = asCommand(commandIds.stopWatching, t('Stop Watching…'));
  }

  /** Resolves once it is under way: it goes on by itself. */
  async start(target: DocumentTarget): Promise<void> {
    const key = JSON.stringify(target);
    if (this.#watches.has(key))
      return void (await showInfo(t('This document is watched already: see the status bar.')));
    const connection = await this.#source.connection(target);
    const watch: Watch = { target, controller: new AbortController(), title: target.document, state: t('looks now') };
    this.#watches.set(key, watch);
    this.#show();
    let last: DocumentDetail | undefined;
    const ports = {
      read: async () => {
        last = await this.#source.document(target);
        return watched(target, last);
      },
      heldBack: () => this.#services.sender.meter.wait(connection)?.ms ?? 0,
      explain: (error: unknown) => this.#explain(error),
      wait: (ms: number, signal: AbortSignal) => delay(ms, undefined, { signal, ref: false }).catch(() => undefined),
    };
    const tell = (event: WatchEvent): void => {
      this.#take(watch, event, last).catch((error: unknown) =>
        this.#services.log.error('What is watched could not be told.', error),
      );
    };
    const ended = watchDocument(ports, firstPace(connection.limits), watch.controller.signal, tell);
    const end = (): void => {
      // It may have been stopped, and another one begun, while it was still reading.
      if (this.#watches.get(key) === watch) this.#watches.delete(key);
      this.#show();
    };
    ended.then(end, (error: unknown) => {
      end();
      this.#services.log.error('Watching has ended.', error);
    });
  }

  /** The only one without asking. */
  async stopOne(): Promise<void> {
    const all = [...this.#watches.values()];
    if (all.length === 0) return void (await showInfo(t('No document is watched.')));
    const items = all.map((watch) => ({ label: watch.title, description: watch.state, value: watch }));
    const chosen = await pickOne(t('Stop watching which document?'), items);
    if (chosen !== undefined) this.#stop(chosen);
  }

  dispose(): void {
    for (const { controller } of this.#watches.values()) controller.abort();
    this.#watches.clear();
    this.#item.dispose();
  }

  #explain(error: unknown): { readonly mayHeal: boolean; readonly text: string } {
    const outcome = outcomeOf(error);
    const { title, cause } = explainError(this.#services.log, 'A watched document could not be read.', error);
    return { mayHeal: outcome !== undefined && mayHeal(outcome), text: `${title}: ${cause}` };
  }

  #stop({ controller, target }: Watch): void {
    controller.abort();
    this.#watches.delete(JSON.stringify(target));
    this.#show();
  }

  async #take(watch: Watch, event: WatchEvent, detail: DocumentDetail | undefined): Promise<void> {
    if (event.kind === 'waiting') {
      watch.title = event.document?.title ?? watch.title;
      watch.state = waitingInWords(event);
      this.#show();
      return;
    }
    if (event.kind === 'given up') return this.#giveUp(watch, event.why);
    if (event.kind === 'changed') {
      if (detail !== undefined) await this.#services.replies.follow(detail);
      await executeCommand(commandIds.refresh, { target: watch.target });
      return this.#lead(watch, changeInWords(event.change));
    }
    const status = event.document.status?.text;
    return this.#lead(
      watch,
      status === undefined
        ? t('{0}: everyone is done. It is not watched any more.', event.document.title)
        : t('{0}: {1}. It is not watched any more.', event.document.title, status),
    );
  }

  async #lead({ target }: Watch, text: string): Promise<void> {
    const show = t('Show Document');
    if ((await showInfo(text, show)) === show) await executeCommand(commandIds.revealDocument, { target });
  }

  async #giveUp({ target, title }: Watch, why: string): Promise<void> {
    const again = t('Watch Again');
    const diagnose = t('Diagnose Connection');
    const answer = await showWarning(t('{0} is not watched any more. {1}', title, why), again, diagnose);
    if (answer === again) await this.start(target);
    if (answer === diagnose) await executeCommand(commandIds.diagnoseConnection, { target });
  }

  #show(): void {
    const all = [...this.#watches.values()];
    const [first] = all;
    if (first === undefined) {
      this.#item.hide();
      return;
    }
    this.#item.text = `$(eye) ${all.length === 1 ? first.title : t('{0} documents', all.length)}`;
    const lines = all.map(({ title, state }) => `${title}: ${state}`);
    this.#item.tooltip = [t('Watched:'), ...lines, t('Choose to stop.')].join('\n');
    this.#item.accessibilityInformation = { label: t('Watching {0}. Choose to stop.', lines.join('; ')) };
    this.#item.show();
  }
}

function waitingInWords({ ms, document, trouble }: Extract<WatchEvent, { kind: 'waiting' }>): string {
  const people = document === undefined ? [] : awaited(document);
  const whom = people.length === 0 ? t('waits for a change') : t('waits for {0}', listed(people));
  const again = t('looked at again {0} later', secondsText(Math.ceil(ms / 1000)));
  return [whom, again, ...(trouble === undefined ? [] : [trouble])].join(', ');
}

function watched({ collection }: DocumentTarget, { id, title, status, recipients }: DocumentDetail): WatchedDocument {
  return { collection, id, title, recipients, ...(status !== undefined && { status }) };
}

function outcomeOf(error: unknown): SendOutcome | undefined {
  if (isCallFailed(error)) return error.outcome;
  return error instanceof ProblemError ? { kind: 'failed', problem: error.problem } : undefined;
}
