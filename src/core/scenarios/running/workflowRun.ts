import type { JsonObject } from '../../../protocol/json';
import type { ProblemText } from '../../../protocol/reply';
import { retryAfterMs } from '../../replies/retryTime';
import type { FailureAction } from '../document/scenario';
import type { Exchange, Scope, WorkflowValues } from '../expressions/scope';
import { prepareInputs, secretInputs } from '../inputs/inputs';
import type { LinkedScenario, LinkedStep, LinkedWorkflow } from '../linking/linkedScenario';
import { type Attempt, asked, attempt, withoutValue } from './attempt';
import { lastExchange } from './exchangeOf';
import { GatheredSecrets } from './gatheredSecrets';
import { failureAction, type Next, nextAfterFailure, nextAfterSuccess } from './nextAfter';
import { outputsOf } from './outputsOf';
import { namedStep, type StepResult, skippedStep, type WorkflowResult } from './result';
import type { RunPorts } from './runPorts';
import type { StepDecision, StepPlace } from './runWatch';
import { endless, inputFault, stopped, tooDeep, tooLate, tooLong } from './runWords';
import { type StepValues, stepValues } from './stepValues';

/** What the workflows of a file share while they run. */
export interface RunContext {
  readonly ports: RunPorts;
  readonly scenario: LinkedScenario;
  readonly signal: AbortSignal;
  /** What workflows that have ended were given and gave. */
  readonly workflows: Map<string, WorkflowValues>;
  /** How long whoever looks on held it up, which is no time of a step. */
  readonly held: { ms: number };
}

/** A workflow that goes in circles ends when it has done a step so often. */
const mostRounds = 1_000;
const mostDepth = 20;
/** Nobody waits longer because a server says so. */
const longestWaitMs = 5 * 60_000;

/** Runs a workflow with its inputs, and the workflows that it calls. */
export async function runWorkflow(
  context: RunContext,
  workflow: LinkedWorkflow,
  given: JsonObject,
  depth = 0,
): Promise<WorkflowResult> {
  const prepared = prepareInputs(workflow, given);
  const inputs = prepared.kind === 'inputs' ? prepared.inputs : given;
  const run = new WorkflowRun(context, workflow, inputs, depth);
  if (prepared.kind === 'faults') return run.refused(inputFault(prepared.faults));
  const result = depth > mostDepth ? run.refused(tooDeep()) : await run.run();
  context.workflows.set(workflow.workflowId, { inputs, outputs: result.outputs });
  return result;
}

interface Performed {
  readonly result: StepResult;
  readonly next: Next;
}

class WorkflowRun {
  readonly #context: RunContext;
  readonly #workflow: LinkedWorkflow;
  #inputs: JsonObject;
  readonly #depth: number;
  readonly #steps = new Map<string, JsonObject>();
  readonly #results: StepResult[] = [];
  readonly #secrets = new GatheredSecrets();
  readonly #startedAt: number;
  /** How many retries are under way that do another step first. */
  #retriesWithin = 0;

  constructor(context: RunContext, workflow: LinkedWorkflow, inputs: JsonObject, depth: number) {
    this.#context = context;
    this.#workflow = workflow;
    this.#inputs = inputs;
    this.#depth = depth;
    this.#secrets.add(secretInputs(workflow, inputs));
    this.#startedAt = this.#now();
  }

