import type { Run } from '../../core/sending/run';
import { recordedProvider } from '../sending/recordedRun';
import type { ReplyPanel as Panel } from './replyPanel';
import type { ReplyServices } from './replyServices';
import type { ShownRun } from './shownRun';

/** How many replies stay whole in memory, for their editors. */
const mostKept = 10;

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

  keep(run: Run): void {
    this.#runs.set(run.id, run);
    const [oldest] = this.#runs.keys();
    if (this.#runs.size > mostKept && oldest !== undefined) this.#runs.delete(oldest);
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

  async #load(): Promise<Panel> {
    const { ReplyPanel } = await import('./replyPanel');
    const panel = new ReplyPanel(this.#services);
    this.#services.context.subscriptions.push(panel);
    return panel;
  }
}
