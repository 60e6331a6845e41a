import type http from 'node:http';
import { servedAddress } from '../../core/addresses/webAddress';
import type { Credentials } from '../../core/auth';
import type { Provider } from '../../core/provider';
import type { Emulator } from '../../emulator/engine';
import type { WorldProblem, Worlds } from '../../emulator/worlds';

export interface RunningEmulators {
  /** In the order of the providers. */
  readonly servers: readonly RunningEmulator[];
  /** Undefined when the provider has no emulator here. */
  find(provider: string): RunningEmulator | undefined;
  reset(): void;
  advance(ms: number): void;
  /** When every event that is due was answered. */
  settled(): Promise<void>;
  /** States of their own, by name: made on first use. */
  world(name: string): RunningEmulators | WorldProblem;
  stop(): Promise<void>;
}

export interface RunningEmulator {
  readonly provider: string;
  /** `http://127.0.0.1:<port>`, with `/<provider>` where the port is for all. */
  readonly baseUrl: string;
  /** On which it listens, whatever stands in front. */
  readonly port: number;
  /** Of its first account: that of a seed, or the demo account. */
  readonly credentials: Credentials;
  readonly emulator: Emulator;
}

export interface Placed extends RunningEmulator {
  /** The address of the server, and what comes behind it. */
  readonly root: string;
  readonly below: string;
}

export function runningAt(
  { baseUrl: root, port }: { readonly baseUrl: string; readonly port: number },
  { provider, emulator }: Pick<Placed, 'emulator'> & { readonly provider: Pick<Provider, 'id'> },
  below: string,
): Placed {
  return { ...placed(provider.id, placeOn(root, below), port, emulator), root, below };
}

function placed(provider: string, baseUrl: string, port: number, emulator: Emulator): RunningEmulator {
  return { provider, baseUrl, port, credentials: emulator.credentials(), emulator };
}

function placeOn(root: string, below: string): string {
  return below === '' ? root : (servedAddress(root, below) ?? root);
}

export function control(
  emulators: readonly Placed[],
  servers: readonly http.Server[],
  worlds: Worlds<Emulator>,
): RunningEmulators {
  return {
    ...controlOf(emulators),
    world: (name) => worldOf(emulators, worlds, name),
    stop: async () => {
      // What waits to be sent again is not: nobody is there any more who would.
      for (const { emulator } of emulators) emulator.close();
      worlds.close();
      await closeAll(servers);
    },
  };
}

/** The same servers, with a state of its own; stopped, it is dropped. */
function worldOf(
  emulators: readonly Placed[],
  worlds: Worlds<Emulator>,
  name: string,
): RunningEmulators | WorldProblem {
  const own: RunningEmulator[] = [];
  for (const { provider, root, below, port } of emulators) {
    const emulator = worlds.emulator(name, provider);
    if (typeof emulator === 'string') return emulator;
    if (emulator !== undefined) own.push(placed(provider, placeOn(root, `/~${name}${below}`), port, emulator));
  }
  return {
    ...controlOf(own),
    world: (other) => worldOf(emulators, worlds, other),
    stop: async () => {
      worlds.drop(name);
    },
  };
}

function controlOf(emulators: readonly RunningEmulator[]): Omit<RunningEmulators, 'world' | 'stop'> {
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
  };
}

export async function closeAll(servers: readonly http.Server[]): Promise<void> {
  await Promise.all(
    servers.map((server) => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    }),
  );
}
