import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../core/registry';
import { commandIds } from '../shell/contributions/commandIds';
import { contextKeys } from '../shell/ids';
import type { Log } from '../shell/log';
import { showInfo, showWarning } from '../shell/notices';
import { executeCommand, setContextKey } from '../shell/runCommand';
import { readNumber } from '../shell/settings/settings';
import type { EmulatorListeners } from './emulatorHandle';
import type { EmulatorAct, Emulators, EmulatorsChange, OwnEmulators } from './emulators';
import type { EmulatorHandle } from './foundEmulators';
import type { EmulatorThread } from './thread/emulatorThread';
import { UndeliveredEvents } from './undeliveredEvents';

/** The emulators of all providers, started with their first use in a thread of their own. */
export class HostEmulators implements Emulators, vscode.Disposable {
  readonly #registry: ProviderRegistry;
  readonly #log: Log;
  readonly #threadFile: string;
  #thread: Promise<EmulatorThread> | undefined;
  readonly #changed = new vscode.EventEmitter<EmulatorsChange>();
  #handle: EmulatorHandle | undefined;
  #starting: Promise<EmulatorHandle> | undefined;
  #finding: Promise<void> | undefined;
  #minutesAhead = 0;
  readonly #acted = new vscode.EventEmitter<EmulatorAct>();
  readonly undelivered = new UndeliveredEvents();
  readonly onDidChange = this.#changed.event;
  readonly onDidAct = this.#acted.event;

  /** @param threadFile Serves the emulators of the registry. */
  constructor(
    context: Pick<vscode.ExtensionContext, 'subscriptions'>,
    registry: ProviderRegistry,
    log: Log,
    threadFile: string,
  ) {
    this.#registry = registry;
    this.#log = log;
    this.#threadFile = threadFile;
    context.subscriptions.push(this);
  }

  get running(): boolean {
    return this.#handle !== undefined;
  }

  get minutesAhead(): number {
    return this.#minutesAhead;
  }

  get attached(): boolean {
    return this.#handle?.attached ?? false;
  }

  address(provider: string): string | undefined {
    return this.#handle?.address(provider);
  }

  find(): Promise<void> {
    this.#finding ??= this.#find();
    return this.#finding;
  }

  async start(): Promise<void> {
    await this.#ready();
  }

  async baseUrl(provider: string): Promise<string> {
    const address = (await this.#ready()).address(provider);
    if (address === undefined) throw new Error(`There is no emulator of "${provider}".`);
    return address;
  }

  async stop(): Promise<void> {
    await this.#starting;
    const handle = this.#handle;
    this.#set(undefined);
    await handle?.stop();
  }

  async reset(): Promise<void> {
    await (await this.#ready()).reset();
    this.undelivered.clear();
    this.#minutesAhead = 0;
    this.#acted.fire({ kind: 'reset' });
    this.#changed.fire('stateChanged');
  }

  async advance(minutes: number): Promise<void> {
    await (await this.#ready()).advance(minutes);
    this.#minutesAhead += minutes;
    this.#acted.fire({ kind: 'advanced', minutes });
    this.#changed.fire('stateChanged');
  }

  async fresh(providers: readonly string[]): Promise<OwnEmulators> {
    const { openFreshEmulators } = await import('./emulatorHandle');
    return openFreshEmulators(await this.#begun(), providers, {
      onEvent: (event) => event.kind === 'mistake' && this.#logMistake(event.details),
      onLost: (reason) => this.#log.error('The emulator of a run ended by itself.', reason),
    });
  }

  dispose(): void {
    void this.#thread?.then((thread) => thread.end());
    this.#changed.dispose();
    this.#acted.dispose();
    this.undelivered.dispose();
  }

  async #ready(): Promise<EmulatorHandle> {
    if (this.#handle !== undefined && (await this.#handle.answers())) return this.#handle;
    this.#starting ??= this.#start();
    try {
      return await this.#starting;
    } finally {
      this.#starting = undefined;
    }
  }

  async #start(): Promise<EmulatorHandle> {
    const { openEmulators } = await import('./emulatorHandle');
    const { entries } = this.#registry;
    const portBase = readNumber('emulator.portBase');
    const { handle, notice } = await openEmulators(await this.#begun(), entries, { portBase, ...this.#listeners() });
    if (notice !== undefined) void showInfo(notice);
    const addresses = entries.flatMap(({ id }) => {
      const address = handle.address(id);
      return address === undefined ? [] : [`${id} ${address}`];
    });
    this.#log.info(`Emulator ${handle.attached ? 'found' : 'started'}: ${addresses.join(', ')}`);
    this.#set(handle);
    return handle;
  }

  #begun(): Promise<EmulatorThread> {
    this.#thread ??= import('./thread/emulatorThread').then(
      ({ EmulatorThread: Thread }) => new Thread(this.#threadFile),
    );
    return this.#thread;
  }

  #listeners(): EmulatorListeners {
    return {
      onEvent: (event) => {
        if (event.kind === 'acted') this.#acted.fire(event.act);
        else if (event.kind === 'delivery') this.undelivered.take(event.delivery);
        else if (event.kind === 'remark') this.#log.info(event.line);
        else this.#logMistake(event.details);
      },
      onLost: (reason) => void this.#lose(reason),
    };
  }

  #logMistake(details: string): void {
    this.#log.error('The emulator failed to answer a request.', details);
  }

  async #lose(reason: string): Promise<void> {
    this.#log.error('The emulator ended by itself.', reason);
    this.#set(undefined);
    const [startAgain, showLog] = [t('Start Again'), t('Show Log')];
    const choice = await showWarning(
      t(
        'The emulator ended by itself, with the documents that it had. It starts again with its demo documents when it is next used.',
      ),
      startAgain,
      showLog,
    );
    if (choice === startAgain) await executeCommand(commandIds.emulator.start);
    if (choice === showLog) await executeCommand(commandIds.showLog);
  }

  async #find(): Promise<void> {
    const portBase = readNumber('emulator.portBase');
    if (portBase === 0) return;
    const { findEmulators } = await import('./foundEmulators');
    const handle = await findEmulators(this.#registry.entries, portBase);
    // It may have been started meanwhile.
    if (handle !== undefined && this.#handle === undefined && this.#starting === undefined) this.#set(handle);
  }

  #set(handle: EmulatorHandle | undefined): void {
    this.#handle = handle;
    this.#minutesAhead = 0;
    this.undelivered.clear();
    void setContextKey(contextKeys.emulatorRunning, handle !== undefined);
    this.#changed.fire(handle === undefined ? 'stopped' : 'started');
  }
}
