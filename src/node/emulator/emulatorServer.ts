import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import process from 'node:process';
import type { Provider } from '../../core/provider';
import type { EndedDelivery } from '../../emulator/deliveries/endedDelivery';
import type { OnDisclosure } from '../../emulator/disclosure/disclose';
import { createEmulator, type Emulator } from '../../emulator/engine';
import type { StandingFaults } from '../../emulator/faults/standing';
import { ContentStore } from '../../emulator/inspector/contentStore';
import type { PageAct } from '../../emulator/signing/pageAct';
import type { Snapshot } from '../../emulator/snapshots/snapshot';
import { watchChanges } from '../../emulator/snapshots/watchChanges';
import { Worlds } from '../../emulator/worlds';
import { type AnswerPorts, answerHttp, type ServerLimits } from './emulatorHttp';
import { type EmulatorSites, onlySite, sitesByProvider } from './emulatorSites';
import type { Stock } from './keeping/stateKeeper';
import { pooledRandom } from './pooledRandom';
import { closeAll, control, type Placed, type RunningEmulators, runningAt } from './runningEmulators';
import { admissionOf, reachableHost, type ServerReach } from './serverReach';
import { createWebhookSender } from './webhookSender';

export interface EmulatorPorts {
  /** What each provider's own offset is added to. Free ports without it. */
  readonly portBase?: number;
  /** One port for all, each provider below a slash and its id; 0 for a free one. */
  readonly onePort?: number;
}

export interface EmulatorServerOptions extends EmulatorPorts, ServerReach {
  /** Epoch milliseconds. */
  readonly now?: () => number;
  readonly limits?: Partial<ServerLimits>;
  readonly clockSpeed?: number | undefined;
  readonly strict?: boolean | undefined;
  /** Headers and bodies are kept for whoever looks, of all emulators together so many bytes. */
  readonly logBodies?: boolean | undefined;
  /** What the emulators begin with, by provider. */
  readonly seeds?: ReadonlyMap<string, Snapshot> | undefined;
  /** What fails from the start on, by provider; in worlds as well. */
  readonly faults?: ReadonlyMap<string, StandingFaults> | undefined;
  /** Told about exceptions of handlers, which are bugs. Standard error without it. */
  readonly onError?: (error: unknown) => void;
  /** Told what somebody did on a signing page. */
  readonly onPageAct?: (act: PageAct) => void;
  /** Told of each webhook of which nothing more is due; of those of worlds nothing. */
  readonly onDeliveryEnd?: (delivery: EndedDelivery) => void;
  /** Told of each reply of which no source gives all. */
  readonly onDisclosure?: OnDisclosure;
  /** Events are sent: to this machine, and to the hosts that are named. Without it, they are only taken down. */
  readonly webhooks?: { readonly allowedHosts?: readonly string[] };
  /** Something may be different now, in whichever emulator. */
  readonly onChange?: (() => void) | undefined;
  /** Done before anybody can ask; where it throws, nothing starts. */
  readonly beforeListening?: (stock: Stock) => void;
}

export type StartOutcome = { readonly kind: 'running'; readonly running: RunningEmulators } | PortProblem;

/** `provider` is not there where the port is for all. */
export type PortProblem =
  | { readonly kind: 'portInUse'; readonly provider?: string; readonly port: number }
  /** `code` is the system's, such as EACCES for a port below 1024. */
  | { readonly kind: 'failed'; readonly provider?: string; readonly port: number; readonly code: string };

const defaultServerLimits: ServerLimits = { maxBodyBytes: 25 * 1024 * 1024, requestTimeoutMs: 30_000 };

/** Starts the emulators of the providers that have one: all or none, on a server each or on one for all. */
export async function startEmulators(
  providers: readonly Provider[],
  options: EmulatorServerOptions = {},
): Promise<StartOutcome> {
  const all = await prepare(providers, options);
  options.beforeListening?.({ emulators: all.prepared.map(({ emulator }) => emulator), worlds: all.worlds });
  return options.onePort === undefined ? startEach(all, options) : startTogether(all, options.onePort, options);
}

interface Preparation {
  readonly prepared: readonly Prepared[];
  readonly worlds: Worlds<Emulator>;
}

interface Prepared {
  readonly provider: Provider;
  readonly emulator: Emulator;
}

