import * as vscode from 'vscode';
import {
  type Connection,
  type ConnectionSetting,
  emulatorConnection,
  emulatorConnectionId,
  settingTitle,
} from '../../core/connections/connection';
import { isUnchecked } from '../../core/connections/connectionTls';
import { resolveConnection } from '../../core/connections/resolveConnection';
import type { Problem } from '../../core/problems/problem';
import type { Provider, ProviderAbout } from '../../core/provider';
import type { Emulators } from '../emulator/emulators';
import { isProblem } from '../shell/explainError';
import type { Log } from '../shell/log';
import {
  onDidChangeSetting,
  readUserSetting,
  readWorkspaceSetting,
  writeUserSetting,
  writeWorkspaceSetting,
} from '../shell/settings/settings';
import { isSame, mergeSettings, readSettings, withoutSetting, withSetting } from './connectionSettings';
import type { ConnectionEntry, Connections, PinTarget, SettingsHome, SettingsPlace } from './connections';
import { settingDifferences } from './settingDifferences';
import { WorkspaceVariables } from './workspaceVariables';

/** Stands for the address of an emulator that does not run: nothing can be sent to port 0. */
const nowhere = 'http://127.0.0.1:0';
const emulatorPinsKey = 'esign.emulator.pinned';

/** Pinned ids of the emulator's connections, which no setting describes: by provider, then by collection. */
type EmulatorPins = Readonly<Record<string, NonNullable<ConnectionSetting['pinned']>>>;

/** The connections of the setting `esign.connections` and the emulator's own. */
export class SettingsConnections implements Connections {
  readonly #emulators: Emulators;
  readonly #log: Log;
  readonly #state: vscode.Memento;
  readonly #variables: WorkspaceVariables;
  readonly #changed = new vscode.EventEmitter<'settings' | 'emulator'>();
  readonly onDidChange = this.#changed.event;

