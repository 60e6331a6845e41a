import type { Provider } from '../../../core/provider';
import { type EmulatorServerOptions, type StartOutcome, startEmulators } from '../emulatorServer';
import { StateKeeper } from './stateKeeper';

export interface KeptOptions extends Omit<EmulatorServerOptions, 'onChange' | 'beforeListening'> {
  /** Absolute; the emulators go on from what it holds. Nothing is kept without it. */
  readonly state?: string | undefined;
  /** Told why the file was not written. */
  readonly onStateProblem?: (problem: Error) => void;
}

/** Starts emulators whose state outlives them. Rejects with a `StateProblem` where it cannot be had, as `stop` does. */
export async function startKept(
  providers: readonly Provider[],
  { state, onStateProblem = () => {}, ...options }: KeptOptions,
): Promise<StartOutcome> {
  if (state === undefined) return startEmulators(providers, options);
  const keeper = await StateKeeper.open(state, onStateProblem);
  const outcome = await startWith(keeper, providers, options);
  if (outcome.kind !== 'running') {
    await keeper.release();
    return outcome;
  }
  const { running } = outcome;
  const stop = async () => {
    // Taken down before the servers close: what is asked afterwards is answered by nobody.
    const kept = keeper.close();
    await Promise.all([kept, running.stop()]);
  };
  return { kind: 'running', running: { ...running, stop } };
}

async function startWith(
  keeper: StateKeeper,
  providers: readonly Provider[],
  options: EmulatorServerOptions,
): Promise<StartOutcome> {
  try {
    return await startEmulators(providers, {
      ...options,
      onChange: () => keeper.changed(),
      beforeListening: (stock) => keeper.restore(stock),
    });
  } catch (error: unknown) {
    await keeper.release();
    throw error;
  }
}
