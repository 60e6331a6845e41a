import type { Credentials } from '../auth';
import type { Connection } from '../connections/connection';
import type { Headers } from '../http';
import type { Operation } from '../operation';
import type { Provider } from '../provider';
import type { SendPorts } from '../sending/ports';
import type { Machine } from '../sending/sendSession';
import type { EmulatorAnswer, RunPorts } from './running/runPorts';

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
  readonly control: EmulatorControl;
  /** What steps need that reach its control and its pages, around what sends. */
  ports(send: SendPorts, connection: Connection): RunPorts;
  /** What the emulator knows of a document beyond its API. */
  describe(collection: string, id: string): Promise<EmulatorAnswer>;
  /** A request as it stands, of a client that is not ours. */
  exchange(request: StrangersRequest): Promise<EmulatorAnswer>;
}

/** Those of its own calls that cases make. */
export interface EmulatorControl {
  readonly provider: Provider;
  /** Back to the demo documents and the real time. */
  readonly reset: Operation;
  /** Takes minutes. */
  readonly advance: Operation;
  /** Takes switches by their names, each true or false. */
  readonly turn: Operation;
}

export interface StrangersRequest {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  readonly headers: Headers;
  readonly body: string | undefined;
}
