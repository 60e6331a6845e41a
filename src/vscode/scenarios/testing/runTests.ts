import * as vscode from 'vscode';
import type { RunWatch, StepPlace } from '../../../core/scenarios/running/runWatch';
import type { Issue } from '../../../protocol/form';
import { explainError } from '../../shell/explainError';
import { GroupPictures } from '../picture/groupPictures';
import type { Journeys } from '../picture/journeys';
import { readOpenScenario } from '../readOpenScenario';
import type { ChosenConnections } from '../running/chosenConnections';
import { runScenario } from '../running/runScenario';
import type { RunningServices } from '../scenarioServices';
import { planParts } from './chosenParts';
import type { ScenarioItems, TestedPart } from './scenarioItems';
import type { StepReplies } from './stepReplies';
import { TestReporter } from './testReporter';

/** What runs of tests share. */
export interface Testing {
  readonly services: RunningServices;
  readonly items: ScenarioItems;
  readonly replies: StepReplies;
  readonly chosen: ChosenConnections;
  readonly journeys: Journeys;
}

export interface TestWish {
  readonly onEmulator: boolean;
  /** Of whoever looks on besides the Testing view. */
  readonly watch?: RunWatch;
  /** For each workflow. */
  readonly timeoutMs?: number;
  readonly signal: AbortSignal;
  /** The file whose workflows come next. */
  readonly onFile?: (uri: vscode.Uri) => void;
  /** What is said of them in the log. */
  readonly onOutput?: (text: string) => void;
}

/** Shows what becomes of workflows while they run. */
type Onlooker = Pick<TestReporter, 'stepStarted' | 'stepEnded' | 'workflowEnded'>;

/** As long as anybody waits for a workflow. */
export const workflowTimeoutMs = 10 * 60_000;

/** Runs what was chosen, one file after the other. */
export async function runTests(
  testing: Testing,
  request: vscode.TestRunRequest,
  run: vscode.TestRun,
  wish: TestWish,
): Promise<void> {
  for (const item of filesOf(testing.items, request)) {
    if (wish.signal.aborted) return;
    try {
      await runFile(testing, request, run, item, wish);
    } catch (error: unknown) {
      const { title, cause, nextStep } = explainError(testing.services.log, `${item.id} could not be run.`, error);
      run.errored(item, new vscode.TestMessage(`${title}. ${cause} ${nextStep}`));
    }
  }
}

/** Those that hold what was chosen. */
export function filesOf(items: ScenarioItems, { include }: vscode.TestRunRequest): readonly vscode.TestItem[] {
  const chosen = include?.flatMap((item) => items.partOf(item) ?? []);
  if (chosen === undefined) return items.files;
  const uris = new Set(chosen.map(({ uri }) => uri.toString()));
  return items.files.filter(({ id }) => uris.has(id));
}

async function runFile(
  { services, items, replies, chosen, journeys }: Testing,
  request: vscode.TestRunRequest,
  run: vscode.TestRun,
  file: vscode.TestItem,
  wish: TestWish,
): Promise<void> {
  const uri = items.partOf(file)?.uri;
  if (uri === undefined) return;
  await items.read(uri);
  const { scenario, issues } = await readOpenScenario(services.registry, uri);
  if (scenario === undefined) {
    run.errored(
      file,
      issues.filter(isError).map((issue) => issueMessage(uri, issue)),
    );
    return;
  }
  const plan = planParts(
    scenario,
    partsOf(items, uri, request.include) ?? [{}],
    partsOf(items, uri, request.exclude) ?? [],
  );
  for (const { workflowId } of plan.groups.flat()) enqueue(run, items.find({ uri, workflowId }));
  replies.forget(file);
  wish.onFile?.(uri);
  const reporter = new TestReporter({ run, items, replies, uri, scenario, onOutput: wish.onOutput });
  for (const group of plan.groups) {
    if (wish.signal.aborted) return;
    const own = new AbortController();
    const onlookers = [reporter, new GroupPictures(journeys, uri, scenario, group)];
    await runScenario(services, chosen, {
      uri,
      scenario,
      group,
      onEmulator: wish.onEmulator,
      timeoutMs: wish.timeoutMs,
      signal: AbortSignal.any([wish.signal, own.signal]),
      watch: watchOf(onlookers, wish, ({ workflow, step }) => {
        if (plan.lastSteps.get(workflow.workflowId) === step.stepId) own.abort();
      }),
      onResult: (result) => {
        const isPart = plan.lastSteps.has(result.result.workflowId);
        for (const onlooker of onlookers) onlooker.workflowEnded(result, isPart);
      },
    });
  }
}

function watchOf(
  onlookers: readonly Onlooker[],
  { watch = {} }: TestWish,
  onDone: (place: StepPlace) => void,
): RunWatch {
  return {
    beforeStep: async (moment) => {
      for (const onlooker of onlookers) onlooker.stepStarted(moment);
      return watch.beforeStep?.(moment);
    },
    afterRequest: (run) => watch.afterRequest?.(run),
    afterStep: (place, result) => {
      for (const onlooker of onlookers) onlooker.stepEnded(place, result);
      watch.afterStep?.(place, result);
      onDone(place);
    },
  };
}

function enqueue(run: vscode.TestRun, item: vscode.TestItem | undefined): void {
  for (const [, step] of item?.children ?? []) run.enqueued(step);
}

function partsOf(
  items: ScenarioItems,
  uri: vscode.Uri,
  chosen: readonly vscode.TestItem[] | undefined,
): readonly TestedPart[] | undefined {
  return chosen?.flatMap((item) => items.partOf(item) ?? []).filter((part) => part.uri.toString() === uri.toString());
}

function isError({ severity }: Issue): boolean {
  return severity === 'error';
}

function issueMessage(uri: vscode.Uri, { message, place }: Issue): vscode.TestMessage {
  const said = new vscode.TestMessage(message);
  const at = new vscode.Position((place?.line ?? 1) - 1, (place?.column ?? 1) - 1);
  said.location = new vscode.Location(uri, at);
  return said;
}
