import type { Credentials } from '../core/auth';
import type { EmulatedReply, EmulatedRequest, EmulatorDefinition, Rejection } from '../core/emulation';
import type { Provider } from '../core/provider';
import { createRoutes, type Route, type ServedRoute } from '../core/routing/routes';
import { secretCredentials } from '../core/secrets/secretCredentials';
import { actAsSigner } from './actAsSigner';
import { answerExpired, answerOperation, type Emulation } from './answering/answerOperation';
import { type BenchOptions, benchControls, createBench } from './bench';
import { answerControl, isControlPath, snapshotPath } from './control';
import type { Controlled } from './controlling/controlled';
import { noCounts } from './counts';
import { describeDocument, listDocuments } from './describeDocument';
import type { Answer } from './disclosure/answer';
import type { OnDisclosure } from './disclosure/disclose';
import { refuseAbsent } from './disclosure/refuseAbsent';
import type { FaultWays } from './faults/faults';
import { createRecorder } from './inspector/recordRequest';
import { tellRequest } from './inspector/tellRequest';
import { mostAnonymousBytes, mostBodyBytes } from './limits';
import { listSigners } from './signers';
import type { PageAct } from './signing/pageAct';
import { answerSigner } from './signing/signing';
import type { Snapshot } from './snapshots/snapshot';
import { restoreSnapshot, takeSnapshot } from './snapshots/takeSnapshots';
import type { WorldControls } from './worlds';

export interface Emulator {
  readonly provider: string;
  /** Answers one request. Throws only for bugs. */
  handle(request: EmulatedRequest): EmulatedReply;
  /** Bytes of the largest body that a request may have; `handle` relies on it. */
  bodyLimit(request: Pick<EmulatedRequest, 'method' | 'path' | 'headers'>): number;
  /** Back to the demo documents and the real time. */
  reset(): void;
  /** Lets time pass for tokens, links, invites and what is to be sent again. */
  advance(ms: number): void;
  /** All that it remembers, to be put back. */
  snapshot(): Snapshot;
  /** Why it cannot be taken over; then nothing has changed. */
  restore(snapshot: unknown): string | undefined;
  /** How its first account comes in. */
  credentials(): Credentials;
  /** When every event that is due was answered. */
  settled(): Promise<void>;
  /** Sends nothing more. */
  close(): void;
}

export interface EmulatorOptions extends BenchOptions {
  /** Told what somebody did on a signing page. */
  readonly onPageAct?: ((act: PageAct) => void) | undefined;
  /** Told of each reply of which no source gives all. */
  readonly onDisclosure?: OnDisclosure | undefined;
  /** What the control route tells of and changes. */
  readonly worlds?: (() => WorldControls) | undefined;
  /** What it begins with, and goes back to. The demo documents without it. */
  readonly seed?: Snapshot | undefined;
  /** Who may come in from the start on, as a seed has them; a `seed` holds them already. */
  readonly accounts?: readonly object[] | undefined;
}

export function createEmulator(
  provider: Provider,
  definition: EmulatorDefinition,
  options: EmulatorOptions = {},
): Emulator {
  const bench = createBench(provider, definition, options);
  const { outbox, faults, tools, mode } = bench;
  const routes = createRoutes(provider, definition);
  const emulation: Emulation = {
    provider,
    definition,
    tools,
    failures: idsOf(provider),
    isStrict: () => mode.isStrict,
  };
  const record = createRecorder(provider, bench, options.onDisclosure);
  const startedAt = tools.now();
  let counts = noCounts();
  const beginning = () => firstState(provider, definition, bench, options);
  let state = beginning();
  const begin = (begun: unknown) => {
    counts = noCounts();
    state = begun;
  };
  const kept = createKept(provider, definition, bench, () => state, begin);
  const reset = () => {
    bench.reset();
    begin(beginning());
  };
  const advance = (ms: number) => {
    bench.clock.advance(ms);
    definition.elapse?.(state, tools);
    outbox.pump();
  };
  const answer = (request: EmulatedRequest, route: Route | undefined): Answer => {
    if (route?.kind === 'served') {
      return faults.answer(route.operations, waysOf(emulation, state, route, request));
    }
    const page = route === undefined ? answerSigner(emulation, state, request, counts, options.onPageAct) : undefined;
    return page ?? refusedCall(emulation, state, request, route);
  };
  const controlled = (baseUrl: string): Controlled => ({
    ...benchControls(bench, definition, baseUrl),
    provider,
    startedAt,
    advance,
    worlds: options.worlds?.(),
    counts: () => counts,
    signers: () => listSigners(emulation, state, baseUrl),
    documents: (id) => listDocuments(definition, { state, tools, baseUrl }, id),
    logged: (number) => tellRequest(bench.log, number, () => accountSecrets(provider, definition, state)),
    describe: (collection, id) => describeDocument(definition, state, { collection, id }, baseUrl),
    act: (act) => actAsSigner(emulation, state, act, baseUrl, counts),
    reset,
    ...kept,
  });
  return {
    provider: provider.id,
    handle: (request) => {
      definition.elapse?.(state, tools);
      if (isControlPath(request.path)) return answerControl(request, controlled(request.baseUrl));
      const route = routes.match(request.method, request.path);
      const reply = record(request, route, () => answer(request, route));
      counts.requests += 1;
      if (reply.status >= 400) counts.refused += 1;
      return reply;
    },
    bodyLimit: (request) => bodyLimitOf(routes, request),
    reset,
    advance,
    ...kept,
    settled: () => outbox.settled(),
    close: bench.close,
  };
}

