import * as vscode from 'vscode';
import { emulatorConnectionId } from '../../../core/connections/connection';
import type { EntrySubject } from '../../../core/history/entry';
import { linkAfter } from '../../../core/live/linkAfter';
import type { EmulatorAct } from '../../emulator/emulators';
import type { LiveServices } from '../liveServices';
import type { ShelvedLink } from './shelvedLink';
import { usedLinks } from './usedLinks';

const mostKept = 200;

/** The links that replies brought, until they are used or over. */
export class LinkShelf implements vscode.Disposable {
  readonly #links = new Map<string, ShelvedLink>();
  readonly #listening: readonly vscode.Disposable[];
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #used = new vscode.EventEmitter<ShelvedLink>();
  readonly onDidChange = this.#changed.event;
  /** Each one that leads nowhere any more since its owner is done. */
  readonly onDidUse = this.#used.event;

  constructor({ sender, emulators }: Pick<LiveServices, 'sender' | 'emulators'>) {
    this.#listening = [
      sender.onDidSend(({ id, outcome, provider, request: { connection } }) => {
        const links = outcome.kind === 'replied' ? outcome.reading.links : [];
        for (const [index, link] of links.entries()) this.#keep({ link, run: id, index, provider, connection });
      }),
      sender.onDidEnter(({ id, subject }) => this.#name(id, subject)),
      emulators.onDidAct((act) => this.#take(act)),
      emulators.onDidChange((change) => change === 'stopped' && this.#drop(this.#emulated())),
    ];
  }

  /** Those that are not known to be over, the newest first. */
  alive(now: number): readonly ShelvedLink[] {
    return [...this.#links.values()].filter(({ link }) => (link.expiresAt ?? now + 1) > now).toReversed();
  }

  dispose(): void {
    for (const one of [...this.#listening, this.#changed, this.#used]) one.dispose();
    this.#links.clear();
  }

  #name(run: string, subject: EntrySubject | undefined): void {
    if (subject === undefined) return;
    for (const [url, one] of this.#links) if (one.run === run) this.#links.set(url, { ...one, ...subject });
    this.#changed.fire();
  }

  #keep(one: ShelvedLink): void {
    this.#links.delete(one.link.url);
    this.#links.set(one.link.url, one);
    const [oldest] = this.#links.keys();
    if (this.#links.size > mostKept && oldest !== undefined) this.#links.delete(oldest);
    this.#changed.fire();
  }

  /** Nobody signs twice, an emulator that starts over knows none of them, and one whose clock goes ahead ends them. */
  #take(act: EmulatorAct): void {
    if (act.kind === 'page') this.#use(usedLinks([...this.#links.values()], act));
    else if (act.kind === 'reset') this.#drop(this.#emulated());
    else this.#passTime(act.minutes);
  }

  #use(used: readonly ShelvedLink[]): void {
    this.#drop(used);
    for (const one of used) this.#used.fire(one);
  }

  #passTime(minutes: number): void {
    for (const one of this.#emulated()) this.#links.set(one.link.url, { ...one, link: linkAfter(one.link, minutes) });
    this.#changed.fire();
  }

  #emulated(): readonly ShelvedLink[] {
    return [...this.#links.values()].filter(({ connection }) => connection === emulatorConnectionId);
  }

  #drop(links: readonly ShelvedLink[]): void {
    for (const { link } of links) this.#links.delete(link.url);
    this.#changed.fire();
  }
}
