import * as vscode from 'vscode';
import type { ProviderRegistry } from '../../core/registry';
import { contextKeys } from '../shell/ids';
import type { Log } from '../shell/log';
import { showInfo } from '../shell/notices';
import { setContextKey } from '../shell/runCommand';
import { readNumber } from '../shell/settings/settings';
import type { EmulatorAct, Emulators, EmulatorsChange } from './emulators';
import type { EmulatorHandle } from './foundEmulators';

/** The emulators of all providers, started in the extension host with their first use. */
export class HostEmulators implements Emulators, vscode.Disposable {
  readonly #registry: ProviderRegistry;
  readonly #log: Log;
  readonly #changed = new vscode.EventEmitter<EmulatorsChange>();
  #handle: EmulatorHandle | undefined;
  #starting: Promise<EmulatorHandle> | undefined;
  #finding: Promise<void> | undefined;
  #minutesAhead = 0;
  readonly #acted = new vscode.EventEmitter<EmulatorAct>();
  readonly onDidChange = this.#changed.event;
  readonly onDidAct = this.#acted.event;

  constructor(context: vscode.ExtensionContext, registry: ProviderRegistry, log: Log) {
    this.#registry = registry;
    this.#log = log;
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

  dispose(): void {
    void this.#handle?.stop();
    this.#changed.dispose();
    this.#acted.dispose();
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
    const providers = await this.#registry.emulated();
    const { handle, notice } = await openEmulators(providers, {
      portBase: readNumber('emulator.portBase'),
      onPageAct: (act) => this.#acted.fire({ kind: 'page', ...act }),
      onRemark: (line) => this.#log.info(line),
      onError: (error) => this.#log.error('The emulator failed to answer a request.', error),
    });
    if (notice !== undefined) void showInfo(notice);
    this.#log.info(
      `Emulator ${handle.attached ? 'found' : 'started'}: ${providers.map(({ id }) => `${id} ${handle.address(id)}`).join(', ')}`,
    );
    this.#set(handle);
    return handle;
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
    void setContextKey(contextKeys.emulatorRunning, handle !== undefined);
    this.#changed.fire(handle === undefined ? 'stopped' : 'started');
  }
}
