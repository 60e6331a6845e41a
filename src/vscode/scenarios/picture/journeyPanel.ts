import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import * as z from 'zod';
import { JourneyPicture } from '../../../core/scenarios/picture/journeyPicture';
import type { JourneyToHost, JourneyToWebview } from '../../../protocol/messages';
import type { JourneyState } from '../../../protocol/pages/journey';
import { commandIds } from '../../shell/contributions/commandIds';
import { restoredPanels } from '../../shell/ids';
import { Page, type PageHandlers, type PageKind } from '../../shell/page/page';
import { executeCommand } from '../../shell/runCommand';
import { waitingTimes } from '../../shell/waitingTimes';
import { readOpenScenario } from '../readOpenScenario';
import { isScenario } from '../scenarioFiles';
import type { RunningServices } from '../scenarioServices';
import { fileNameOf } from './fileNameOf';
import * as actions from './journeyActions';
import { parseJourneyMessage } from './journeyMessage';
import { type DrawnWorkflow, isSameWorkflow, type Journeys } from './journeys';

/** A page is not trusted with what it keeps, either. */
const keptState = z.object({ uri: z.string(), workflowId: z.string() });

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
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#follow(document)),
      // One that is not saved may come back after its picture.
      vscode.workspace.onDidOpenTextDocument((document) => this.#follow(document)),
    ];
  }

  async show(drawn: DrawnWorkflow): Promise<void> {
    this.#drawn = drawn;
    this.#open().reveal({ preserveFocus: true });
    await this.#draw();
  }

  /** The tab of the session before. What had run is gone with it: the picture is that of the file, ready to be run. */
  async restore(panel: vscode.WebviewPanel, kept: unknown): Promise<void> {
    const drawn = drawnBefore(kept);
    if (this.#page !== undefined || drawn === undefined) return panel.dispose();
    this.#drawn = drawn;
    this.#attach(panel);
    try {
      await this.#draw();
    } catch {
      this.#state = { kind: 'unreadable', file: fileNameOf(drawn.uri), message: gone() };
      this.#push();
    }
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
    copyText: () => actions.copyJourney(this.#state),
    copyDiagram: () => actions.copyDiagram(this.#state),
  };

  /** Once something has run, what is shown is that run, whatever is written meanwhile. */
  #follow({ uri }: vscode.TextDocument): void {
    const drawn = this.#drawn;
    if (drawn === undefined || drawn.uri.toString() !== uri.toString() || this.#journeys.find(drawn)) return;
    this.#drawSoon(waitingTimes.planMs);
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
    const drawn = this.#drawn;
    const kept = drawn && { uri: drawn.uri.toString(), workflowId: drawn.workflowId };
    this.#page?.post({ type: 'state', state: this.#state, kept: kept ?? {} });
  }

  #open(): Page<JourneyToHost, JourneyToWebview> {
    const place = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    return this.#page ?? this.#attach(vscode.window.createWebviewPanel(restoredPanels.journey, kind().title, place));
  }

  #attach(panel: vscode.WebviewPanel): Page<JourneyToHost, JourneyToWebview> {
    const page = new Page<JourneyToHost, JourneyToWebview>(this.#services, kind(), panel, this.#handlers);
    page.onDidDispose(() => {
      this.#page = undefined;
    });
    this.#page = page;
    return page;
  }
}

function drawnBefore(kept: unknown): DrawnWorkflow | undefined {
  try {
    const { uri: text, workflowId } = keptState.parse(kept);
    const uri = vscode.Uri.parse(text);
    return isScenario(uri) ? { uri, workflowId } : undefined;
  } catch {
    return undefined;
  }
}

const gone = () =>
  t('The file is not there any more, or cannot be read. Show Journey in another scenario draws that one here.');

const unreadable = () =>
  t('It has errors: the Problems view lists them. The picture is drawn as soon as they are mended.');
