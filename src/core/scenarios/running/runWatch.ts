import type { JsonObject } from '../../../protocol/json';
import type { Run, Secret } from '../../sending/run';
import type { Scope } from '../expressions/scope';
import type { LinkedScenario, LinkedStep, LinkedWorkflow } from '../linking/linkedScenario';
import type { StepResult } from './result';
import type { StepValues } from './stepValues';

/** Looks on while workflows run, and may hold them up. */
export interface RunWatch {
  /** Before each try of a step; the run waits for what is done with it. Without an answer it goes on. */
  beforeStep?(moment: StepMoment): Promise<StepDecision | undefined>;
  /** Each request that a step sent, those of tries that failed included. */
  afterRequest?(run: Run): void;
  /** Once for each time that a step was done, after all of its tries. */
  afterStep?(place: StepPlace, result: StepResult): void;
}

export interface StepPlace {
  readonly scenario: LinkedScenario;
  readonly workflow: LinkedWorkflow;
  readonly step: LinkedStep;
  /** What must be masked in everything that is said of it. */
  readonly secrets: readonly Secret[];
}

export interface StepMoment extends StepPlace {
  /** From 1. */
  readonly attempt: number;
  readonly scope: Scope;
}

export type StepDecision =
  | { readonly kind: 'skip' }
  | {
      readonly kind: 'go';
      /** In place of what the file gives. */
      readonly values?: StepValues | undefined;
      /** Of the workflow, from now on. */
      readonly inputs?: JsonObject | undefined;
      /** Of steps that were done, by their ids, from now on. */
      readonly outputs?: ReadonlyMap<string, JsonObject> | undefined;
    };
