import * as vscode from 'vscode';
import { type DocumentChange, documentChanges, type WatchedDocument } from '../../core/live/documentChanges';
import type { EmulatorStatus } from '../../emulator/control';
import type { EmulatorAct } from '../emulator/emulators';
import { waitingTimes } from '../shell/waitingTimes';
import type { LiveServices } from './liveServices';

/** What people did on an emulator. */
export interface EmulatorChange {
  readonly provider: string;
  readonly changes: readonly DocumentChange[];
}

/**
 * Notices what is done on the emulators, whoever does it. Those of this window tell of every page; those of another process
 * are looked at now and then, and read only where something was counted.
 */
export class EmulatorFollower implements vscode.Disposable {
  readonly #services: LiveServices;
  readonly #changed = new vscode.EventEmitter<EmulatorChange>();
  readonly #known = new Map<string, readonly WatchedDocument[]>();
  readonly #counted = new Map<string, EmulatorStatus>();
  readonly #listening: readonly vscode.Disposable[];
  /** How many looks are to come that tell what has changed, by provider: one before them would keep it from them. */
  readonly #awaited = new Map<string, number>();
  /** One after another: a change is found between two looks. */
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  readonly onDidChange = this.#changed.event;

  constructor(services: LiveServices) {
    this.#services = services;
    const { emulators, sender } = services;
    this.#listening = [
      emulators.onDidAct((act) => this.#take(act)),
      emulators.onDidChange((change) => change !== 'stateChanged' && this.#startOver()),
      sender.onDidSend(({ provider, baseUrl }) => {
        if (emulators.address(provider) === baseUrl) void this.look(provider);
      }),
    ];
    this.#watchAttached();
  }

  /** Takes down what there is, to tell changes from. Of those until now, says only who has signed. */
  look(provider: string): Promise<void> {
    return this.#inOrder(async () => {
      const documents = this.#awaited.has(provider) ? undefined : await this.#read(provider);
      if (documents === undefined || this.#awaited.has(provider)) return;
      const changes = this.#compare(provider, documents)?.filter(isSigned) ?? [];
      if (changes.length > 0) this.#changed.fire({ provider, changes });
    });
  }

  /** Tells what has changed since the last look. */
  follow(provider: string): Promise<void> {
    return this.during(provider, async () => {});
  }

  /** Tells what has changed when it is over, whatever else asks what there is meanwhile. */
  async during(provider: string, act: () => Promise<void>): Promise<void> {
    this.#await(provider, 1);
    try {
      await act();
    } finally {
      await this.#inOrder(async () => {
        this.#await(provider, -1);
        const documents = await this.#read(provider);
        const changes = documents && this.#compare(provider, documents);
        if (changes !== undefined) this.#changed.fire({ provider, changes });
      });
    }
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#listening) one.dispose();
    this.#changed.dispose();
  }

  #take(act: EmulatorAct): void {
    if (act.kind === 'reset') this.#startOver();
    // What runs out of time by that is told, too.
    if (act.kind === 'advanced') for (const provider of this.#known.keys()) void this.follow(provider);
    if (act.kind !== 'page') return;
    if (act.act.action === 'finish' || act.act.action === 'decline') void this.follow(act.provider);
    else if (!this.#known.has(act.provider)) void this.look(act.provider);
  }

  #startOver(): void {
    this.#known.clear();
    this.#counted.clear();
    clearTimeout(this.#timer);
    this.#watchAttached();
  }

  #watchAttached(): void {
    if (!this.#services.emulators.attached) return;
    this.#timer = setTimeout(async () => {
      await Promise.all(this.#services.registry.ids.map((provider) => this.#count(provider)));
      if (this.#timer !== undefined) this.#watchAttached();
    }, waitingTimes.attachedMs);
  }

  async #count(provider: string): Promise<void> {
    const address = this.#services.emulators.address(provider);
    if (address === undefined) return;
    const { probeEmulator } = await import('../../node/emulator/probeEmulator');
    const status = await probeEmulator(address);
    if (status === undefined) return;
    const before = this.#counted.get(provider);
    this.#counted.set(provider, status);
    if (before === undefined || before.startedAt !== status.startedAt) return this.look(provider);
    const decided = ({ counts: { signed, declined } }: EmulatorStatus) => signed + declined;
    if (decided(before) !== decided(status)) return this.follow(provider);
    if (before.counts.requests !== status.counts.requests) return this.look(provider);
  }

  async #read(provider: string): Promise<readonly WatchedDocument[] | undefined> {
    const address = this.#services.emulators.address(provider);
    if (address === undefined) return undefined;
    const { readDocuments } = await import('../../node/emulator/readDocuments');
    return readDocuments(address);
  }

  /** Undefined where nothing is different: of what was told already, nothing is told or read again. */
  #compare(provider: string, documents: readonly WatchedDocument[]): readonly DocumentChange[] | undefined {
    const before = this.#known.get(provider);
    this.#known.set(provider, documents);
    return JSON.stringify(documents) === JSON.stringify(before) ? undefined : documentChanges(before ?? [], documents);
  }

  #await(provider: string, more: 1 | -1): void {
    const count = (this.#awaited.get(provider) ?? 0) + more;
    if (count === 0) this.#awaited.delete(provider);
    else this.#awaited.set(provider, count);
  }

  #inOrder(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch((error: unknown) => this.#services.log.error('An emulator could not be followed.', error));
    return this.#last.then(() => undefined);
  }
}

/** Somebody has: that is done by people alone, while a request can end a document in other ways. */
export function isSigned({ acted }: DocumentChange): boolean {
  return acted.some(({ status }) => status?.tone === 'done');
}
