import { defaultLimits } from '../../core/http';
import type { Provider } from '../../core/provider';
import { controlHeader, controlPath } from '../../emulator/control';
import { type RunningEmulators, startEmulators } from '../../node/emulatorServer';
import { createHttpClient } from '../../node/httpClient';
import { probeEmulator } from '../../node/probeEmulator';

/** Emulators that answer: our own, or those of another process that were found on their ports. */
export interface EmulatorHandle {
  readonly attached: boolean;
  address(provider: string): string | undefined;
  answers(): Promise<boolean>;
  reset(): Promise<void>;
  advance(minutes: number): Promise<void>;
  /** Lets go of emulators of another process without stopping them. */
  stop(): Promise<void>;
}

export interface OpenOptions {
  /** Port of the first provider; 0 for free ports. */
  readonly portBase: number;
  readonly onError: (error: unknown) => void;
}

/** Uses the emulators on the wanted ports, starts them there, or on free ports when something else is in the way. */
export async function openEmulators(
  providers: readonly Provider[],
  { portBase, onError }: OpenOptions,
): Promise<{ readonly handle: EmulatorHandle; readonly notice?: string }> {
  if (portBase === 0) return { handle: await startOnFreePorts(providers, onError) };
  const found = await findRunning(providers, portBase);
  if (found !== undefined) return { handle: attach(found) };
  const outcome = await startEmulators(providers, { portBase, onError });
  if (outcome.kind === 'running') return { handle: own(outcome.running) };
  const reason = outcome.kind === 'portInUse' ? 'is in use' : `cannot be had (${outcome.code})`;
  const handle = await startOnFreePorts(providers, onError);
  return { handle, notice: `Port ${outcome.port} ${reason}, so the emulator listens on free ports instead.` };
}

async function startOnFreePorts(
  providers: readonly Provider[],
  onError: (error: unknown) => void,
): Promise<EmulatorHandle> {
  const outcome = await startEmulators(providers, { onError });
  if (outcome.kind === 'running') return own(outcome.running);
  const reason = outcome.kind === 'failed' ? outcome.code : 'the port is in use';
  throw new Error(`The emulator cannot listen on 127.0.0.1: ${reason}.`);
}

function own(running: RunningEmulators): EmulatorHandle {
  return {
    attached: false,
    address: (provider) => running.find(provider)?.baseUrl,
    answers: async () => true,
    reset: async () => running.reset(),
    advance: async (minutes) => running.advance(minutes * 60_000),
    stop: () => running.stop(),
  };
}

type Addresses = ReadonlyMap<string, string>;

async function findRunning(providers: readonly Provider[], portBase: number): Promise<Addresses | undefined> {
  const addresses = new Map(providers.map(({ id }, index) => [id, `http://127.0.0.1:${portBase + index}`]));
  return (await allAnswer(addresses)) ? addresses : undefined;
}

async function allAnswer(addresses: Addresses): Promise<boolean> {
  const answers = await Promise.all(
    [...addresses].map(async ([provider, address]) => (await probeEmulator(address))?.provider === provider),
  );
  return answers.every((isEmulator) => isEmulator);
}

function attach(addresses: Addresses): EmulatorHandle {
  const tell = async (command: string, content: object): Promise<void> => {
    await Promise.all([...addresses.values()].map((address) => control(address, command, content)));
  };
  return {
    attached: true,
    address: (provider) => addresses.get(provider),
    answers: () => allAnswer(addresses),
    reset: () => tell('reset', {}),
    advance: (minutes) => tell('advance', { minutes }),
    stop: async () => {},
  };
}

async function control(address: string, command: string, content: object): Promise<void> {
  const request = {
    method: 'POST',
    url: `${address}${controlPath}/${command}`,
    headers: { [controlHeader]: '1', 'content-type': 'application/json' },
    body: { text: JSON.stringify(content) },
  };
  const outcome = await createHttpClient().send(request, defaultLimits);
  if (outcome.kind === 'replied' && outcome.reply.status === 200) return;
  throw new Error(`The emulator at ${address} did not ${command}.`);
}
