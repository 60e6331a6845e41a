import type { Resources } from '../core/documents';
import type { EmulatorDefinition } from '../core/emulation';
import type { Operation } from '../core/operation';
import type { Provider } from '../core/provider';
import { absentCalls, type KnownCalls } from './absent/knownCalls';
import type { FailureCatalogue, Recognition } from './failures';
import { type NextSteps, withNextSteps } from './nextSteps';
import { readingFacts, readingResources } from './reading/asFailedCalls';

type Operations = Readonly<Record<string, Operation>>;

interface Described<O extends Operations>
  extends Omit<
    Provider,
    'rung' | 'portOffset' | 'operations' | 'absent' | 'failures' | keyof Recognition | 'resources' | 'emulator'
  > {
  readonly operations: O;
  readonly nextSteps?: NextSteps<O>;
  readonly failures: FailureCatalogue<string>;
  /** Calls that descriptions of the API list. What is no operation here is said to be absent. */
  readonly calls?: KnownCalls;
}

interface NotEmulated {
  readonly emulator?: never;
  readonly portOffset?: never;
}

interface Emulated {
  readonly emulator: () => Promise<EmulatorDefinition>;
  readonly portOffset: number;
}

/** A provider has what its rung claims, and no more. */
export type ProviderOutline<O extends Operations> = Described<O> &
  (
    | ({ readonly rung: 'described'; readonly resources?: never } & NotEmulated)
    | ({ readonly rung: 'listed'; readonly resources: Resources } & NotEmulated)
    | ({ readonly rung: 'emulated'; readonly resources: Resources } & Emulated)
  );

export function defineProvider<O extends Operations>(outline: ProviderOutline<O>): Provider {
  const { operations, nextSteps = {}, failures, calls = {}, resources, emulator, ...rest } = outline;
  const all = withNextSteps(operations, nextSteps);
  return {
    ...rest,
    ...failures.recognition,
    operations: all.map((operation) => readingFacts(operation, all)),
    failures: failures.list,
    absent: absentCalls(calls, Object.values(operations)),
    resources: readingResources(resources ?? { collections: [] }, all),
    ...(emulator !== undefined && { emulator }),
  };
}