/** Of everybody who may come in. */
function accountSecrets(provider: Provider, { credentials, accounts }: EmulatorDefinition, state: unknown) {
  return [credentials, ...(accounts?.all(state) ?? [])].flatMap((own) => secretCredentials(provider, own));
}

function idsOf({ failures }: Provider): ReadonlySet<string> {
  return new Set(failures.map(({ id }) => id));
}

/** Of no call that is answered here. */
function refusedCall(
  emulation: Emulation,
  state: unknown,
  request: EmulatedRequest,
  route: Exclude<Route, ServedRoute> | undefined,
): Answer {
  const { definition } = emulation;
  return meteredReply(emulation, state, () =>
    route === undefined ? definition.unknownRoute(request) : refuseAbsent(definition, request, route.call),
  );
}

/** How its state is had and put back. */
function createKept(
  provider: Provider,
  definition: EmulatorDefinition,
  bench: ReturnType<typeof createBench>,
  state: () => unknown,
  begin: (state: unknown) => void,
): Pick<Emulator, 'snapshot' | 'restore' | 'credentials'> {
  return {
    credentials: () => definition.accounts?.credentials(state()) ?? definition.credentials,
    snapshot: () => takeSnapshot(provider, bench, state()),
    restore: (value) => {
      const restored = restoreSnapshot(value, provider, definition, bench);
      if (typeof restored === 'string') return restored;
      begin(restored.state);
      return undefined;
    },
  };
}

function firstState(
  provider: Provider,
  definition: EmulatorDefinition,
  bench: ReturnType<typeof createBench>,
  { seed, accounts = [] }: Pick<EmulatorOptions, 'seed' | 'accounts'>,
): unknown {
  if (seed === undefined) return demoState(definition, bench, accounts);
  const { speed } = bench.clock;
  const restored = restoreSnapshot({ ...seed, aheadMs: 0, speed }, provider, definition, bench);
  if (typeof restored === 'string') throw new Error(restored);
  bench.forget();
  return restored.state;
}

function demoState(
  definition: EmulatorDefinition,
  { tools, forget }: ReturnType<typeof createBench>,
  accounts: readonly object[],
): unknown {
  const created = definition.createState(tools);
  if (accounts.length > 0) definition.accounts?.add(created, accounts);
  // What led to the demo documents was sent before anybody looked.
  forget();
  return created;
}

function bodyLimitOf(
  routes: ReturnType<typeof createRoutes>,
  { method, path, headers }: Parameters<Emulator['bodyLimit']>[0],
): number {
  // As much as an export holds.
  if (method === 'POST' && path === snapshotPath) return Number.POSITIVE_INFINITY;
  if (isControlPath(path)) return mostAnonymousBytes;
  const route = routes.match(method, path);
  // Of no operation: nothing looks at more of it than that.
  return route?.kind === 'served'
    ? mostBodyBytes(route.operations, headers['content-type'] ?? '')
    : Number.POSITIVE_INFINITY;
}

function waysOf(emulation: Emulation, state: unknown, route: ServedRoute, request: EmulatedRequest): FaultWays {
  return {
    reply: () => meteredReply(emulation, state, () => answerOperation(emulation, state, route, request)),
    expired: () => meteredReply(emulation, state, () => answerExpired(emulation, state, route, request)),
    exhausted: () => exhaustedReply(emulation, state),
  };
}

/** Undefined where no source tells how too many calls are answered. */
function exhaustedReply({ definition, provider, tools }: Emulation, state: unknown): Answer | undefined {
  const { headers = {}, refusal } = definition.meter?.(state, tools, true) ?? {};
  const failure = refusal ?? failureOf(provider, 429);
  if (failure === undefined) return undefined;
  const { headers: own, ...rest } = definition.reject(failure, []);
  return { ...rest, headers: { ...headers, ...own } };
}

function failureOf({ failures }: Provider, status: number): Rejection | undefined {
  const found = failures.find((one) => one.status === status);
  return found && { failure: found.id };
}

/** With what every reply carries, or refused where there were too many. */
function meteredReply({ definition, tools }: Emulation, state: unknown, reply: () => Answer): Answer {
  if (definition.meter === undefined) return reply();
  const { headers, refusal } = definition.meter(state, tools);
  const { headers: own, ...rest } = refusal === undefined ? reply() : definition.reject(refusal, []);
  return { ...rest, headers: { ...headers, ...own } };
}
