import type { HttpFailure, HttpLimits } from '../../core/http';

/** Aborts a call when it is cancelled, takes too long or brings too much, and remembers which of them it was. */
export class CallWatch {
  failure: HttpFailure | undefined;
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #connect: NodeJS.Timeout;
  readonly #total: NodeJS.Timeout;
  readonly #cancel = () => this.abort({ kind: 'cancelled' });

  constructor({ connectTimeoutMs, totalTimeoutMs }: HttpLimits, caller: AbortSignal | undefined) {
    this.#connect = this.#after('connect', connectTimeoutMs);
    this.#total = this.#after('total', totalTimeoutMs);
    this.#caller = caller;
    caller?.addEventListener('abort', this.#cancel, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  abort(failure: HttpFailure): void {
    this.failure ??= failure;
    this.#controller.abort();
  }

  /** Ends the call, of which enough has come. */
  stop(): void {
    this.#controller.abort();
  }

  connected(): void {
    clearTimeout(this.#connect);
  }

  /** The time counts anew: as long as a large body comes, it may take longer. */
  extend(): void {
    this.#total.refresh();
  }

  end(): void {
    clearTimeout(this.#connect);
    clearTimeout(this.#total);
    this.#caller?.removeEventListener('abort', this.#cancel);
  }

  #after(phase: 'connect' | 'total', afterMs: number): NodeJS.Timeout {
    return setTimeout(() => this.abort({ kind: 'timedOut', phase, afterMs }), afterMs);
  }
}
