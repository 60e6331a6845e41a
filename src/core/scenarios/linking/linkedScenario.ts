import type { Issue } from '../../../protocol/form';
import type { ConstantRequest } from '../../forms/checks/constantRequest';
import type { Operation } from '../../operation';
import type { Provider } from '../../provider';
import type { Scenario, ScenarioStep, Workflow } from '../document/scenario';
import type { Template } from '../expressions/template';
import type { SourceText } from '../text/sourceText';

/** A scenario whose steps are known to call something. Among its workflows are those of other files that it runs. */
export interface LinkedScenario extends Scenario {
  readonly workflows: readonly LinkedWorkflow[];
}

export interface LinkOutcome {
  /** Undefined when there are errors among the issues. */
  readonly scenario: LinkedScenario | undefined;
  readonly issues: readonly Issue[];
}

/** The file that something is written in. */
export interface Home {
  readonly source: SourceText;
  /** Named from the folder of the scenario; undefined for the scenario itself. */
  readonly file: string | undefined;
}

/** One of another file is called `NAME.WORKFLOW`, by the name of its source description. */
export interface LinkedWorkflow extends Workflow {
  readonly home: Home;
  /** What stands before the names that workflows have in its file. */
  readonly prefix: string;
  readonly steps: readonly LinkedStep[];
  /** Ids of the providers that it calls, with the workflows that it runs. */
  readonly providers: readonly string[];
  /** It does what only an emulator can do, and so refuses every other connection. */
  readonly needsEmulator: boolean;
}

export interface LinkedStep extends ScenarioStep {
  readonly home: Home;
  readonly target: StepTarget;
  /** What it sends, where no expression stands in it. */
  readonly constant?: ConstantRequest | undefined;
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
  /** A description or another scenario, named from the folder of the scenario. */
  readDescription(url: string): Promise<DescriptionText>;
  /** What the scenario is called in its folder, where it is a file. */
  readonly fileName?: string;
}

export type DescriptionText =
  | { readonly kind: 'text'; readonly text: string }
  /** A sentence. */
  | { readonly kind: 'unreadable'; readonly detail: string };