  constructor(context: vscode.ExtensionContext, emulators: Emulators, log: Log) {
    this.#emulators = emulators;
    this.#log = log;
    this.#state = context.globalState;
    const changed = () => this.#changed.fire('settings');
    this.#variables = new WorkspaceVariables(changed, log);
    context.subscriptions.push(
      this.#changed,
      this.#variables,
      onDidChangeSetting('connections', changed),
      vscode.workspace.onDidGrantWorkspaceTrust(changed),
      emulators.onDidChange(() => this.#changed.fire('emulator')),
    );
  }

  emulator({ id, portOffset }: ProviderAbout): Connection | undefined {
    return portOffset === undefined ? undefined : emulatorConnection({ id }, this.#emulators.address(id) ?? nowhere);
  }

  isConfigured(provider: string): boolean {
    return this.settings().some((setting) => setting.provider === provider);
  }

  async list(provider: Provider): Promise<readonly Connection[]> {
    const configured = this.entries(provider).map((entry) => entry.outcome);
    const all = [this.emulator(provider), ...configured];
    const usable = all.filter((outcome): outcome is Connection => outcome !== undefined && !isProblem(outcome));
    await this.#variables.ready();
    return usable.map((connection) => this.#variables.addedTo(connection));
  }

  async find(provider: Provider, id: string): Promise<Connection | Problem> {
    const found = await this.#find(provider, id);
    if (isProblem(found)) return found;
    await this.#variables.ready();
    return this.#variables.addedTo(found);
  }

  async #find(provider: Provider, id: string): Promise<Connection | Problem> {
    if (id === emulatorConnectionId && provider.emulator !== undefined) return this.#findEmulator(provider);
    const entry = this.entries(provider).find(({ setting }) => setting.id === id);
    return entry?.outcome ?? { kind: 'unknownConnection', provider: provider.title, connection: id };
  }

  entries(provider: Provider): readonly ConnectionEntry[] {
    return this.settings()
      .filter((setting) => setting.provider === provider.id)
      .map((setting) => ({ setting, ...this.placeOf(setting), outcome: this.#outcome(provider, setting) }));
  }

  settings(): readonly ConnectionSetting[] {
    return mergeSettings(readUserSetting('connections'), readWorkspaceSetting('connections'));
  }

  pinned({ provider, connection, collection }: PinTarget): readonly string[] {
    const pins =
      connection === emulatorConnectionId
        ? this.#emulatorPins()[provider]
        : this.#setting(provider, connection)?.pinned;
    return pins?.[collection] ?? [];
  }

  async pin(target: PinTarget, id: string): Promise<void> {
    await this.#writePins(target, [...this.pinned(target).filter((other) => other !== id), id]);
  }

  async unpin(target: PinTarget, id: string): Promise<void> {
    await this.#writePins(
      target,
      this.pinned(target).filter((other) => other !== id),
    );
  }

  async save(setting: ConnectionSetting, home?: SettingsHome): Promise<void> {
    const before = this.#setting(setting.provider, setting.id);
    const place = home ?? (before === undefined ? 'user' : this.placeOf(before).home);
    // One that moves to the user settings would stay hidden behind that of the workspace.
    if (before !== undefined && this.placeOf(before).home === 'workspace' && place === 'user') {
      await this.#change('workspace', (settings) => withoutSetting(settings, setting));
    }
    await this.#change(place, (settings) => withSetting(settings, setting));
  }

  async remove(provider: string, id: string): Promise<void> {
    const before = this.#setting(provider, id);
    const home = before === undefined ? 'user' : this.placeOf(before).home;
    await this.#change(home, (settings) => withoutSetting(settings, { provider, id }));
  }

  async #findEmulator(provider: Provider): Promise<Connection | Problem> {
    try {
      return emulatorConnection(provider, await this.#emulators.baseUrl(provider.id));
    } catch (error: unknown) {
      this.#log.error('The emulator did not start.', error);
      return { kind: 'emulatorStopped', provider: provider.title };
    }
  }

  /** Whether certificates are checked is for a person to say, not for a folder. */
  #outcome(provider: Provider, setting: ConnectionSetting): Connection | Problem {
    if (!isUnchecked(setting) || this.placeOf(setting).home !== 'workspace')
      return resolveConnection(provider, setting);
    const reason = 'does without checks of certificates in the settings of this workspace: only your own may say that';
    return { kind: 'invalidTls', connection: settingTitle(setting), reason };
  }

  #setting(provider: string, id: string): ConnectionSetting | undefined {
    return this.settings().find((setting) => isSame(setting, { provider, id }));
  }

  #emulatorPins(): EmulatorPins {
    return this.#state.get<EmulatorPins>(emulatorPinsKey, {});
  }

  async #writePins({ provider, connection, collection }: PinTarget, ids: readonly string[]): Promise<void> {
    if (connection === emulatorConnectionId) {
      const pins = this.#emulatorPins();
      await this.#state.update(emulatorPinsKey, { ...pins, [provider]: { ...pins[provider], [collection]: ids } });
      this.#changed.fire('settings');
      return;
    }
    const setting = this.#setting(provider, connection);
    if (setting === undefined) throw new Error(`There is no connection "${connection}" to pin to.`);
    await this.save({ ...setting, pinned: { ...setting.pinned, [collection]: ids } });
  }

  placeOf(identity: Pick<ConnectionSetting, 'provider' | 'id'>): SettingsPlace {
    const find = (settings: unknown) => readSettings(settings).find((setting) => isSame(setting, identity));
    const shared = find(readWorkspaceSetting('connections'));
    if (shared === undefined) return { home: 'user', differences: [] };
    const own = find(readUserSetting('connections'));
    return { home: 'workspace', differences: own === undefined ? [] : settingDifferences(shared, own) };
  }

  async #change(
    home: SettingsHome,
    change: (settings: readonly ConnectionSetting[]) => readonly ConnectionSetting[],
  ): Promise<void> {
    if (home === 'workspace') {
      await writeWorkspaceSetting('connections', change(readSettings(readWorkspaceSetting('connections'))));
    } else {
      await writeUserSetting('connections', change(readSettings(readUserSetting('connections'))));
    }
  }
}
