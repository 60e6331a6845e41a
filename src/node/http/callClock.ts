import { AsyncLocalStorage } from 'node:async_hooks';
import diagnostics from 'node:diagnostics_channel';
import http from 'node:http';
import type { Socket } from 'node:net';
import type { Reply } from '../../core/http';

/** What a call spends its time on, as far as its connection tells: one that goes through a proxy tells less. */
export class CallClock {
  readonly #start = performance.now();
  readonly #ends: Partial<Record<ConnectionEvent, number>> = {};
  #answered: number | undefined;
  #wireSize = 0;

  /** Runs what makes the call, so that its connection is known for its own among all of this process. */
  during<Result>(call: () => Result): Result {
    return clocks.run(this, call);
  }

  follow(socket: Socket): void {
    if (!socket.connecting) return;
    for (const event of events) socket.once(event, () => this.#note(event));
  }

  /** The reply has begun. */
  answered(): void {
    this.#answered = performance.now();
  }

  received(bytes: number): void {
    this.#wireSize += bytes;
  }

  /** To be asked when the last byte has come. */
  figures(): Required<Pick<Reply, 'durationMs' | 'wireSize' | 'timing'>> {
    const now = performance.now();
    const answered = this.#answered ?? now;
    const { lookup, connect, secureConnect } = this.#ends;
    const sent = secureConnect ?? connect ?? lookup ?? this.#start;
    return {
      durationMs: now - this.#start,
      wireSize: this.#wireSize,
      timing: {
        ...(lookup !== undefined && { lookupMs: lookup - this.#start }),
        ...(connect !== undefined && { connectMs: connect - (lookup ?? this.#start) }),
        ...(secureConnect !== undefined && connect !== undefined && { tlsMs: secureConnect - connect }),
        waitingMs: answered - sent,
        downloadMs: now - answered,
      },
    };
  }

  /** What comes after the reply is none of it: the connection may stand in for another one. */
  #note(event: ConnectionEvent): void {
    if (this.#answered === undefined) this.#ends[event] ??= performance.now();
  }
}

const events = ['lookup', 'connect', 'secureConnect'] as const;
type ConnectionEvent = (typeof events)[number];

const clocks = new AsyncLocalStorage<CallClock>();

// An agent of our own would tell as much, and would keep the editor's settings for proxies from being obeyed.
diagnostics.subscribe('http.client.request.start', (message) => {
  const clock = clocks.getStore();
  const request = typeof message === 'object' && message !== null && 'request' in message ? message.request : undefined;
  if (clock !== undefined && request instanceof http.ClientRequest && request.socket !== null)
    clock.follow(request.socket);
});
