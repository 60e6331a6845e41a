import type { HttpOutcome } from '../../http';
import type { Operation } from '../../operation';
import type { Provider } from '../../provider';
import type { DoorPorts } from '../../sending/ports';
import type { Run } from '../../sending/run';
import type { RunOrigin, ScenarioOrigin } from '../../sending/runOrigin';
import type { RunWatch } from './runWatch';

/** What running needs from its surroundings. */
export interface RunPorts {
  /** The door for calls of a provider, or of the control of its emulator, on the connection of a provider. */
  door(provider: Provider, connection: string): DoorPorts;
  /** Opens a page of the emulator of a provider as a browser does. */
  openPage(connection: string, page: PageRequest, signal: AbortSignal): Promise<EmulatorAnswer>;
  /** Comes back early when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Waits until a step that did not pass may be sent again without doing anything twice; false where it must not. */
  again?(run: Run, operation: Operation, tries: number, signal: AbortSignal): Promise<boolean>;
  now(): number;
  newId(): string;
  /** A signal that is aborted with another one or after a time. */
  limited(ms: number, signal: AbortSignal): LimitedSignal;
  /** What the requests of all steps say of where they come from. */
  readonly origin?: StepsOrigin;
  readonly watch?: RunWatch;
}

export interface StepsOrigin extends Pick<RunOrigin, 'folder'> {
  readonly scenario?: Omit<ScenarioOrigin, 'step'>;
}

export interface PageRequest {
  readonly link: string;
  readonly method: 'GET' | 'POST';
  readonly form: PageForm;
}

/** A field may be there several times. */
export type PageForm = Readonly<Record<string, string | readonly string[]>>;

/** `foreign`: the address is not the emulator's, and nothing was sent to it. */
export type EmulatorAnswer = HttpOutcome | { readonly kind: 'foreign' };

export interface LimitedSignal {
  readonly signal: AbortSignal;
  isOver(): boolean;
  release(): void;
}
