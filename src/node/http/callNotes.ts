import { AsyncLocalStorage } from 'node:async_hooks';
import type { ProxyFailure } from '../../core/http';

export type PassedProxy = Pick<ProxyFailure, 'proxy' | 'source'>;

/** What is learned of a call on its way, which its error or reply does not tell any more. */
export class CallNotes {
  /** Why the proxy did not carry it. */
  fault: ProxyFailure | undefined;
  /** That it went through. */
  proxy: PassedProxy | undefined;
  /** False when what answered a secure call did so in the open; undefined where that cannot be. */
  isSecure: boolean | undefined;

  /** Runs what makes the call, so that what carries it finds these notes. */
  during<Result>(call: () => Result): Result {
    return notes.run(this, call);
  }
}

const notes = new AsyncLocalStorage<CallNotes>();

/** Of the call that is being made. */
export function currentNotes(): CallNotes | undefined {
  return notes.getStore();
}
