import type * as vscode from 'vscode';
import type { Connection, ConnectionSetting } from '../../core/connections/connection';
import type { Problem } from '../../core/problems/problem';
import type { Provider, ProviderAbout } from '../../core/provider';

/** The configured connections and the emulator's own. */
export interface Connections {
  /** `emulator`: only the emulator's address. */
  readonly onDidChange: vscode.Event<'settings' | 'emulator'>;
  /** The emulator's as it stands; none of a provider without one. */
  emulator(provider: ProviderAbout): Connection | undefined;
  /** Whether the settings state any of the provider's. */
  isConfigured(provider: string): boolean;
  /** The emulator first, then those of the settings. Starts nothing: only `find` gives one to send to. */
  list(provider: Provider): Promise<readonly Connection[]>;
  /** Starts the emulator when it is asked for the emulator's connection. */
  find(provider: Provider, id: string): Promise<Connection | Problem>;
  /** The provider's connections as the settings state them, those that cannot be used included. */
  entries(provider: Provider): readonly ConnectionEntry[];
  /** Of all providers, as the settings state them. */
  settings(): readonly ConnectionSetting[];
  placeOf(identity: Pick<ConnectionSetting, 'provider' | 'id'>): SettingsPlace;
  /** Ids of documents that the user pinned to a collection that the API cannot list. */
  pinned(target: PinTarget): readonly string[];
  pin(target: PinTarget, id: string): Promise<void>;
  unpin(target: PinTarget, id: string): Promise<void>;
  /** Replaces the one with its provider and id, where that stands; a new one, and one that moves, stands where `home` says. */
  save(setting: ConnectionSetting, home?: SettingsHome): Promise<void>;
  remove(provider: string, id: string): Promise<void>;
}

/** Whose settings hold a connection. */
export type SettingsHome = 'user' | 'workspace';

export interface SettingsPlace {
  readonly home: SettingsHome;
  /** How it differs from the user's own of the same id, in whose place it stands: a sentence each. */
  readonly differences: readonly string[];
}

export interface ConnectionEntry extends SettingsPlace {
  readonly setting: ConnectionSetting;
  readonly outcome: Connection | Problem;
}

export interface PinTarget {
  readonly provider: string;
  readonly connection: string;
  readonly collection: string;
}
