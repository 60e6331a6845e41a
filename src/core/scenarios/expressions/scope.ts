import type { JsonObject } from '../../../protocol/json';
import type { Headers } from '../../http';

/** What expressions can name at a moment of a run. */
export interface Scope {
  readonly inputs: JsonObject;
  /** Of the workflow that was called last, for the step that called it. */
  readonly outputs: JsonObject;
  readonly steps: ReadonlyMap<string, JsonObject>;
  readonly workflows: ReadonlyMap<string, WorkflowValues>;
  /** Undefined before a request was sent. */
  readonly exchange: Exchange | undefined;
}

/** Of values that are known no expression is left to be asked for. */
export const nothingKnown: Scope = {
  inputs: {},
  outputs: {},
  steps: new Map(),
  workflows: new Map(),
  exchange: undefined,
};

export interface WorkflowValues {
  readonly inputs: JsonObject;
  readonly outputs: JsonObject;
}

/** A request and its reply, whose headers have names in lower case. */
export interface Exchange {
  readonly url: string;
  readonly method: string;
  readonly request: {
    readonly headers: Headers;
    readonly path: JsonObject;
    readonly query: JsonObject;
    readonly body: unknown;
  };
  /** Undefined when none came. */
  readonly reply: { readonly status: number; readonly headers: Headers; readonly body: unknown } | undefined;
}
