import type * as vscode from 'vscode';
import { failureLines, problemLines } from '../../../core/reports/failureLines';
import type { LinkedScenario, LinkedWorkflow } from '../../../core/scenarios/linking/linkedScenario';
import { JourneyPicture } from '../../../core/scenarios/picture/journeyPicture';
import type { StepResult } from '../../../core/scenarios/running/result';
import type { StepMoment, StepPlace } from '../../../core/scenarios/running/runWatch';
import { maskerOf } from '../../../core/secrets/masker';
import { sortSecrets } from '../../../core/secrets/sortSecrets';
import { stepReport } from '../../../headless/scenarios/scenarioReport';
import type { ScenarioResult } from '../../../headless/scenarios/scenarioResult';
import { fileNameOf } from './fileNameOf';
import type { DrawnWorkflow, Journeys } from './journeys';

interface OpenPicture {
  readonly drawn: DrawnWorkflow;
  readonly picture: JourneyPicture;
}

/** Draws workflows while they run: one after the other, in the order of their group. */
export class GroupPictures {
  readonly #journeys: Journeys;
  readonly #file: string;
  readonly #open: OpenPicture[];

  constructor(journeys: Journeys, uri: vscode.Uri, scenario: LinkedScenario, group: readonly LinkedWorkflow[]) {
    this.#journeys = journeys;
    this.#file = uri.path;
    this.#open = group.map((workflow) => ({
      drawn: { uri, workflowId: workflow.workflowId },
      picture: new JourneyPicture(fileNameOf(uri), scenario, workflow),
    }));
    for (const { drawn, picture } of this.#open) journeys.keep(drawn, picture);
  }

  stepStarted(moment: StepMoment): void {
    this.#draw((picture) => picture.stepStarted(moment, moment.attempt, Date.now()));
  }

  stepEnded(place: StepPlace, result: StepResult): void {
    const masker = maskerOf(sortSecrets(place.secrets), undefined);
    const why = result.outcome === 'failed' ? failureLines(stepReport({ file: this.#file, masker }, result)) : [];
    this.#draw((picture) => picture.stepEnded(place, result, why));
  }

  /** `isPart`: it was stopped on purpose after the step that was chosen. */
  workflowEnded({ result }: ScenarioResult, isPart: boolean): void {
    const { said, steps, secrets } = result;
    const isSaidByStep = steps.some(({ outcome }) => outcome === 'failed');
    const masker = maskerOf(sortSecrets(secrets), undefined);
    const why = said === undefined || isSaidByStep ? [] : problemLines(said).map((line) => masker.text(line));
    this.#draw((picture) => (isPart ? picture.left() : picture.ended(result, why)));
    this.#open.shift();
  }

  #draw(change: (picture: JourneyPicture) => void): void {
    const [current] = this.#open;
    if (current === undefined) return;
    change(current.picture);
    this.#journeys.tellChange(current.drawn);
  }
}
