import * as vscode from 'vscode';
import type { DocumentDetail } from '../../core/documents';
import { runAfter, runWithUsed } from '../../core/live/linkAfter';
import type { Run } from '../../core/sending/run';
import { recordedProvider } from '../sending/recordedRun';
import type { ReplyPanel as Panel } from './replyPanel';
import type { ReplyServices } from './replyServices';
import { lastRunKey, type ShownRun } from './shownRun';

/** How many replies stay as they came, for their editors, and how many bytes of them in memory. */
const mostKept = { runs: 10, bytes: 32 * 1024 * 1024 };

/** The reply panel and the runs it may be asked for. Loads the panel with the first reply. */
export class OpenReplies {
  readonly #services: ReplyServices;
  readonly #runs = new Map<string, Run>();
  #panel: Promise<Panel> | undefined;

  constructor(services: ReplyServices) {
    this.#services = services;
  }

  panel(): Promise<Panel> {
    this.#panel ??= this.#load();
    return this.#panel;
  }

  /** The tab of the session before, with the run that it showed last. */
  async restore(tab: vscode.WebviewPanel): Promise<void> {
    const panel = await this.panel();
    panel.adopt(tab);
    const id = this.#services.context.workspaceState.get<string>(lastRunKey);
    const shown = id === undefined ? undefined : await this.find(id);
    if (shown !== undefined) panel.show(shown);
  }

  /** What is shown of the document follows it; a panel that nobody opened stays closed. */
  async follow(detail: DocumentDetail): Promise<void> {
    (await this.#panel)?.follow(detail);
  }

  /** The clock of the emulator went ahead by so many minutes. */
  async passTime(minutes: number): Promise<void> {
    for (const [id, run] of this.#runs) this.#runs.set(id, runAfter(run, minutes));
    (await this.#panel)?.passTime(minutes);
  }

  /** A link of a reply leads nowhere any more. */
  async useLink(id: string, index: number): Promise<void> {
    const run = this.#runs.get(id);
    if (run !== undefined) this.#runs.set(id, runWithUsed(run, index));
    (await this.#panel)?.useLink(id, index);
  }

  keep(run: Run): void {
    this.#runs.set(run.id, run);
    for (const id of this.#tooMany()) this.forget(id);
  }

  /** What the history does not keep any more is kept nowhere. */
  forget(id: string): void {
    const run = this.#runs.get(id);
    this.#runs.delete(id);
    if (run?.outcome.kind !== 'replied') return;
    const { whole } = run.outcome.reply;
    if (whole?.kind !== 'kept') return;
    const removed = vscode.workspace.fs.delete(vscode.Uri.file(whole.place));
    removed.then(undefined, (error: unknown) => this.#services.log.error('A large reply could not be removed.', error));
  }

  forgetAll(): void {
    for (const id of [...this.#runs.keys()]) this.forget(id);
  }

  /** From memory, else from the history. */
  async find(id: string): Promise<ShownRun | undefined> {
    const { registry, history } = this.#services;
    const run = this.#runs.get(id);
    if (run !== undefined) {
      const provider = await recordedProvider(registry, run.provider);
      return provider && { run, provider };
    }
    const entry = await (await history())?.get(id);
    const provider = entry && (await recordedProvider(registry, entry.provider));
    if (entry === undefined || provider === undefined) return undefined;
    const { restoreRun } = await import('../../core/replies/restoreRun');
    return { ...restoreRun(entry, provider), provider };
  }

  /** All but the newest ones that there is room for; the last one stays, whatever its size. */
  #tooMany(): readonly string[] {
    let bytes = 0;
    const newest = [...this.#runs].toReversed().map(([id, { outcome }], index) => {
      bytes += outcome.kind === 'replied' ? outcome.reply.bytes.length : 0;
      return { id, isKept: index === 0 || (index < mostKept.runs && bytes <= mostKept.bytes) };
    });
    return newest.filter(({ isKept }) => !isKept).map(({ id }) => id);
  }

  async #load(): Promise<Panel> {
    const { ReplyPanel } = await import('./replyPanel');
    const panel = new ReplyPanel(this.#services);
    this.#services.context.subscriptions.push(panel);
    return panel;
  }
}
