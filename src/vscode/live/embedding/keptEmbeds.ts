import type * as vscode from 'vscode';
import { type EmbeddedPage, readEmbeddedPage } from './embeddedPage';

type Context = Pick<vscode.ExtensionContext, 'secrets' | 'workspaceState'>;

/** The tabs that a window is closed with are few; what is left of others goes with the next ones. */
const mostKept = 10;
const idsKey = 'esign.embedded';
const keyOf = (id: string) => `${idsKey}.${id}`;

/** The pages that are open in frames, for the next session. A link is a key, and so is what a page says: they are kept as secrets. */
export class KeptEmbeds {
  readonly #context: Context;
  #last: Promise<unknown> = Promise.resolve();

  constructor(context: Context) {
    this.#context = context;
  }

  keep(id: string, page: EmbeddedPage): Promise<void> {
    return this.#next(async () => {
      const ids = [...this.#ids().filter((one) => one !== id), id];
      const left = ids.slice(0, -mostKept);
      await this.#context.secrets.store(keyOf(id), JSON.stringify(page));
      await this.#context.workspaceState.update(idsKey, ids.slice(-mostKept));
      for (const old of left) await this.#context.secrets.delete(keyOf(old));
    });
  }

  async find(id: string): Promise<EmbeddedPage | undefined> {
    await this.#last;
    const text = await this.#context.secrets.get(keyOf(id));
    return text === undefined ? undefined : readEmbeddedPage(text);
  }

  forget(id: string): Promise<void> {
    return this.#next(async () => {
      await this.#context.workspaceState.update(
        idsKey,
        this.#ids().filter((one) => one !== id),
      );
      await this.#context.secrets.delete(keyOf(id));
    });
  }

  #ids(): readonly string[] {
    return this.#context.workspaceState.get<readonly string[]>(idsKey, []);
  }

  /** One after the other. A machine that keeps no secrets forgets the page with the window. */
  #next(work: () => Promise<void>): Promise<void> {
    const next = this.#last.then(work).catch(() => undefined);
    this.#last = next;
    return next.then(() => undefined);
  }
}
