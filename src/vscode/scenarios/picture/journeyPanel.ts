import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { JourneyPicture } from '../../../core/scenarios/picture/journeyPicture';
import type { JourneyToHost, JourneyToWebview } from '../../../protocol/messages';
import type { JourneyState } from '../../../protocol/pages/journey';
import { commandIds } from '../../shell/contributions/commandIds';
import { journeyPanel } from '../../shell/ids';
import { Page, type PageHandlers, type PageKind } from '../../shell/page/page';
import { executeCommand } from '../../shell/runCommand';
import { waitingTimes } from '../../shell/waitingTimes';
import { readOpenScenario } from '../readOpenScenario';
import type { RunningServices } from '../scenarioServices';
import { fileNameOf } from './fileNameOf';
import * as actions from './journeyActions';
import { parseJourneyMessage } from './journeyMessage';
import { type DrawnWorkflow, isSameWorkflow, type Journeys } from './journeys';

const kind = (): PageKind<JourneyToHost> => ({
  name: 'journey',
  title: t('E-Sign Journey'),
  called: 'The picture of the journey',
  parse: parseJourneyMessage,
});

/** The one panel with the picture of a workflow. It follows the text before the first run, and then the runs. */
export class JourneyPanel implements vscode.Disposable {
  readonly #services: RunningServices;
  readonly #journeys: Journeys;
  readonly #listening: readonly vscode.Disposable[];
  #page: Page<JourneyToHost, JourneyToWebview> | undefined;
  #drawn: DrawnWorkflow | undefined;
  #picture: JourneyPicture | undefined;
  #state: JourneyState = { kind: 'empty' };
  #waiting: NodeJS.Timeout | undefined;

  constructor(services: RunningServices, journeys: Journeys) {
    this.#services = services;
    this.#journeys = journeys;
    this.#listening = [
      journeys.onDidChange((changed) => {
        if (this.#drawn !== undefined && isSameWorkflow(this.#drawn, changed)) this.#drawSoon(waitingTimes.pictureMs);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#follows(document)) this.#drawSoon(waitingTimes.planMs);
      }),
    ];
  }

  async show(drawn: DrawnWorkflow): Promise<void> {
    this.#drawn = drawn;
    this.#open().reveal({ preserveFocus: true });
    await this.#draw();
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    for (const one of this.#listening) one.dispose();
    this.#page?.dispose();
  }

  readonly #handlers: PageHandlers<JourneyToHost> = {
    ready: () => this.#push(),
    chooseWorkflow: async ({ workflowId }) => {
      if (this.#drawn !== undefined) await this.show({ ...this.#drawn, workflowId });
    },
    run: async () => {
      if (this.#drawn !== undefined)
        await executeCommand(commandIds.scenario.run, this.#drawn.uri, this.#drawn.workflowId);
    },
    revealStep: async ({ index }) => {
      const place = this.#picture?.placeAt(index);
      if (this.#drawn !== undefined && place !== undefined) await actions.revealStep(this.#drawn.uri, place);
    },
    openReply: ({ index }) => actions.openReply(this.#services.replies, this.#picture?.runAt(index)),
    copyText: () => actions.copyText(this.#state),
    copyDiagram: () => actions.copyDiagram(this.#state),
  };

  /** Once something has run, what is shown is that run, whatever is written meanwhile. */
  #follows({ uri }: vscode.TextDocument): boolean {
    const drawn = this.#drawn;
    return drawn !== undefined && drawn.uri.toString() === uri.toString() && this.#journeys.find(drawn) === undefined;
  }

  /** Steps end faster than anybody looks. */
  #drawSoon(afterMs: number): void {
    if (this.#page === undefined) return;
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => {
      this.#draw().catch((error: unknown) => this.#services.log.error('A journey could not be drawn.', error));
    }, afterMs);
  }

  async #draw(): Promise<void> {
    const drawn = this.#drawn;
    if (drawn === undefined) return;
    const picture = this.#journeys.find(drawn) ?? (await this.#plan(drawn));
    // Another one was chosen meanwhile.
    if (drawn !== this.#drawn) return;
    this.#picture = picture;
    const journey = picture?.journey();
    if (journey !== undefined) this.#drawn = { ...drawn, workflowId: journey.workflowId };
    this.#state = journey ?? { kind: 'unreadable', file: fileNameOf(drawn.uri), message: unreadable() };
    this.#push();
  }

  async #plan({ uri, workflowId }: DrawnWorkflow): Promise<JourneyPicture | undefined> {
    const { scenario } = await readOpenScenario(this.#services.registry, uri);
    const workflow = scenario?.workflows.find((one) => one.workflowId === workflowId) ?? scenario?.workflows[0];
    return scenario && workflow && new JourneyPicture(fileNameOf(uri), scenario, workflow);
  }

  #push(): void {
    this.#page?.post({ type: 'state', state: this.#state });
  }

  #open(): Page<JourneyToHost, JourneyToWebview> {
    if (this.#page !== undefined) return this.#page;
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const panel = vscode.window.createWebviewPanel(journeyPanel, kind().title, place);
    const page = new Page<JourneyToHost, JourneyToWebview>(this.#services, kind(), panel, this.#handlers);
    page.onDidDispose(() => {
      if (this.#page === page) this.#page = undefined;
    });
    this.#page = page;
    return page;
  }
}

const unreadable = () =>
  t('It has errors: the Problems view lists them. The picture is drawn as soon as they are mended.');
