import { t } from '@vscode/l10n';
import type { ProviderAbout } from '../../core/provider';
import { ForeseenError } from '../shell/explainError';
import { type EmulatorHandle, findEmulators, handleOf } from './foundEmulators';
import type { EmulatorThread } from './thread/emulatorThread';
import type { ThreadEvent, ThreadStart } from './thread/threadMessages';

/** Told of those that are started here. */
export interface EmulatorListeners {
  readonly onEvent: (event: ThreadEvent) => void;
  /** They ended without being asked to. */
  readonly onLost: (reason: string) => void;
}

export interface OpenOptions extends EmulatorListeners {
  /** What the providers' own offsets are added to; 0 for free ports. */
  readonly portBase: number;
}

/** Uses the emulators on the wanted ports, starts them there, or on free ports when something else is in the way. */
export async function openEmulators(
  thread: EmulatorThread,
  providers: readonly ProviderAbout[],
  { portBase, ...listeners }: OpenOptions,
): Promise<{ readonly handle: EmulatorHandle; readonly notice?: string }> {
  const emulated = providers.filter(({ portOffset }) => portOffset !== undefined);
  const wish = { providers: emulated.map(({ id }) => id), sendsEvents: true };
  if (portBase === 0) return { handle: await startOnFreePorts(thread, wish, listeners) };
  const found = await findEmulators(emulated, portBase);
  if (found !== undefined) return { handle: found };
  const { start, stop } = await thread.start({ ...wish, portBase }, listeners);
  if (start.kind === 'running') return { handle: handleOf(start.addresses, false, stop) };
  if (start.kind === 'broken') throw cannotStart(start);
  const handle = await startOnFreePorts(thread, wish, listeners);
  return { handle, notice: portNotice(start) };
}

/** Fresh emulators of their own, which send nothing. Of a provider that has none, the handle has no address. */
export async function openFreshEmulators(
  thread: EmulatorThread,
  providers: readonly string[],
  listeners: EmulatorListeners,
): Promise<EmulatorHandle> {
  return startOnFreePorts(thread, { providers, sendsEvents: false }, listeners);
}

async function startOnFreePorts(
  thread: EmulatorThread,
  wish: Parameters<EmulatorThread['start']>[0],
  listeners: EmulatorListeners,
): Promise<EmulatorHandle> {
  const { start, stop } = await thread.start(wish, listeners);
  if (start.kind === 'running') return handleOf(start.addresses, false, stop);
  throw cannotStart(start);
}

function cannotStart(start: Exclude<ThreadStart, { readonly kind: 'running' }>): Error {
  // What the thread says is a mistake of ours, and its stack is for the log.
  if (start.kind === 'broken') return new Error(`The thread of the emulator broke. ${start.details}`);
  return new ForeseenError({
    title: t('The emulator cannot listen on 127.0.0.1'),
    cause: start.kind === 'failed' ? t('No port can be had ({0}).', start.code) : t('The port is in use.'),
    nextStep: t('Check whether something on this machine forbids programs to listen, then start it again.'),
  });
}

function portNotice(problem: Exclude<ThreadStart, { readonly kind: 'running' | 'broken' }>): string {
  return problem.kind === 'portInUse'
    ? t('Port {0} is in use, so the emulator listens on free ports instead.', problem.port)
    : t('Port {0} cannot be had ({1}), so the emulator listens on free ports instead.', problem.port, problem.code);
}
