/** Where a request comes from. A run carries it, so that its replay finds the same files and knows whom it was about. */
export interface RunOrigin {
  readonly cause: RunCause;
  /** URI of the folder that relative file values start from. */
  readonly folder?: string;
  /** Whom links in the reply are for, whatever it calls them itself. */
  readonly recipient?: string;
  /** Base URL that the same request went to before, for one that is sent again. */
  readonly sentBeforeTo?: string;
  /** The run of a scenario that sent it. */
  readonly scenario?: ScenarioOrigin;
}

/** Which step of which run of a workflow. */
export interface ScenarioOrigin {
  /** All steps of a run have the same. */
  readonly run: string;
  /** Its id in the file. */
  readonly workflow: string;
  readonly step: string;
}

/** Of a request that is sent again by hand: it belongs to no run of a scenario any more. */
export function withoutScenario({ scenario: _scenario, ...origin }: RunOrigin): RunOrigin {
  return origin;
}

/**
 * What sent a request. `step`: a call that a reply made possible. `reading`: the product itself, for the tree's content, the
 * facts of a form, and tokens. `page`: somebody by hand, on a page of the emulator or with its clock. `agent`: an assistant
 * that a person works with.
 */
export const causes = [
  'form',
  'text',
  'tree',
  'step',
  'replay',
  'commandLine',
  'scenario',
  'reading',
  'page',
  'agent',
] as const;
export type RunCause = (typeof causes)[number];