async function prepare(providers: readonly Provider[], options: EmulatorServerOptions): Promise<Preparation> {
  const { now, clockSpeed, strict, onPageAct, onDisclosure, webhooks, onChange, seeds, faults, logBodies } = options;
  const sender = webhooks && createWebhookSender(webhooks.allowedHosts);
  const makers = new Map<string, () => Emulator>();
  const worlds = new Worlds(makers);
  const contents = new ContentStore();
  const prepared = await Promise.all(
    providers.map(async (provider): Promise<readonly Prepared[]> => {
      const definition = await provider.emulator?.();
      if (definition === undefined) return [];
      const create = (onDeliveryEnd?: EmulatorServerOptions['onDeliveryEnd']) =>
        createEmulator(provider, definition, {
          random: pooledRandom(),
          ...(now && { now }),
          clockSpeed,
          strict,
          logBodies,
          contents,
          onPageAct,
          onDisclosure,
          onAttempt: onChange,
          onDeliveryEnd,
          sender,
          seed: seeds?.get(provider.id),
          standing: faults?.get(provider.id),
          worlds: () => worlds,
        });
      const watched = (made: Emulator) => (onChange === undefined ? made : watchChanges(made, onChange));
      makers.set(provider.id, () => watched(create()));
      return [{ provider, emulator: watched(create(options.onDeliveryEnd)) }];
    }),
  );
  return { prepared: prepared.flat(), worlds };
}

async function startEach({ prepared, worlds }: Preparation, options: EmulatorServerOptions): Promise<StartOutcome> {
  const servers: http.Server[] = [];
  const running: Placed[] = [];
  for (const one of prepared) {
    const { portBase } = options;
    const port = portBase === undefined ? 0 : portBase + (one.provider.portOffset ?? 0);
    const outcome = await open(onlySite(one.emulator, worlds), port, options);
    if (outcome.kind !== 'open') {
      await closeAll(servers);
      return { ...outcome, provider: one.provider.id };
    }
    servers.push(outcome.server);
    running.push(runningAt(outcome, one, ''));
  }
  return { kind: 'running', running: control(running, servers, worlds) };
}

async function startTogether(
  { prepared, worlds }: Preparation,
  port: number,
  options: EmulatorServerOptions,
): Promise<StartOutcome> {
  const outcome = await open(
    sitesByProvider(
      prepared.map(({ emulator }) => emulator),
      worlds,
    ),
    port,
    options,
  );
  if (outcome.kind !== 'open') return outcome;
  const running = prepared.map((one) => runningAt(outcome, one, `/${one.provider.id}`));
  return { kind: 'running', running: control(running, [outcome.server], worlds) };
}

type Opened =
  | { readonly kind: 'open'; readonly server: http.Server; readonly baseUrl: string; readonly port: number }
  | PortProblem;

async function open(sites: EmulatorSites, port: number, options: EmulatorServerOptions): Promise<Opened> {
  const { limits, onError, host, tls } = options;
  const admission = admissionOf(options);
  const server = createServer(
    { sites, limits: { ...defaultServerLimits, ...limits }, admission, onError: onError ?? logToStderr },
    tls,
  );
  const code = await listen(server, port, host);
  if (code === 'EADDRINUSE') return { kind: 'portInUse', port };
  if (code !== undefined) return { kind: 'failed', port, code };
  const { port: actual } = server.address() as AddressInfo;
  const baseUrl = admission.publicUrl ?? `${admission.scheme}://${reachableHost(host)}:${actual}`;
  return { kind: 'open', server, baseUrl, port: actual };
}

function createServer(ports: AnswerPorts, tls: ServerReach['tls']): http.Server {
  const { limits } = ports;
  const options: http.ServerOptions = {
    requestTimeout: limits.requestTimeoutMs,
    headersTimeout: limits.requestTimeoutMs,
    connectionsCheckingInterval: Math.min(limits.requestTimeoutMs, 5_000),
    keepAliveTimeout: 60_000,
  };
  const answer: http.RequestListener = (request, response) => answerHttp(ports, request, response);
  if (tls === undefined) return http.createServer(options, answer);
  return https.createServer({ ...options, cert: pem(tls.cert), key: pem(tls.key) }, answer);
}

function pem(content: string | Uint8Array): string | Buffer {
  return typeof content === 'string' ? content : Buffer.from(content);
}

function logToStderr(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
}

/** The system's code when the port cannot be had. */
function listen(server: http.Server, port: number, host = '127.0.0.1'): Promise<string | undefined> {
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen({ host, port, exclusive: true }, () => resolve(undefined));
  });
}
