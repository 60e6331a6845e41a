import http from 'node:http';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import type { Credentials } from '../core/auth';
import type { EmulatorDefinition } from '../core/emulation';
import type { Provider } from '../core/provider';
import { createEmulator, type Emulator } from '../emulator/engine';
import { answerHttp, type ServerLimits } from './emulatorHttp';
import { pooledRandom } from './pooledRandom';

export interface EmulatorServerOptions {
  /** Port of the first provider, the others follow in order. Free ports without it. */
  readonly portBase?: number;
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly limits?: Partial<ServerLimits>;
  /** Told about exceptions of handlers, which are bugs. Standard error without it. */
  readonly onError?: (error: unknown) => void;
}

export type StartOutcome =
  | { readonly kind: 'running'; readonly running: RunningEmulators }
  | { readonly kind: 'portInUse'; readonly provider: string; readonly port: number }
  /** `code` is the system's, such as EACCES for a port below 1024. */
  | { readonly kind: 'failed'; readonly provider: string; readonly port: number; readonly code: string };

export interface RunningEmulators {
  /** In the order of the providers. */
  readonly servers: readonly RunningEmulator[];
  /** Undefined when the provider has no emulator here. */
  find(provider: string): RunningEmulator | undefined;
  reset(): void;
  advance(ms: number): void;
  stop(): Promise<void>;
}

export interface RunningEmulator {
  readonly provider: string;
  /** `http://127.0.0.1:<port>` */
  readonly baseUrl: string;
  /** The demo account. */
  readonly credentials: Credentials;
  readonly emulator: Emulator;
}

const defaultServerLimits: ServerLimits = { maxBodyBytes: 25 * 1024 * 1024, requestTimeoutMs: 30_000 };

/** Starts one server per provider that has an emulator, all or none. */
export async function startEmulators(
  providers: readonly Provider[],
  options: EmulatorServerOptions = {},
): Promise<StartOutcome> {
  const started: Started[] = [];
  for (const [index, provider] of providers.entries()) {
    const definition = await provider.emulator?.();
    if (definition === undefined) continue;
    const port = options.portBase === undefined ? 0 : options.portBase + index;
    const outcome = await start(provider, definition, port, options);
    if (outcome.kind !== 'started') {
      await stopAll(started);
      return outcome;
    }
    started.push(outcome);
  }
  return { kind: 'running', running: control(started) };
}

interface Started {
  readonly kind: 'started';
  readonly server: http.Server;
  readonly running: RunningEmulator;
}

async function start(
  provider: Provider,
  definition: EmulatorDefinition,
  port: number,
  { now, limits, onError }: EmulatorServerOptions,
): Promise<Started | Exclude<StartOutcome, { kind: 'running' }>> {
  const emulator = createEmulator(provider, definition, { random: pooledRandom(), ...(now && { now }) });
  const server = createServer(emulator, { ...defaultServerLimits, ...limits }, onError ?? logToStderr);
  const code = await listen(server, port);
  if (code === 'EADDRINUSE') return { kind: 'portInUse', provider: provider.id, port };
  if (code !== undefined) return { kind: 'failed', provider: provider.id, port, code };
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const running = { provider: provider.id, baseUrl, credentials: definition.credentials, emulator };
  return { kind: 'started', server, running };
}

function createServer(emulator: Emulator, limits: ServerLimits, onError: (error: unknown) => void): http.Server {
  const options: http.ServerOptions = {
    requestTimeout: limits.requestTimeoutMs,
    headersTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: Math.min(limits.requestTimeoutMs, 5_000),
    keepAliveTimeout: 60_000,
  };
  return http.createServer(options, (request, response) => answerHttp(emulator, limits, request, response, onError));
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

function control(started: readonly Started[]): RunningEmulators {
  const servers = started.map(({ running }) => running);
  return {
    servers,
    find: (provider) => servers.find((running) => running.provider === provider),
    reset: () => {
      for (const { emulator } of servers) emulator.reset();
    },
    advance: (ms) => {
      for (const { emulator } of servers) emulator.advance(ms);
    },
    stop: () => stopAll(started),
  };
}

async function stopAll(started: readonly Started[]): Promise<void> {
  await Promise.all(
    started.map(({ server }) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    }),
  );
}
