import type { EmulatedReply, EmulatedRequest, EmulatorDefinition } from '../core/emulation';
import type { Provider } from '../core/provider';
import { createRoutes, type Route } from '../core/routing/routes';
import { actAsSigner } from './actAsSigner';
import { answerOperation, type Emulation } from './answerOperation';
import { answerControl, isControlPath } from './control';
import { noCounts } from './counts';
import { createDeliveries } from './deliveries';
import { describeDocument, listDocuments } from './describeDocument';
import type { Answer } from './disclosure/answer';
import { createDiscloser, type OnDisclosure } from './disclosure/disclose';
import { refuseAbsent } from './disclosure/refuseAbsent';
import { createFaults } from './faults';
import { mostAnonymousBytes, mostBodyBytes } from './limits';
import { listSigners } from './signers';
import type { PageAct } from './signing/pageAct';
import { answerSigner } from './signing/signing';
import { createSwitches } from './switches';
import { createClock, createTools, looseRandom, type Random } from './tools';

export interface Emulator {
  readonly provider: string;
  /** Answers one request. Throws only for bugs. */
  handle(request: EmulatedRequest): EmulatedReply;
  /** Bytes of the largest body that a request may have; `handle` relies on it. */
  bodyLimit(request: Pick<EmulatedRequest, 'method' | 'path' | 'headers'>): number;
  /** Back to the demo documents and the real time. */
  reset(): void;
  /** Lets time pass for tokens, links and invites. */
  advance(ms: number): void;
}

export interface EmulatorOptions {
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly random?: Random;
  /** Told what somebody did on a signing page. */
  readonly onPageAct?: ((act: PageAct) => void) | undefined;
  /** Told of each reply of which no source gives all. */
  readonly onDisclosure?: OnDisclosure | undefined;
}

export function createEmulator(
  provider: Provider,
  definition: EmulatorDefinition,
  options: EmulatorOptions = {},
): Emulator {
  const bench = createBench(provider, definition, options);
  const { clock, switches, deliveries, faults, tools } = bench;
  const routes = createRoutes(provider, definition);
  const failures = new Set(provider.failures.map(({ id }) => id));
  const emulation: Emulation = { provider, definition, tools, failures };
  const disclose = createDiscloser(provider, options.onDisclosure);
  const startedAt = clock.now();
  let counts = noCounts();

  const demoState = () => {
    const created = definition.createState(tools);
    // What led to the demo documents was sent before anybody looked.
    deliveries.clear();
    return created;
  };
  let state = demoState();
  const reset = () => {
    bench.reset();
    counts = noCounts();
    state = demoState();
  };
  const metered = (reply: () => Answer) => meteredReply(emulation, state, reply);
  const answer = (request: EmulatedRequest, route: Route | undefined): Answer => {
    if (route?.kind === 'served') {
      return faults.answer(route.operations, () => metered(() => answerOperation(emulation, state, route, request)));
    }
    if (route?.kind === 'absent') return metered(() => refuseAbsent(definition, request, route.call));
    return (
      answerSigner(emulation, state, request, counts, options.onPageAct) ??
      metered(() => definition.unknownRoute(request))
    );
  };
  return {
    provider: provider.id,
    handle: (request) => {
      definition.elapse?.(state, tools);
      if (isControlPath(request.path)) {
        return answerControl(request, {
          provider,
          startedAt,
          clock,
          counts: () => counts,
          signers: () => listSigners(emulation, state, request.baseUrl),
          deliveries: (filter) => deliveries.list(filter, request.baseUrl),
          documents: (id) => listDocuments(definition, { state, tools, baseUrl: request.baseUrl }, id),
          faults,
          describe: (collection, id) => describeDocument(definition, state, { collection, id }, request.baseUrl),
          switches,
          act: (act) => actAsSigner(emulation, state, act, request.baseUrl, counts),
          reset,
        });
      }
      const { method, path } = request;
      const route = routes.match(method, path);
      const reply = disclose(answer(request, route), { method, path: templateOf(route) ?? path });
      counts.requests += 1;
      if (reply.status >= 400) counts.refused += 1;
      return reply;
    },
    bodyLimit: ({ method, path, headers }) => {
      if (isControlPath(path)) return mostAnonymousBytes;
      const route = routes.match(method, path);
      // Of no operation: nothing looks at more of it than that.
      return route?.kind === 'served'
        ? mostBodyBytes(route.operations, headers['content-type'] ?? '')
        : Number.POSITIVE_INFINITY;
    },
    reset,
    advance: clock.advance,
  };
}

function templateOf(route: Route | undefined): string | undefined {
  return route?.kind === 'absent' ? route.call.path : route?.operations[0]?.path;
}

/** With what every reply carries, or refused where there were too many. */
function meteredReply({ definition, tools }: Emulation, state: unknown, reply: () => Answer): Answer {
  if (definition.meter === undefined) return reply();
  const { headers, refusal } = definition.meter(state, tools);
  const { headers: own, ...rest } = refusal === undefined ? reply() : definition.reject(refusal, []);
  return { ...rest, headers: { ...headers, ...own } };
}

/** What a tester sets and looks up beside the state of the API. */
function createBench(provider: Provider, definition: EmulatorDefinition, { now, random }: EmulatorOptions) {
  const clock = createClock(now ?? Date.now);
  const switches = createSwitches(definition.switches ?? {});
  const deliveries = createDeliveries(clock.now);
  const faults = createFaults(provider, definition);
  const tools = createTools(clock, random ?? looseRandom, { isOn: switches.isOn, deliver: deliveries.add });
  const reset = () => {
    clock.reset();
    switches.reset();
    faults.clear();
  };
  return { clock, switches, deliveries, faults, tools, reset };
}
