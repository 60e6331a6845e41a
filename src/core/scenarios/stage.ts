import type { Credentials } from '../auth';
import type { Headers, HttpOutcome } from '../http';
import type { Provider } from '../provider';
import type { Machine } from '../sending/sendSession';

/** Where cases of a provider are played: its emulator, and the way to send to it. */
export interface Stage {
  readonly provider: Provider;
  /** Where the emulator listens. */
  readonly baseUrl: string;
  /** Of the demo account. */
  readonly credentials: Credentials;
  readonly machine: Machine;
  readonly emulator: EmulatorPort;
}

/** What a case does with an emulator beside sending requests. */
export interface EmulatorPort {
  /** Back to the demo documents and the real time. */
  reset(): Promise<EmulatorAnswer>;
  advance(minutes: number): Promise<EmulatorAnswer>;
  /** One of its switches. */
  turn(name: string, isOn: boolean): Promise<EmulatorAnswer>;
  /** Opens a signing link as a signer does. */
  visit(link: string): Promise<EmulatorAnswer>;
  sign(link: string): Promise<EmulatorAnswer>;
  decline(link: string, reason: string): Promise<EmulatorAnswer>;
  /** Answers the questions of a signing page. */
  answer(link: string, answers: readonly string[]): Promise<EmulatorAnswer>;
  /** What the emulator knows of a document beyond its API. */
  describe(collection: string, id: string): Promise<EmulatorAnswer>;
  /** A request as it stands, of a client that is not ours. */
  exchange(request: StrangersRequest): Promise<EmulatorAnswer>;
}

export interface StrangersRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}

/** `foreign`: the address is not the emulator's, and nothing was sent to it. */
export type EmulatorAnswer = HttpOutcome | { readonly kind: 'foreign' };
