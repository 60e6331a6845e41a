import * as vscode from 'vscode';
import type { LinkedScenario } from '../../../core/scenarios/linking/linkedScenario';
import type { StepResult } from '../../../core/scenarios/running/result';
import type { StepMoment, StepPlace } from '../../../core/scenarios/running/runWatch';
import { maskerOf } from '../../../core/secrets/masker';
import { sortSecrets } from '../../../core/secrets/sortSecrets';
import { stepReport } from '../../../headless/scenarios/scenarioReport';
import type { ScenarioResult } from '../../../headless/scenarios/scenarioResult';
import { stepMessage } from '../../shell/ids';
import { shownName } from '../scenarioFiles';
import { saidOutput, stepOutput, workflowHead } from './outputText';
import { editorRange, type ScenarioItems } from './scenarioItems';
import { type StepMessage, saidMessage, stepMessages } from './stepMessages';
import type { StepReplies } from './stepReplies';

export interface ReporterParts {
  readonly run: vscode.TestRun;
  readonly items: ScenarioItems;
  readonly replies: StepReplies;
  readonly uri: vscode.Uri;
  readonly scenario: LinkedScenario;
  /** Told what the log is told. */
  readonly onOutput: ((text: string) => void) | undefined;
}

/** Tells the Testing view what becomes of the workflows of a file. */
export class TestReporter {
  readonly #parts: ReporterParts;
  readonly #run: vscode.TestRun;
  #headed: string | undefined;

  constructor(parts: ReporterParts) {
    this.#parts = parts;
    this.#run = parts.run;
  }

  stepStarted({ workflow, step, attempt }: StepMoment): void {
    const item = this.#item(workflow.workflowId, step.stepId);
    if (attempt === 1 && item !== undefined) this.#run.started(item);
  }

  stepEnded({ workflow: { workflowId }, step, secrets }: StepPlace, result: StepResult): void {
    const item = this.#item(workflowId, step.stepId);
    if (item === undefined) return;
    const masker = maskerOf(sortSecrets(secrets), undefined);
    const context = { file: this.#parts.uri.path, masker };
    this.#say(item, workflowId, stepOutput(stepReport(context, result)));
    if (result.run !== undefined) this.#parts.replies.keep(item, result.run.id, result.outcome === 'failed');
    const duration = Math.round(result.durationMs);
    if (result.outcome === 'passed') this.#run.passed(item, duration);
    else if (result.outcome === 'skipped' || result.handledBy !== undefined) this.#run.skipped(item);
    else {
      const messages = stepMessages(result, masker);
      this.#run.failed(
        item,
        messages.map((message) => this.#message(message)),
        duration,
      );
    }
  }

  /** `isPart`: it was stopped on purpose after the step that was chosen. */
  workflowEnded({ result }: ScenarioResult, isPart: boolean): void {
    const item = this.#item(result.workflowId);
    if (item === undefined) return;
    const { outcome, said, steps } = result;
    if (isPart && steps.every((step) => step.outcome !== 'failed')) return;
    if (said !== undefined) this.#say(item, result.workflowId, saidOutput(said));
    for (const step of steps.filter((one) => one.outcome === 'skipped')) this.#skip(result.workflowId, step);
    if (outcome === 'skipped') this.#run.skipped(item);
    // Where a step failed, the view shows it at its workflow by itself.
    const isSaid =
      outcome === 'failed' && !steps.some((step) => step.outcome === 'failed' && step.handledBy === undefined);
    if (isSaid) this.#run.failed(item, this.#message(saidMessage(result.home, result.pointer, said ? [said] : [])));
  }

  #skip(workflowId: string, { stepId }: StepResult): void {
    const item = this.#item(workflowId, stepId);
    if (item !== undefined) this.#run.skipped(item);
  }

  #message({ text, range, comparison }: StepMessage): vscode.TestMessage {
    const message =
      comparison === undefined
        ? new vscode.TestMessage(text)
        : vscode.TestMessage.diff(text, comparison.expected, comparison.actual);
    message.location = new vscode.Location(this.#parts.uri, editorRange(range));
    message.contextValue = stepMessage;
    return message;
  }

  /** What is said of a workflow stands together below its name. */
  #say(item: vscode.TestItem, workflowId: string, text: string): void {
    if (this.#headed !== workflowId) {
      this.#print(workflowHead(workflowId, shownName(this.#parts.uri)));
    }
    this.#headed = workflowId;
    this.#print(text, item);
  }

  #print(text: string, item?: vscode.TestItem): void {
    this.#run.appendOutput(text, undefined, item);
    this.#parts.onOutput?.(text);
  }

  #item(workflowId: string, stepId?: string): vscode.TestItem | undefined {
    return this.#parts.items.find({ uri: this.#parts.uri, workflowId, ...(stepId !== undefined && { stepId }) });
  }
}
