import { readlink, realpath } from 'node:fs/promises';
import { errorCode } from '../../../core/typing/errorCode';
import type { Emulator } from '../../../emulator/engine';
import type { Snapshot } from '../../../emulator/snapshots/snapshot';
import type { Worlds } from '../../../emulator/worlds';
import { replaceFile, sweepParts } from './replaceFile';
import { elsewhere, readStateFile, type StateFileContent, stateText } from './stateFile';
import { lockState, type StateLock } from './stateLock';
import { adviceOn, StateProblem } from './stateProblem';

/** All that remembers something, before anybody can ask it. */
export interface Stock {
  readonly emulators: readonly Emulator[];
  readonly worlds: Worlds<Emulator>;
}

/** A link to what is not there would be replaced by a file of its own. */
async function newPlace(file: string): Promise<string> {
  const target = await readlink(file).catch(() => undefined);
  if (target === undefined) return file;
  throw new StateProblem(
    `${file} is a link to ${target}, where no file is.`,
    'Name that file itself: it is made there.',
  );
}

/** So long nothing is written after a change: what comes together is written together. */
const restMs = 300;
/** Taking down a large state stops the emulators: at most for one part in so many of the time. */
const restPerWrite = 20;

/** Keeps the state of emulators in a file: read at the start, written after changes and at the end. */
export class StateKeeper {
  readonly #place: string;
  readonly #lock: StateLock;
  readonly #onProblem: (problem: Error) => void;
  /** Of providers that do not run here: theirs stays in the file. */
  readonly #read: StateFileContent | undefined;
  #stock: Stock | undefined;
  #written: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #restMs = restMs;
  #writing: Promise<void> = Promise.resolve();
  #isClosed = false;

  private constructor(
    place: string,
    lock: StateLock,
    read: StateFileContent | undefined,
    onProblem: (problem: Error) => void,
  ) {
    this.#place = place;
    this.#lock = lock;
    this.#read = read;
    this.#onProblem = onProblem;
  }

  /** Rejects with a `StateProblem`, and then has touched nothing. */
  static async open(file: string, onProblem: (problem: Error) => void): Promise<StateKeeper> {
    // What a link leads to is written, not the link.
    const place = await realpath(file).catch(() => newPlace(file));
    const lock = await lockState(place);
    try {
      await sweepParts(place);
      return new StateKeeper(place, lock, await readStateFile(place), onProblem);
    } catch (error: unknown) {
      await lock.release();
      throw error;
    }
  }

  /** Puts back what the file holds. Throws a `StateProblem`. */
  restore(stock: Stock): void {
    const { states = {}, worlds = {} } = this.#read ?? {};
    const own = new Map(stock.emulators.map((emulator) => [emulator.provider, emulator]));
    for (const [provider, snapshot] of Object.entries(states)) {
      this.#putBack(own.get(provider), snapshot, `states.${provider}`);
    }
    for (const [name, members] of Object.entries(worlds)) {
      if (stock.worlds.create(name) !== undefined)
        throw this.#unreadable(`worlds.${name}`, 'There can be no such world.');
      for (const [provider, snapshot] of Object.entries(members)) {
        const emulator = stock.worlds.emulator(name, provider);
        if (typeof emulator === 'object') this.#putBack(emulator, snapshot, `worlds.${name}.${provider}`);
      }
    }
    this.#stock = stock;
    if (this.#read !== undefined) this.#written = take(stock, this.#read).key;
  }

  changed(): void {
    if (this.#isClosed || this.#timer !== undefined || this.#stock === undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#write().catch(this.#onProblem);
    }, this.#restMs);
    // The end writes as well.
    this.#timer.unref();
  }

  /** Takes down what there is now, and writes it. Rejects with a `StateProblem`. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    clearTimeout(this.#timer);
    try {
      if (this.#stock !== undefined) await this.#write();
    } finally {
      await this.#lock.release();
    }
  }

  /** Where nothing was started after all. */
  async release(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#lock.release();
  }

  #putBack(emulator: Emulator | undefined, snapshot: unknown, where: string): void {
    const problem = emulator?.restore(snapshot);
    if (problem !== undefined) throw this.#unreadable(where, problem);
  }

  #unreadable(where: string, reason: string): StateProblem {
    return new StateProblem(`${this.#place} cannot be taken over at "${where}": ${reason}`, elsewhere);
  }

  /** Nothing that comes after the call is in it. */
  async #write(): Promise<void> {
    const begun = performance.now();
    const taken = this.#stock && take(this.#stock, this.#read);
    this.#restMs = Math.max(restMs, restPerWrite * (performance.now() - begun));
    const written = this.#writing.then(async () => {
      if (taken === undefined || taken.key === this.#written) return;
      await this.#replace(taken.content);
      this.#written = taken.key;
    });
    this.#writing = written.catch(() => undefined);
    await written;
  }

  async #replace(content: StateFileContent): Promise<void> {
    if (!(await this.#lock.isOurs())) {
      throw new StateProblem(
        `${this.#place} was not written: another process writes it now.`,
        'Start with another file, or stop the other one first.',
      );
    }
    try {
      await replaceFile(this.#place, stateText(content, new Date()));
    } catch (error: unknown) {
      const code = errorCode(error);
      const reason = code ?? (error instanceof Error ? error.message : 'unknown');
      const rest = this.#isClosed
        ? 'The emulators have ended: what came since is lost.'
        : 'It is tried again with the next change, and at the end.';
      throw new StateProblem(
        `${this.#place} was not written (${reason}). What was there before is there still.`,
        code === undefined ? rest : `${adviceOn(code)} ${rest}`,
      );
    }
  }
}

interface Taken {
  readonly content: StateFileContent;
  /** The same where nothing but time has passed. */
  readonly key: string;
}

function take({ emulators, worlds }: Stock, read: StateFileContent | undefined): Taken {
  const states = snapshotsOf(emulators);
  const inWorlds = worlds.members().map(({ name, members }) => [name, snapshotsOf(members)] as const);
  const known = new Map(Object.entries(read?.worlds ?? {}));
  return {
    content: {
      states: { ...read?.states, ...Object.fromEntries(states) },
      worlds: Object.fromEntries(
        inWorlds.map(([name, own]) => [name, { ...known.get(name), ...Object.fromEntries(own) }] as const),
      ),
    },
    key: JSON.stringify([states.map(marksOf), inWorlds.map(([name, own]) => [name, own.map(marksOf)])]),
  };
}

type Named = readonly [provider: string, snapshot: Snapshot];

function snapshotsOf(emulators: readonly Emulator[]): readonly Named[] {
  return emulators.map((emulator) => [emulator.provider, emulator.snapshot()]);
}

function marksOf([provider, { checksum, switches, vendorWebhook, speed, aheadMs }]: Named): unknown {
  return [provider, checksum, switches, vendorWebhook, speed, aheadMs];
}
