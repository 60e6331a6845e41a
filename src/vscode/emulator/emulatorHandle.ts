import type { Provider } from '../../core/provider';
import type { PageAct } from '../../emulator/signing/pageAct';
import { createDisclosureLines } from '../../node/emulator/disclosureLines';
import { type EmulatorServerOptions, startEmulators } from '../../node/emulator/emulatorServer';
import type { RunningEmulators } from '../../node/emulator/runningEmulators';
import { ForeseenError } from '../shell/explainError';
import { type EmulatorHandle, findEmulators } from './foundEmulators';

export interface OpenOptions {
  /** What the providers' own offsets are added to; 0 for free ports. */
  readonly portBase: number;
  readonly onError: (error: unknown) => void;
  /** Only of those that are started here. */
  readonly onPageAct?: (act: PageAct) => void;
  /** Told in a line which replies no source gives, of those that are started here. */
  readonly onRemark: (line: string) => void;
}

/** Uses the emulators on the wanted ports, starts them there, or on free ports when something else is in the way. */
export async function openEmulators(
  providers: readonly Provider[],
  { portBase, onRemark, ...others }: OpenOptions,
): Promise<{ readonly handle: EmulatorHandle; readonly notice?: string }> {
  const watch = { ...others, onDisclosure: createDisclosureLines(onRemark), webhooks: {} };
  if (portBase === 0) return { handle: await startOnFreePorts(providers, watch) };
  const found = await findEmulators(providers, portBase);
  if (found !== undefined) return { handle: found };
  const outcome = await startEmulators(providers, { portBase, ...watch });
  if (outcome.kind === 'running') return { handle: own(outcome.running) };
  const reason = outcome.kind === 'portInUse' ? 'is in use' : `cannot be had (${outcome.code})`;
  const handle = await startOnFreePorts(providers, watch);
  return { handle, notice: `Port ${outcome.port} ${reason}, so the emulator listens on free ports instead.` };
}

async function startOnFreePorts(
  providers: readonly Provider[],
  watch: Omit<EmulatorServerOptions, 'portBase'>,
): Promise<EmulatorHandle> {
  const outcome = await startEmulators(providers, watch);
  if (outcome.kind === 'running') return own(outcome.running);
  const reason = outcome.kind === 'failed' ? `No port can be had (${outcome.code}).` : 'The port is in use.';
  throw new ForeseenError({
    title: 'The emulator cannot listen on 127.0.0.1',
    cause: reason,
    nextStep: 'Check whether something on this machine forbids programs to listen, then start it again.',
  });
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
