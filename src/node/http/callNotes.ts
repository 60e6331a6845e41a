import { AsyncLocalStorage } from 'node:async_hooks';
import diagnostics from 'node:diagnostics_channel';
import http from 'node:http';
import type { ProxyFailure } from '../../core/http';

export type PassedProxy = Pick<ProxyFailure, 'proxy' | 'source'>;

/** What is learned of a call on its way, which its error or reply does not tell any more. */
export class CallNotes {
  /** Why the proxy did not carry it. */
  fault: ProxyFailure | undefined;
  /** That it went through. */
  proxy: PassedProxy | undefined;
  /** What answered did so over a secure connection; undefined when nothing has answered. */
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

diagnostics.subscribe('http.client.request.start', (message) => {
  const current = notes.getStore();
  const request = typeof message === 'object' && message !== null && 'request' in message ? message.request : undefined;
  if (current === undefined || !(request instanceof http.ClientRequest)) return;
  request.once('response', ({ socket }) => {
    current.isSecure = 'encrypted' in socket;
  });
});
