import type { JsonObject } from '../../../protocol/json';
import type { Criterion } from '../criteria/criterion';
import type { WrittenExpression } from '../expressions/expression';
import type { Template, Use } from '../expressions/template';
import type { SourceText } from '../text/sourceText';
import type { Fillable } from './fillable';

/** A scenario file whose own references lead somewhere. What it calls is not looked up yet. */
export interface Scenario {
  readonly title: string;
  readonly source: SourceText;
  readonly sources: readonly SourceDescription[];
  readonly workflows: readonly Workflow[];
  /** All expressions but those of conditions' other languages. */
  readonly uses: readonly Use[];
}

/** Of all parts `pointer` is their place in the file. */
interface Placed {
  readonly pointer: string;
}

export interface SourceDescription extends Placed {
  readonly name: string;
  readonly url: string;
  /** `arazzo`: another scenario, whose workflows can be run. */
  readonly type?: 'openapi' | 'arazzo' | undefined;
}

export interface Workflow extends Placed {
  readonly workflowId: string;
  readonly summary: string | undefined;
  /** JSON Schema, its references to components resolved. */
  readonly inputs: JsonObject;
  /** Ids of workflows that come first. */
  readonly dependsOn: readonly string[];
  readonly steps: readonly ScenarioStep[];
  readonly outputs: readonly Output[];
}

export interface ScenarioStep extends Placed {
  readonly stepId: string;
  readonly description: string | undefined;
  readonly call: StepCall;
  /** Those of the workflow among them, but for those that the step has itself. */
  readonly parameters: readonly Parameter[];
  readonly body: StepBody | undefined;
  /** Without any, the API's own answer must be a success. */
  readonly criteria: readonly Criterion[];
  readonly onSuccess: readonly SuccessAction[];
  readonly onFailure: readonly FailureAction[];
  readonly outputs: readonly Output[];
  readonly timeoutMs: number | undefined;
}

export type StepCall = Placed &
  (
    | { readonly kind: 'operation'; readonly source: string | undefined; readonly id: string }
    | { readonly kind: 'path'; readonly source: string; readonly path: string; readonly method: string | undefined }
    /** As it is written: a name of this file, or `$sourceDescriptions.NAME.WORKFLOW`. */
    | { readonly kind: 'workflow'; readonly workflowId: string }
    | { readonly kind: 'page'; readonly url: Template; readonly method: 'GET' | 'POST' }
  );

export interface Parameter extends Placed {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie' | undefined;
  readonly value: Fillable;
}

export interface StepBody extends Placed {
  readonly contentType: string | undefined;
  readonly payload: Fillable | undefined;
  readonly replacements: readonly PayloadReplacement[];
}

export interface PayloadReplacement extends Placed {
  readonly target: string;
  readonly value: Fillable;
}

export interface Output extends Placed, WrittenExpression {
  readonly name: string;
}

interface Action extends Placed {
  readonly name: string;
  readonly criteria: readonly Criterion[];
}

export type Goal =
  | { readonly kind: 'step'; readonly stepId: string }
  | { readonly kind: 'workflow'; readonly workflowId: string };

export type SuccessAction = Action & ({ readonly type: 'end' } | { readonly type: 'goto'; readonly goal: Goal });

export type FailureAction = Action & FailureKind;

export type FailureKind =
  | { readonly type: 'end' }
  | { readonly type: 'goto'; readonly goal: Goal }
  | {
      readonly type: 'retry';
      /** What is done before the step is tried again. */
      readonly goal: Goal | undefined;
      readonly afterSeconds: number;
      readonly limit: number;
    };
