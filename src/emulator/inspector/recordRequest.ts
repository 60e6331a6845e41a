import type { EmulatedReply, EmulatedRequest } from '../../core/emulation';
import type { Provider } from '../../core/provider';
import type { Route } from '../../core/routing/routes';
import type { Answer } from '../disclosure/answer';
import { createDiscloser, type OnDisclosure } from '../disclosure/disclose';
import { loggedRequest, type RequestLog } from './requestLog';

type Recorder = (request: EmulatedRequest, route: Route | undefined, answer: () => Answer) => EmulatedReply;

/** Answers with what no source gives named, and takes down what came. */
export function createRecorder(
  provider: Provider,
  log: RequestLog,
  now: () => number,
  onDisclosure: OnDisclosure | undefined,
): Recorder {
  const disclose = createDiscloser(provider, onDisclosure);
  const failures = new Map(provider.failures.map((failure) => [failure.id, failure]));
  return (request, route, answer) => {
    const { method, path, headers } = request;
    const begin = performance.now();
    const answered = answer();
    const reply = disclose(answered, { method, path: templateOf(route) ?? path });
    const durationMs = performance.now() - begin;
    const exchange = {
      at: now(),
      method,
      path,
      requestBytes: Number(headers['content-length'] ?? 0) || 0,
      durationMs,
      route,
      answer: answered,
    };
    log.add(loggedRequest(exchange, failures, reply.headers));
    return reply;
  };
}

export function templateOf(route: Route | undefined): string | undefined {
  return route?.kind === 'absent' ? route.call.path : route?.operations[0]?.path;
}
