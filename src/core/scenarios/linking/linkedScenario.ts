import type { Operation } from '../../operation';
import type { Provider } from '../../provider';
import type { Scenario, ScenarioStep, Workflow } from '../document/scenario';
import type { Template } from '../expressions/template';

/** A scenario whose steps are known to call something. */
export interface LinkedScenario extends Scenario {
  readonly workflows: readonly LinkedWorkflow[];
}

export interface LinkedWorkflow extends Workflow {
  readonly steps: readonly LinkedStep[];
  /** Ids of the providers that it calls, with the workflows that it runs. */
  readonly providers: readonly string[];
  /** It does what only an emulator can do, and so refuses every other connection. */
  readonly needsEmulator: boolean;
}

export interface LinkedStep extends ScenarioStep {
  readonly target: StepTarget;
  /** Its criteria ask for a status of the 400s or 500s: its request may be wrong. */
  readonly meansToFail: boolean;
}

export type StepTarget =
  | {
      readonly kind: 'operation';
      readonly provider: Provider;
      /** More than one where they share method and path, and the step names those. */
      readonly operations: readonly [Operation, ...Operation[]];
      /** Id of the provider whose connection it is sent on. */
      readonly connection: string;
      /** A call of the emulator's own. */
      readonly isControl: boolean;
    }
  | { readonly kind: 'workflow'; readonly workflowId: string }
  /** A page of the emulator of a provider. */
  | { readonly kind: 'page'; readonly url: Template; readonly method: 'GET' | 'POST'; readonly connection: string };

/** What is needed to look up what a scenario names. */
export interface LinkPorts {
  readonly providerIds: readonly string[];
  provider(id: string): Promise<Provider | undefined>;
  all(): Promise<readonly Provider[]>;
  /** The emulator's own calls. */
  readonly control: Provider;
  /** A description beside the scenario. */
  readDescription(url: string): Promise<DescriptionText>;
}

export type DescriptionText =
  | { readonly kind: 'text'; readonly text: string }
  /** A sentence. */
  | { readonly kind: 'unreadable'; readonly detail: string };
