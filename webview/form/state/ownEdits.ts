import type { FormEdit } from '../../../src/protocol/form';
import type { JsonValue } from '../../../src/protocol/json';
import type { Told } from '../../../src/protocol/messages';
import type { FormState } from '../../../src/protocol/pages/formState';
import { AheadValues } from './aheadValues';
import { TellQueue } from './tellQueue';

export interface Making {
  /** Values alone are written: they are shown before the host has them. */
  readonly isWritten: boolean;
  /** Called when the change is shown, or refused. */
  readonly done?: (() => void) | undefined;
}

/** The edits of one page: numbered, told in their order, and shown ahead of the host where that can be. */
export class OwnEdits {
  readonly #tell: (told: { readonly edits: readonly FormEdit[] } & Told) => void;
  readonly #redraw: (() => void) | undefined;
  readonly #ahead = new AheadValues();
  readonly #queue = new TellQueue();
  /** What to do when an edit is shown, by its number. */
  readonly #waiting = new Map<number, () => void>();
  #told = 0;
  #version = 0;
  /** As the host knows them. */
  #known: JsonValue | undefined;

  /** `redraw` shows what is made ahead of the host; without it nothing is. */
  constructor(tell: (told: { readonly edits: readonly FormEdit[] } & Told) => void, redraw: (() => void) | undefined) {
    this.#tell = tell;
    this.#redraw = redraw;
  }

  /** Of the text that is shown. */
  get version(): number {
    return this.#version;
  }

  count(done: () => void = () => {}): Told {
    this.#told += 1;
    this.#waiting.set(this.#told, done);
    return { number: this.#told, version: this.#version };
  }

  /** What moves other values is shown at once, so that the next edit is of the places that one sees. */
  make(edits: readonly FormEdit[], shown: JsonValue | undefined, { isWritten, done }: Making): void {
    const { number } = this.count(done);
    if (this.#redraw === undefined) {
      this.#tell({ edits, number, version: this.#version });
      return;
    }
    const moves = this.#ahead.make({ number, edits, isWritten }, shown);
    this.#queue.take(
      () => this.#tell({ edits: this.#ahead.editsOf(number), number, version: this.#version }),
      moves ? number : undefined,
    );
    if (moves || isWritten) this.#redraw();
    if (!moves) return;
    this.#waiting.delete(number);
    done?.();
  }

  inTurn(task: () => void, holds?: number): void {
    this.#queue.take(task, holds);
  }

  follow(version: number, values: JsonValue | undefined, handled: number): void {
    this.#version = version;
    if (values === undefined) this.#ahead.settle(handled);
    else {
      this.#ahead.follow(this.#known ?? values, values, handled);
      this.#known = values;
    }
  }

  over(state: FormState): FormState {
    return this.#ahead.over(state);
  }

  /** What was told up to an edit is shown now. */
  settle(handled: number): void {
    for (const [number, done] of [...this.#waiting]) {
      if (number > handled) continue;
      this.#waiting.delete(number);
      done();
    }
    this.#queue.settle(handled);
  }
}
