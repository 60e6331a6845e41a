import { Worker } from 'node:worker_threads';
import type { StartWish, ThreadEvent, ThreadOrder, ThreadReport, ThreadStart } from './threadMessages';

interface Member {
  readonly onEvent: (event: ThreadEvent) => void;
  readonly onLost: (reason: string) => void;
  started?: (start: ThreadStart) => void;
  stopped?: () => void;
}

/**
 * The host's side of the thread in which all emulators of a window run: whatever they do, the thread of the extensions
 * is free. It is begun with the first of them, ends with the last, and is begun anew when it broke.
 */
export class EmulatorThread {
  readonly #file: string;
  readonly #members = new Map<number, Member>();
  #worker: Worker | undefined;
  #count = 0;

  /** @param file What runs in the thread. */
  constructor(file: string) {
    this.#file = file;
  }

  /** `onLost` is told that they ended without being asked to, and why. */
  start(
    wish: StartWish,
    { onEvent, onLost }: Pick<Member, 'onEvent' | 'onLost'>,
  ): Promise<{ readonly start: ThreadStart; readonly stop: () => Promise<void> }> {
    this.#count += 1;
    const number = this.#count;
    return new Promise((resolve) => {
      const started = (start: ThreadStart) => {
        if (start.kind !== 'running') void this.#forget(number);
        resolve({ start, stop: () => this.#stop(number) });
      };
      this.#members.set(number, { onEvent, onLost, started });
      this.#order({ kind: 'start', number, ...wish });
    });
  }

  /** With all that runs in it; nobody is told. */
  async end(): Promise<void> {
    const members = this.#takeMembers();
    await this.#release();
    for (const { started, stopped } of members) {
      started?.({ kind: 'broken', details: 'It was ended while it started.' });
      stopped?.();
    }
  }

  async #stop(number: number): Promise<void> {
    const member = this.#members.get(number);
    if (member === undefined) return;
    await new Promise<void>((resolve) => {
      member.stopped = resolve;
      this.#order({ kind: 'stop', number });
    });
    await this.#forget(number);
  }

  async #forget(number: number): Promise<void> {
    this.#members.delete(number);
    if (this.#members.size === 0) await this.#release();
  }

  async #release(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await worker?.terminate();
  }

  #order(order: ThreadOrder): void {
    this.#worker ??= this.#begin();
    this.#worker.postMessage(order);
  }

  #begin(): Worker {
    const worker = new Worker(this.#file, { name: 'esign-emulator' });
    let reason = 'Its thread ended.';
    worker.on('message', (report: ThreadReport) => this.#take(report));
    worker.on('error', (error) => {
      reason = error.stack ?? String(error);
    });
    worker.on('exit', () => {
      if (this.#worker === worker) this.#lose(reason);
    });
    return worker;
  }

  #take(report: ThreadReport): void {
    const member = this.#members.get(report.number);
    if (report.kind === 'event') member?.onEvent(report.event);
    if (report.kind === 'stopped') member?.stopped?.();
    if (report.kind !== 'started') return;
    const { started } = member ?? {};
    delete member?.started;
    started?.(report.start);
  }

  #lose(reason: string): void {
    this.#worker = undefined;
    for (const { started, stopped, onLost } of this.#takeMembers()) {
      if (started !== undefined) started({ kind: 'broken', details: reason });
      else if (stopped !== undefined) stopped();
      else onLost(reason);
    }
  }

  #takeMembers(): readonly Member[] {
    const members = [...this.#members.values()];
    this.#members.clear();
    return members;
  }
}
