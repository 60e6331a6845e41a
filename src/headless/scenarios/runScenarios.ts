import { describeProblem } from '../../core/problems/describeProblem';
import type { Problem } from '../../core/problems/problem';
import { inputsOfVariables, prepareInputs, propertiesOf, readInput } from '../../core/scenarios/inputs/inputs';
import type { LinkedScenario, LinkedWorkflow } from '../../core/scenarios/linking/linkedScenario';
import { foreseeQuestion } from '../../core/scenarios/running/asking/foresee';
import { planRun } from '../../core/scenarios/running/plan';
import { inputFault } from '../../core/scenarios/running/runWords';
import type { JsonObject } from '../../protocol/json';
import { workspaceVariables } from '../environment/workspaceVariables';
import { environmentName } from '../environmentName';
import { type RetryWish, retryWait } from '../retryWait';
import type { Workplace } from '../workplace';
import type { LoadedScenario } from './loadScenario';
import { openStage, type StageWish } from './openStage';
import { runGroup } from './runGroup';
import { refusedResult, type ScenarioResult, skippedResult } from './scenarioResult';
import { type ScenarioStage, type StagePorts, scenarioPorts } from './scenarioStage';
import { giveInputs, notStarted } from './scenarioWords';

export interface RunOptions extends StageWish, RetryWish {
  readonly workflow?: string | undefined;
  /** As texts, from the command line. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** As values, from a file. */
  readonly inputValues?: JsonObject;
  /** Every question is answered beforehand: nobody is there to be asked. */
  readonly isAgreed?: boolean;
  /** How they are answered beforehand, for whoever has not. */
  readonly consentStep?: string;
  readonly parallel?: number;
  readonly repeat?: number;
  /** Nothing is started after the first failure. */
  readonly bail?: boolean;
  /** For each workflow. */
  readonly timeoutMs?: number;
  readonly signal: AbortSignal;
}

/** A workflow takes as long as people wait for a build. */
const defaultTimeoutMs = 10 * 60_000;

/** A file without errors. */
export type Loaded = LoadedScenario & { readonly scenario: LinkedScenario };

interface Job {
  readonly loaded: Loaded;
  readonly group: readonly LinkedWorkflow[];
}

/** Runs the workflows of files, in their order as far as they do not run at the same time. */
export function runScenarios(
  workplace: Workplace,
  loaded: readonly Loaded[],
  options: RunOptions,
): Promise<readonly ScenarioResult[]> {
  return tellScenarios(workplace, loaded, options, (result) => result);
}

/**
 * The same, with what is told of each workflow as soon as it has ended: of many, nobody needs to keep every reply for
 * as long as the last one runs.
 */
export async function tellScenarios<Told>(
  workplace: Workplace,
  loaded: readonly Loaded[],
  options: RunOptions,
  tell: (result: ScenarioResult) => Told,
): Promise<readonly Told[]> {
  const once = loaded.flatMap((one) =>
    planRun(one.scenario, options.workflow).map((group) => ({ loaded: one, group })),
  );
  const jobs = Array.from({ length: options.repeat ?? 1 }, () => once).flat();
  const results: (readonly Told[])[] = [];
  // Whoever is free takes the next one.
  const queue = jobs.entries();
  let isOver = false;
  const work = async (): Promise<void> => {
    for (const [place, job] of queue) {
      isOver ||= options.signal.aborted;
      const done = isOver
        ? job.group.map((one) => skippedResult(job.loaded, one, notStarted))
        : await runJob(workplace, job, options);
      isOver ||= options.bail === true && done.some(({ result }) => result.outcome === 'failed');
      results[place] = done.map(tell);
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, options.parallel ?? 1) }, work));
  return results.flat();
}

async function runJob(workplace: Workplace, job: Job, options: RunOptions): Promise<readonly ScenarioResult[]> {
  const opened = await openStage(workplace, job.group, options);
  if ('said' in opened) return job.group.map((one) => refusedResult(job.loaded, one, opened.problem, opened.said));
  try {
    return await runStaged(workplace, job, opened.stage, options);
  } finally {
    await opened.emulators?.stop();
  }
}

async function runStaged(
  workplace: Workplace,
  { loaded: { file, scenario }, group }: Job,
  stage: ScenarioStage,
  options: RunOptions,
): Promise<readonly ScenarioResult[]> {
  const ports: StagePorts = {
    ...scenarioPorts(workplace, file, stage, options.isAgreed ?? false),
    again: (run, operation, tries, signal) => retryWait(options, { run, operation, tries }, signal),
  };
  return runGroup({
    file,
    scenario,
    group,
    signal: options.signal,
    timeoutMs: options.timeoutMs ?? defaultTimeoutMs,
    ports: () => ports,
    start: (workflow) => {
      const inputs = inputsOf(workplace, workflow, stage, options);
      const prepared = prepareInputs(workflow, inputs);
      if (prepared.kind === 'faults') return { kind: 'refused', said: inputFault(prepared.faults, giveInputs) };
      const problem =
        options.isAgreed === true ? undefined : unansweredProblem(scenario, workflow, inputs, stage, ports);
      if (problem === undefined) return { kind: 'inputs', inputs };
      const text = describeProblem(problem);
      const said = { ...text, nextStep: options.consentStep ?? text.nextStep };
      return { kind: 'refused', problem, said };
    },
  });
}

function unansweredProblem(
  scenario: LinkedScenario,
  workflow: LinkedWorkflow,
  inputs: JsonObject,
  { connections }: ScenarioStage,
  { policy }: StagePorts,
): Problem | undefined {
  const question = foreseeQuestion(scenario, workflow, inputs, (id) => connections.get(id), policy);
  return question && { kind: 'unanswered', question };
}

/** Those of the command line before those of the file, those before the environment's, and the folder's variables last. */
function inputsOf(
  workplace: Workplace,
  workflow: LinkedWorkflow,
  { connections }: ScenarioStage,
  { inputs = {}, inputValues = {} }: RunOptions,
): JsonObject {
  const { env } = workplace;
  const variables = [...connections.values()].map(({ id }) => workspaceVariables(workplace, id));
  const names = Object.keys(propertiesOf(workflow.inputs));
  const given = names.flatMap((name) => {
    const text = Object.hasOwn(inputs, name) ? inputs[name] : undefined;
    const value = Object.hasOwn(inputValues, name) ? inputValues[name] : undefined;
    if (text === undefined && value !== undefined) return [[name, value] as const];
    const said = text ?? env[inputVariable(name)];
    return said === undefined ? [] : [[name, readInput(workflow.inputs, name, said)] as const];
  });
  return { ...inputsOfVariables(workflow, variables), ...Object.fromEntries(given) };
}

/** The variable of the environment that holds an input: passwords need not stand on a command line. */
export function inputVariable(name: string): string {
  return environmentName('input', name);
}