  async run(): Promise<WorkflowResult> {
    const { steps } = this.#workflow;
    for (let at = 0; at < steps.length; ) {
      const step = steps[at];
      if (step === undefined || this.#context.signal.aborted) return this.#end('failed', stopped());
      if (this.#results.length >= mostRounds * steps.length) return this.#end('failed', endless());
      const { result, next } = await this.#perform(step);
      this.#note(step, result);
      if (next.kind === 'end') return this.#end(next.isFailure ? 'failed' : 'passed');
      if (next.kind === 'workflow') return this.#handOver(next.workflowId);
      at = next.kind === 'step' ? this.#indexOf(next.stepId) : at + 1;
    }
    return this.#end('passed');
  }

  refused(said: ProblemText): WorkflowResult {
    return this.#end('failed', said);
  }

  /** Tries a step as often as its actions say, and chooses what comes next. */
  async #perform(step: LinkedStep): Promise<Performed> {
    const started = this.#now();
    const retries = new Map<string, number>();
    for (let attempts = 1; ; attempts += 1) {
      const decision = await this.#ask(step, attempts);
      if (decision?.kind === 'skip') return { result: skippedStep(step), next: { kind: 'on' } };
      const { tried, inner } = await this.#try(step, decision?.values);
      this.#secrets.add(tried.secrets);
      this.#keepOutputs(step, tried.exchange, inner);
      const scope = this.#scope(tried.exchange, inner);
      const base = {
        ...namedStep(step),
        durationMs: this.#now() - started,
        attempts,
        checks: tried.checks,
        said: tried.said,
        problem: tried.problem,
        run: tried.run,
        inner,
      };
      if (tried.passed) return { result: { ...base, outcome: 'passed' }, next: nextAfterSuccess(step, scope) };
      const action = failureAction(step, scope, retries);
      if (action?.type !== 'retry' || this.#context.signal.aborted) {
        const handledBy = action?.type === 'goto' ? action.name : undefined;
        return { result: { ...base, outcome: 'failed', handledBy }, next: nextAfterFailure(action) };
      }
      retries.set(action.name, (retries.get(action.name) ?? 0) + 1);
      const refused = await this.#prepareRetry(action, tried.exchange);
      if (refused !== undefined) {
        return { result: { ...base, outcome: 'failed', said: refused }, next: { kind: 'end', isFailure: true } };
      }
    }
  }

  /** Waits, and does what an action wants done before the step is tried again. */
  async #prepareRetry(
    { afterSeconds, goal }: Extract<FailureAction, { type: 'retry' }>,
    exchange: Exchange | undefined,
  ): Promise<ProblemText | undefined> {
    const { ports, signal } = this.#context;
    const told = exchange?.reply && retryAfterMs(exchange.reply.headers, ports.now());
    const waitMs = told ?? afterSeconds * 1000;
    if (waitMs > longestWaitMs) return tooLong(waitMs, longestWaitMs);
    if (waitMs > 0) await ports.wait(waitMs, signal);
    if (goal?.kind === 'workflow') await this.#runOther(goal.workflowId, this.#inputs);
    return goal?.kind === 'step' ? this.#performBefore(goal.stepId) : undefined;
  }

  async #performBefore(stepId: string): Promise<ProblemText | undefined> {
    const step = this.#workflow.steps[this.#indexOf(stepId)];
    // Two steps that retry each other would never end.
    if (step === undefined || this.#retriesWithin >= mostDepth) return endless();
    this.#retriesWithin += 1;
    this.#note(step, (await this.#perform(step)).result);
    this.#retriesWithin -= 1;
    return undefined;
  }

  /** Lets whoever looks on hold it up, and takes over what was changed meanwhile. */
  async #ask(step: LinkedStep, attempt: number): Promise<StepDecision | undefined> {
    const { watch } = this.#context.ports;
    if (watch?.beforeStep === undefined) return undefined;
    const heldAt = this.#context.ports.now();
    const decision = await watch.beforeStep({ ...this.#placeOf(step), attempt, scope: this.#scope() });
    this.#context.held.ms += this.#context.ports.now() - heldAt;
    if (decision?.kind !== 'go') return decision;
    this.#inputs = decision.inputs ?? this.#inputs;
    for (const [stepId, outputs] of decision.outputs ?? []) this.#steps.set(stepId, outputs);
    return decision;
  }

  #note(step: LinkedStep, result: StepResult): void {
    this.#results.push(result);
    this.#context.ports.watch?.afterStep?.(this.#placeOf(step), result);
  }

  #placeOf(step: LinkedStep): StepPlace {
    const { scenario } = this.#context;
    return { scenario, workflow: this.#workflow, step, secrets: this.#secrets.all };
  }

