import http from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import { addressOn } from '../../core/addresses/webAddress';
import type { Credentials } from '../../core/auth';
import type { Provider } from '../../core/provider';
import type { OnDisclosure } from '../../emulator/disclosure/disclose';
import { createEmulator, type Emulator } from '../../emulator/engine';
import type { PageAct } from '../../emulator/signing/pageAct';
import { answerHttp, type ServerLimits } from './emulatorHttp';
import { type EmulatorSites, onlySite, sitesByProvider } from './emulatorSites';
import { pooledRandom } from './pooledRandom';
import { createWebhookSender } from './webhookSender';

export interface EmulatorPorts {
  /** What each provider's own offset is added to. Free ports without it. */
  readonly portBase?: number;
  /** One port for all, each provider below a slash and its id; 0 for a free one. */
  readonly onePort?: number;
}

export interface EmulatorServerOptions extends EmulatorPorts {
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly limits?: Partial<ServerLimits>;
  /** Told about exceptions of handlers, which are bugs. Standard error without it. */
  readonly onError?: (error: unknown) => void;
  /** Told what somebody did on a signing page. */
  readonly onPageAct?: (act: PageAct) => void;
  /** Told of each reply of which no source gives all. */
  readonly onDisclosure?: OnDisclosure;
  /** Events are sent: to this machine, and to the hosts that are named. Without it, they are only taken down. */
  readonly webhooks?: { readonly allowedHosts?: readonly string[] };
}

export type StartOutcome = { readonly kind: 'running'; readonly running: RunningEmulators } | PortProblem;

/** `provider` is not there where the port is for all. */
export type PortProblem =
  | { readonly kind: 'portInUse'; readonly provider?: string; readonly port: number }
  /** `code` is the system's, such as EACCES for a port below 1024. */
  | { readonly kind: 'failed'; readonly provider?: string; readonly port: number; readonly code: string };

export interface RunningEmulators {
  /** In the order of the providers. */
  readonly servers: readonly RunningEmulator[];
  /** Undefined when the provider has no emulator here. */
  find(provider: string): RunningEmulator | undefined;
  reset(): void;
  advance(ms: number): void;
  /** When every event that is due was answered. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface RunningEmulator {
  readonly provider: string;
  /** `http://127.0.0.1:<port>`, with `/<provider>` where the port is for all. */
  readonly baseUrl: string;
  /** The demo account. */
  readonly credentials: Credentials;
  readonly emulator: Emulator;
}

const defaultServerLimits: ServerLimits = { maxBodyBytes: 25 * 1024 * 1024, requestTimeoutMs: 30_000 };

/** Starts the emulators of the providers that have one: all or none, on a server each or on one for all. */
export async function startEmulators(
  providers: readonly Provider[],
  options: EmulatorServerOptions = {},
): Promise<StartOutcome> {
  const prepared = await prepare(providers, options);
  return options.onePort === undefined
    ? startEach(prepared, options)
    : startTogether(prepared, options.onePort, options);
}

interface Prepared {
  readonly provider: Provider;
  readonly credentials: Credentials;
  readonly emulator: Emulator;
}

async function prepare(
  providers: readonly Provider[],
  { now, onPageAct, onDisclosure, webhooks }: EmulatorServerOptions,
): Promise<readonly Prepared[]> {
  const sender = webhooks && createWebhookSender(webhooks.allowedHosts);
  const prepared = await Promise.all(
    providers.map(async (provider): Promise<readonly Prepared[]> => {
      const definition = await provider.emulator?.();
      if (definition === undefined) return [];
      const emulator = createEmulator(provider, definition, {
        random: pooledRandom(),
        ...(now && { now }),
        onPageAct,
        onDisclosure,
        sender,
      });
      return [{ provider, credentials: definition.credentials, emulator }];
    }),
  );
  return prepared.flat();
}

async function startEach(prepared: readonly Prepared[], options: EmulatorServerOptions): Promise<StartOutcome> {
  const servers: http.Server[] = [];
  const running: RunningEmulator[] = [];
  for (const one of prepared) {
    const { portBase } = options;
    const port = portBase === undefined ? 0 : portBase + (one.provider.portOffset ?? 0);
    const outcome = await open(onlySite(one.emulator), port, options);
    if (outcome.kind !== 'open') {
      await closeAll(servers);
      return { ...outcome, provider: one.provider.id };
    }
    servers.push(outcome.server);
    running.push(runningAt(outcome.baseUrl, one));
  }
  return { kind: 'running', running: control(running, servers) };
}

async function startTogether(
  prepared: readonly Prepared[],
  port: number,
  options: EmulatorServerOptions,
): Promise<StartOutcome> {
  const outcome = await open(sitesByProvider(prepared.map(({ emulator }) => emulator)), port, options);
  if (outcome.kind !== 'open') return outcome;
  const running = prepared.map((one) =>
    runningAt(addressOn(outcome.baseUrl, `/${one.provider.id}`) ?? outcome.baseUrl, one),
  );
  return { kind: 'running', running: control(running, [outcome.server]) };
}

function runningAt(baseUrl: string, { provider, credentials, emulator }: Prepared): RunningEmulator {
  return { provider: provider.id, baseUrl, credentials, emulator };
}

type Opened = { readonly kind: 'open'; readonly server: http.Server; readonly baseUrl: string } | PortProblem;

async function open(sites: EmulatorSites, port: number, { limits, onError }: EmulatorServerOptions): Promise<Opened> {
  const server = createServer(sites, { ...defaultServerLimits, ...limits }, onError ?? logToStderr);
  const code = await listen(server, port);
  if (code === 'EADDRINUSE') return { kind: 'portInUse', port };
  if (code !== undefined) return { kind: 'failed', port, code };
  return { kind: 'open', server, baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function createServer(sites: EmulatorSites, limits: ServerLimits, onError: (error: unknown) => void): http.Server {
  const options: http.ServerOptions = {
    requestTimeout: limits.requestTimeoutMs,
    headersTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: Math.min(limits.requestTimeoutMs, 5_000),
    keepAliveTimeout: 60_000,
  };
  return http.createServer(options, (request, response) => answerHttp(sites, limits, request, response, onError));
}

function logToStderr(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

/** The system's code when the port cannot be had. */
function listen(server: http.Server, port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve(undefined));
  });
}

function control(emulators: readonly RunningEmulator[], servers: readonly http.Server[]): RunningEmulators {
  return {
    servers: emulators,
    find: (provider) => emulators.find((running) => running.provider === provider),
    reset: () => {
      for (const { emulator } of emulators) emulator.reset();
    },
    advance: (ms) => {
      for (const { emulator } of emulators) emulator.advance(ms);
    },
    settled: async () => {
      await Promise.all(emulators.map(({ emulator }) => emulator.settled()));
    },
    stop: async () => {
      // What waits to be sent again is not: nobody is there any more who would.
      for (const { emulator } of emulators) emulator.close();
      await closeAll(servers);
    },
  };
}

async function closeAll(servers: readonly http.Server[]): Promise<void> {
  await Promise.all(
    servers.map((server) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    }),
  );
}
