import type * as vscode from 'vscode';
import type { PageAct } from '../../emulator/signing/pageAct';
import type { UndeliveredEvents } from './undeliveredEvents';

/** What somebody did to the emulators by hand. */
export type EmulatorAct =
  | ({ readonly kind: 'page' } & PageAct)
  | { readonly kind: 'advanced'; readonly minutes: number }
  | { readonly kind: 'reset' };

export type EmulatorsChange = 'started' | 'stopped' | 'stateChanged';

/** Emulators that one run has for itself. */
export interface OwnEmulators {
  address(provider: string): string | undefined;
  stop(): Promise<void>;
}

export interface Emulators {
  readonly onDidChange: vscode.Event<EmulatorsChange>;
  /** On pages of the emulators of this window; of those of another process, only what is done from here. */
  readonly onDidAct: vscode.Event<EmulatorAct>;
  /** Events that those of this window gave up or do not send; nothing is known of those of another process. */
  readonly undelivered: UndeliveredEvents;
  readonly running: boolean;
  /** By how many minutes its clock was moved from here since it started or was reset. */
  readonly minutesAhead: number;
  /** It is another process's, which goes on when this window lets go of it. */
  readonly attached: boolean;
  /** Base URL of a provider's emulator while it runs. */
  address(provider: string): string | undefined;
  /** Looks once whether the emulator of another process answers on the ports of the settings. */
  find(): Promise<void>;
  start(): Promise<void>;
  /** Base URL of a provider's emulator; starts the emulators when they do not run. */
  baseUrl(provider: string): Promise<string>;
  stop(): Promise<void>;
  /** Others on free ports, which nobody else uses; those of the window are left alone. */
  fresh(providers: readonly string[]): Promise<OwnEmulators>;
  reset(): Promise<void>;
  advance(minutes: number): Promise<void>;
}
