import * as vscode from 'vscode';
import { emulatorConnectionId } from '../../../core/connections/connection';
import type { SigningLink } from '../../../core/operation';
import type { EmulatorAct } from '../../emulator/emulators';
import type { LiveServices } from '../liveServices';

/** A link of a reply of this window. Kept in memory only. */
export interface ShelvedLink {
  readonly link: SigningLink;
  readonly run: string;
  readonly index: number;
  readonly provider: string;
  readonly connection: string;
  /** Of the document, once it is known. */
  readonly title?: string | undefined;
}

const mostKept = 200;

/** The links that replies brought, until they are used or over. */
export class LinkShelf implements vscode.Disposable {
  readonly #links = new Map<string, ShelvedLink>();
  readonly #listening: readonly vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;

  constructor({ sender, emulators }: LiveServices) {
    this.#listening = [
      sender.onDidSend(({ id, outcome, provider, request: { connection } }) => {
        const links = outcome.kind === 'replied' ? outcome.reading.links : [];
        for (const [index, link] of links.entries()) this.#keep({ link, run: id, index, provider, connection });
      }),
      sender.onDidEnter(({ id, subject }) => this.#name(id, subject?.title)),
      emulators.onDidAct((act) => this.#take(act)),
    ];
  }

  /** Those that are not known to be over, the newest first. */
  alive(now: number): readonly ShelvedLink[] {
    return [...this.#links.values()].filter(({ link }) => (link.expiresAt ?? now + 1) > now).toReversed();
  }

  dispose(): void {
    for (const one of [...this.#listening, this.#changed]) one.dispose();
    this.#links.clear();
  }

  #name(run: string, title: string | undefined): void {
    if (title === undefined) return;
    for (const [url, one] of this.#links) if (one.run === run) this.#links.set(url, { ...one, title });
    this.#changed.fire();
  }

  #keep(one: ShelvedLink): void {
    this.#links.delete(one.link.url);
    this.#links.set(one.link.url, one);
    const [oldest] = this.#links.keys();
    if (this.#links.size > mostKept && oldest !== undefined) this.#links.delete(oldest);
    this.#changed.fire();
  }

  /** Nobody signs twice, and an emulator that starts over knows none of them. */
  #take(act: EmulatorAct): void {
    if (act.kind === 'reset') {
      for (const [url, { connection }] of this.#links) if (connection === emulatorConnectionId) this.#links.delete(url);
    } else if (act.kind === 'page' && act.act.action !== 'open' && act.reply.status < 400) {
      if (act.act.link !== undefined && act.act.action !== 'answer') this.#links.delete(act.act.link);
    }
    this.#changed.fire();
  }
}
