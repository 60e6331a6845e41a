import type { EmulatedReply, EmulatedRequest } from '../../core/emulation';
import type { Provider } from '../../core/provider';
import { illustrativeHeader } from '../../core/replies/illustration';
import type { Route } from '../../core/routing/routes';
import type { Answer } from '../disclosure/answer';
import { createDiscloser, type OnDisclosure } from '../disclosure/disclose';
import { type RequestLog, withoutLongParts } from './requestLog';

type Recorder = (request: EmulatedRequest, route: Route | undefined, answer: () => Answer) => EmulatedReply;

/** Answers with what no source gives named, and takes down what came. */
export function createRecorder(
  provider: Provider,
  log: RequestLog,
  now: () => number,
  onDisclosure: OnDisclosure | undefined,
): Recorder {
  const disclose = createDiscloser(provider, onDisclosure);
  return (request, route, answer) => {
    const { method, path, headers } = request;
    const begin = performance.now();
    const answered = answer();
    const template = templateOf(route);
    const reply = disclose(answered, { method, path: template ?? path });
    const durationMs = performance.now() - begin;
    const exchange = {
      at: now(),
      method,
      path: template ?? withoutLongParts(path),
      requestBytes: Number(headers['content-length'] ?? 0) || 0,
      durationMs,
      operations: route?.kind === 'served' ? route.operations : [],
      status: answered.status,
      failures: answered.failures ?? [],
      undocumented: answered.undocumented ?? [],
      fault: answered.fault ?? '',
      illustrative: reply.headers?.[illustrativeHeader] ?? '',
      isAbsent: answered.absent !== undefined,
    };
    log.add(exchange);
    return reply;
  };
}

export function templateOf(route: Route | undefined): string | undefined {
  return route?.kind === 'absent' ? route.call.path : route?.operations[0]?.path;
}