  async #try(
    step: LinkedStep,
    given: StepValues | undefined,
  ): Promise<{ readonly tried: Attempt; readonly inner?: WorkflowResult | undefined }> {
    const { target } = step;
    if (target.kind === 'workflow') return this.#tryWorkflow(step, target.workflowId, given);
    const { ports, signal } = this.#context;
    const limited = step.timeoutMs === undefined ? undefined : ports.limited(step.timeoutMs, signal);
    const tried = await attempt(ports, { ...step, target }, this.#scope(), limited?.signal ?? signal, given);
    limited?.release();
    if (tried.run !== undefined) ports.watch?.afterRequest?.(tried.run);
    if (tried.passed || limited?.isOver() !== true) return { tried };
    return { tried: { ...tried, passed: false, said: tooLate(step.timeoutMs ?? 0) } };
  }

  async #tryWorkflow(step: LinkedStep, workflowId: string, given: StepValues | undefined) {
    const built = given ?? stepValues(step, this.#scope());
    if (built.kind === 'nothing') return { tried: withoutValue(built.text) };
    const filled = built.kind === 'built' ? built.value : built;
    const inner = await this.#runOther(workflowId, filled.kind === 'inputs' ? filled.values : {});
    const exchange = lastExchange(inner);
    const checks = inner.outcome === 'passed' ? asked(step, this.#scope(exchange, inner)) : [];
    const passed = inner.outcome === 'passed' && checks.every((check) => check.passed);
    const tried: Attempt = {
      passed,
      checks,
      exchange,
      secrets: inner.secrets,
      problem: inner.problem,
      said: inner.said,
    };
    return { tried, inner };
  }

  async #runOther(workflowId: string, inputs: JsonObject): Promise<WorkflowResult> {
    const workflow = this.#context.scenario.workflows.find((one) => one.workflowId === workflowId);
    if (workflow === undefined) throw new Error(`"${workflowId}" was checked to be there.`);
    const result = await runWorkflow(this.#context, workflow, inputs, this.#depth + 1);
    this.#secrets.add(result.secrets);
    return result;
  }

  /** One way: what the other workflow comes to is what this one comes to. */
  async #handOver(workflowId: string): Promise<WorkflowResult> {
    const inner = await this.#runOther(workflowId, this.#inputs);
    this.#results.push(...inner.steps.map((step) => ({ ...step, stepId: `${workflowId}/${step.stepId}` })));
    return { ...this.#end(inner.outcome, inner.said), outputs: inner.outputs, problem: inner.problem };
  }

  #keepOutputs(step: LinkedStep, exchange: Exchange | undefined, inner: WorkflowResult | undefined): void {
    this.#steps.set(step.stepId, outputsOf(step.outputs, this.#scope(exchange, inner)));
  }

  #scope(exchange?: Exchange, inner?: WorkflowResult): Scope {
    return {
      inputs: this.#inputs,
      outputs: inner?.outputs ?? {},
      steps: this.#steps,
      workflows: namedWithin(this.#context.workflows, this.#workflow.prefix),
      exchange,
    };
  }

  /** Time stands still while it is held up. */
  #now(): number {
    const { ports, held } = this.#context;
    return ports.now() - held.ms;
  }

  #indexOf(stepId: string): number {
    return this.#workflow.steps.findIndex((step) => step.stepId === stepId);
  }

  #end(outcome: WorkflowResult['outcome'], said?: ProblemText): WorkflowResult {
    const done = new Set(this.#results.map(({ stepId }) => stepId));
    const left = this.#workflow.steps.filter(({ stepId }) => !done.has(stepId));
    const skipped = left.map(skippedStep);
    const last = this.#results.at(-1);
    return {
      workflowId: this.#workflow.workflowId,
      home: this.#workflow.home,
      pointer: this.#workflow.pointer,
      outcome,
      steps: [...this.#results, ...skipped],
      inputs: this.#inputs,
      outputs: outputsOf(this.#workflow.outputs, this.#scope()),
      said,
      problem: outcome === 'failed' ? last?.problem : undefined,
      durationMs: this.#now() - this.#startedAt,
      secrets: this.#secrets.all,
    };
  }
}

/** A file names its own workflows, and by no prefix. */
function namedWithin(workflows: RunContext['workflows'], prefix: string): Scope['workflows'] {
  if (prefix === '') return workflows;
  const own = [...workflows].filter(([id]) => id.startsWith(prefix));
  return new Map(own.map(([id, values]) => [id.slice(prefix.length), values]));
}
