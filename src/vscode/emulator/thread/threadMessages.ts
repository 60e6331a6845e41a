import type { EndedDelivery } from '../../../emulator/deliveries/endedDelivery';
import type { PortProblem } from '../../../node/emulator/emulatorServer';
import type { EmulatorAct } from '../emulators';

export interface StartWish {
  /** Ids of providers. */
  readonly providers: readonly string[];
  /** What the providers' own offsets are added to. Free ports without it. */
  readonly portBase?: number;
  /** Events are sent to this machine; otherwise they are only taken down. */
  readonly sendsEvents: boolean;
}

/** What the thread is asked. Emulators that were started together have one number, by which they are stopped. */
export type ThreadOrder =
  | ({ readonly kind: 'start'; readonly number: number } & StartWish)
  | { readonly kind: 'stop'; readonly number: number };

export type ThreadStart =
  | { readonly kind: 'running'; readonly addresses: ReadonlyMap<string, string> }
  | PortProblem
  /** Their code could not be loaded. */
  | { readonly kind: 'broken'; readonly details: string };

/** What is told of emulators that run. */
export type ThreadEvent =
  | { readonly kind: 'acted'; readonly act: EmulatorAct }
  /** Of a webhook nothing more is due. */
  | { readonly kind: 'delivery'; readonly delivery: EndedDelivery }
  /** A line on replies of which no source gives all. */
  | { readonly kind: 'remark'; readonly line: string }
  /** A handler failed, with its stack. */
  | { readonly kind: 'mistake'; readonly details: string };

export type ThreadReport =
  | { readonly kind: 'started'; readonly number: number; readonly start: ThreadStart }
  | { readonly kind: 'stopped'; readonly number: number }
  | { readonly kind: 'event'; readonly number: number; readonly event: ThreadEvent };
