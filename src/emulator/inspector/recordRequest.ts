import type { EmulatedReply, EmulatedRequest } from '../../core/emulation';
import { clockAheadHeaders } from '../../core/live/emulatorClock';
import type { Provider } from '../../core/provider';
import { illustrativeHeader } from '../../core/replies/illustration';
import type { Route } from '../../core/routing/routes';
import type { Answer } from '../disclosure/answer';
import { createDiscloser, type OnDisclosure } from '../disclosure/disclose';
import type { Clock } from '../tools';
import { withoutLongParts } from './quietAddress';
import type { RequestLog } from './requestLog';
import { takeContent } from './takeContent';

type Recorder = (request: EmulatedRequest, route: Route | undefined, answer: () => Answer) => EmulatedReply;

/** Answers with what no source gives named, and takes down what came. */
export function createRecorder(
  provider: Provider,
  { log, clock }: { readonly log: RequestLog; readonly clock: Clock },
  onDisclosure: OnDisclosure | undefined,
): Recorder {
  const disclose = createDiscloser(provider, onDisclosure);
  return (request, route, answer) => {
    const { method, path, headers } = request;
    const begin = performance.now();
    const answered = answer();
    const template = templateOf(route);
    const reply = toldAhead(disclose(answered, { method, path: template ?? path }), clock.ahead);
    const durationMs = performance.now() - begin;
    const exchange = {
      at: clock.now(),
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
    // Whatever is no call and is not refused is the page of a signer.
    const isPage = route === undefined && answered.failures === undefined;
    log.add(exchange, log.keepsBodies ? takeContent(request, reply, { route, isPage }) : undefined);
    return reply;
  };
}

export function templateOf(route: Route | undefined): string | undefined {
  return route?.kind === 'absent' ? route.call.path : route?.operations[0]?.path;
}

function toldAhead(reply: EmulatedReply, aheadMs: number): EmulatedReply {
  return aheadMs === 0 ? reply : { ...reply, headers: { ...reply.headers, ...clockAheadHeaders(aheadMs) } };
}
