import { type Connection, emulatorConnection } from '../../core/connections/connection';
import type { Provider } from '../../core/provider';
import type { RunningEmulator, RunningEmulators } from '../../node/emulator/runningEmulators';
import { startFreshEmulators } from '../scenarios/openStage';

/** Emulators of the session's own, each started when it is first needed. They stop with the session. */
export class SessionEmulators {
  readonly #started = new Map<string, Promise<RunningEmulators | undefined>>();

  /** Undefined where the provider has none, or no port is free. */
  async connection(provider: Provider): Promise<Connection | undefined> {
    const running = await this.of(provider);
    return running && emulatorConnection(provider, running.baseUrl);
  }

  async of(provider: Provider): Promise<RunningEmulator | undefined> {
    const started = this.#started.get(provider.id) ?? start(provider);
    this.#started.set(provider.id, started);
    return (await started)?.find(provider.id);
  }

  async stop(): Promise<void> {
    const started = [...this.#started.values()];
    this.#started.clear();
    for (const emulators of await Promise.all(started)) await emulators?.stop();
  }
}

async function start(provider: Provider): Promise<RunningEmulators | undefined> {
  const opened = await startFreshEmulators([provider]);
  return opened.kind === 'open' ? opened.emulators : undefined;
}
