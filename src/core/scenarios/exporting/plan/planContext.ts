import type { JsonObject } from '../../../../protocol/json';
import type { ReadFile } from '../../../attachments/loadFiles';
import type { Operation } from '../../../operation';
import type { Provider } from '../../../provider';
import type { Findings } from '../../document/findings';

/** What planning needs from its surroundings. */
export interface PlanPorts {
  /** Name of the scenario file, without its folder. */
  readonly file: string;
  /** Id of the one that is exported, with what it runs; all of them without it. */
  readonly workflow: string | undefined;
  /** Given for inputs, in place of their defaults. */
  readonly inputs: JsonObject;
  provider(id: string): Promise<Provider | undefined>;
  /** Where the file sends unless its environment says otherwise. */
  baseUrlOf(provider: Provider): string;
  /** A call of the emulator's own after which tokens may be too old. */
  movesClock(operation: Operation): boolean;
  /** Environment variable of a field of a provider, or of an input. */
  variableOf(owner: string, field: string): string;
  /** A file that a body names. */
  readonly readFile: ReadFile;
}

export interface PlanContext {
  readonly ports: PlanPorts;
  readonly findings: Findings;
  lineOf(pointer: string): number;
}
