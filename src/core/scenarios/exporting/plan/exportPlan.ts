import type { JsonValue } from '../../../../protocol/json';
import type { Operator } from '../../criteria/condition';
import type { FailureKind } from '../../document/scenario';

/** What a scenario does, in words that every language it is exported to can say. Holds no secret. */
export interface ExportPlan {
  /** Name of the file it comes from, without its folder. */
  readonly file: string;
  readonly title: string;
  readonly apis: readonly PlannedApi[];
  /** All that may run. */
  readonly workflows: readonly PlannedWorkflow[];
  /** Ids of those that run without another one starting them, in their order. */
  readonly starts: readonly string[];
}

export interface PlannedApi {
  readonly id: string;
  readonly title: string;
  /** Environment variable of its address. */
  readonly variable: string;
  readonly baseUrl: string;
  /** Of calls outside the base URL, as long as it is the one above. */
  readonly hosts: Readonly<Record<string, string>>;
  /** Addresses behind which real people get mail. */
  readonly liveUrls: readonly string[];
  /** Where each credential comes from. */
  readonly credentials: readonly { readonly field: string; readonly variable: string }[];
  /** Calls whose replies hold what headers of authorization are made of, in their order. */
  readonly tokenCalls: readonly PlannedTokenCall[];
  /** What replies say that a token is not valid any more. */
  readonly refusals: readonly Refusal[];
}

/** A status of 401, the error code of OAuth 2.0, or a success of which the whole body is null. */
export const refusals = ['status 401', 'invalid_token', 'null'] as const;
export type Refusal = (typeof refusals)[number];

export interface PlannedTokenCall {
  readonly name: string;
  readonly request: PlannedRequest;
}

export interface PlannedWorkflow {
  readonly workflowId: string;
  readonly line: number;
  readonly pointer: string;
  readonly summary: string | undefined;
  readonly inputs: readonly PlannedInput[];
  readonly steps: readonly PlannedStep[];
  readonly outputs: readonly PlannedOutput[];
}

export interface PlannedInput {
  readonly name: string;
  /** Environment variable that has it. */
  readonly variable: string;
  /** Otherwise the variable holds JSON. */
  readonly isText: boolean;
  readonly isSecret: boolean;
  readonly isRequired: boolean;
  readonly fallback: JsonValue | undefined;
}

export interface PlannedOutput {
  readonly name: string;
  readonly value: Read;
}

export interface PlannedStep {
  readonly stepId: string;
  readonly title: string;
  readonly line: number;
  readonly pointer: string;
  readonly call: PlannedCall;
  readonly checks: readonly PlannedCheck[];
  readonly outputs: readonly PlannedOutput[];
  readonly onSuccess: readonly PlannedAction[];
  readonly onFailure: readonly PlannedAction[];
  readonly timeoutMs: number | undefined;
}

export type PlannedCall =
  | { readonly kind: 'request'; readonly request: PlannedRequest }
  | { readonly kind: 'workflow'; readonly workflowId: string; readonly inputs: readonly NamedValue[] }
  /** A page of the emulator, opened as a browser does. */
  | {
      readonly kind: 'page';
      readonly api: string;
      readonly method: 'GET' | 'POST';
      readonly link: PlannedValue;
      readonly form: PlannedValue | undefined;
    };

export interface PlannedRequest {
  readonly api: string;
  /** A name among the hosts of the API; its base URL without it. */
  readonly host: string | undefined;
  readonly method: string;
  /** What stands in the path as it is, and values that become one segment each. */
  readonly path: readonly (string | NamedValue)[];
  readonly query: readonly NamedValue[];
  readonly headers: readonly NamedValue[];
  readonly body: PlannedBody | undefined;
  /** A token is fetched for it, and fetched anew when it is refused. */
  readonly usesToken: boolean;
  /** Tokens that were fetched before may be too old after it. */
  readonly movesClock: boolean;
}

export type PlannedBody =
  | { readonly kind: 'json'; readonly value: PlannedValue }
  | { readonly kind: 'form'; readonly value: PlannedValue }
  | { readonly kind: 'multipart'; readonly parts: readonly PlannedPart[] };

export type PlannedPart =
  | { readonly kind: 'text'; readonly name: string; readonly value: PlannedValue }
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly fileName: string;
      readonly mediaType: string;
      readonly bytes: Uint8Array;
    };

export interface NamedValue {
  readonly name: string;
  readonly value: PlannedValue;
}

/** JSON with places that are filled while it runs. */
export type PlannedValue =
  | { readonly kind: 'literal'; readonly value: JsonValue }
  | Read
  | { readonly kind: 'text'; readonly parts: readonly (string | Read)[] }
  | { readonly kind: 'list'; readonly items: readonly PlannedValue[] }
  | { readonly kind: 'object'; readonly members: readonly NamedValue[] }
  /** Of HTTP's Basic authentication. */
  | { readonly kind: 'basic'; readonly user: PlannedValue; readonly password: PlannedValue };

/** A value that is known while it runs, keeping its type. */
export interface Read {
  readonly kind: 'read';
  readonly source: ReadSourceOf;
  /** Leads on into the value. */
  readonly keys: readonly string[];
  /** As it was written. */
  readonly text: string;
}

export type ReadSourceOf =
  | { readonly from: 'inputs'; readonly name: string }
  | { readonly from: 'outputs'; readonly name: string }
  | { readonly from: 'steps'; readonly stepId: string; readonly name: string }
  | {
      readonly from: 'workflows';
      readonly workflowId: string;
      readonly field: 'inputs' | 'outputs';
      readonly name: string;
    }
  | { readonly from: 'status' | 'url' | 'method' }
  | { readonly from: 'reply'; readonly part: 'header' | 'body'; readonly name: string }
  | { readonly from: 'request'; readonly part: 'header' | 'query' | 'path' | 'body'; readonly name: string }
  | { readonly from: 'credentials'; readonly api: string; readonly field: string }
  | { readonly from: 'tokens'; readonly api: string; readonly name: string };

export type PlannedCheck = {
  /** As a person reads it. */
  readonly text: string;
  readonly line: number;
  readonly pointer: string;
} & (
  | { readonly kind: 'success' }
  | { readonly kind: 'simple'; readonly condition: PlannedCondition }
  | { readonly kind: 'regex'; readonly context: Read; readonly pattern: string }
);

export type PlannedCondition =
  | { readonly kind: 'or' | 'and'; readonly left: PlannedCondition; readonly right: PlannedCondition }
  | { readonly kind: 'not'; readonly inner: PlannedCondition }
  | {
      readonly kind: 'comparison';
      readonly operator: Operator;
      readonly left: PlannedCondition;
      readonly right: PlannedCondition;
    }
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | Read;

export type PlannedAction = FailureKind & {
  readonly name: string;
  readonly pointer: string;
  readonly checks: readonly PlannedCheck[];
};
