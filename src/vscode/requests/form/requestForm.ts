import { t } from '@vscode/l10n';
import type * as vscode from 'vscode';
import { mendsForAll } from '../../../core/forms/checks/mendsForAll';
import { fieldAt } from '../../../core/forms/fieldAt';
import { formModel } from '../../../core/forms/formModel';
import { explainBroken } from '../../../core/json/explainBroken';
import { editText } from '../../../core/requests/editing/editText';
import { mendingRequest } from '../../../core/requests/mendingRequest';
import type { FormToHost, FormToWebview } from '../../../protocol/messages';
import { commandIds } from '../../shell/contributions/commandIds';
import { openAddress } from '../../shell/openAddress';
import { Page, type PageHandlers, type PageKind } from '../../shell/page/page';
import { executeCommand } from '../../shell/runCommand';
import { takeDrag } from '../../shell/treeTarget';
import { pointerToMend } from '../pointerToMend';
import { reopenFormAsText } from '../reopenActive';
import type { RequestServices } from '../requestServices';
import { type EditsOf, RowsDesk } from '../rows/rowsDesk';
import type { CheckedRequest } from '../session/checkRequest';
import type { RequestSession } from '../session/requestSession';
import { forgetOrigin, keptOrigin } from '../translation/keptOrigins';
import { ActsUnderWay } from './actsUnderWay';
import { chooseFile } from './chooseFile';
import { parseFormMessage } from './formMessage';
import type { Translating } from './formState';
import { FormStates } from './formStates';
import { HandledEdits } from './handledEdits';
import { peopleEdits } from './peopleEdits';
import { TextBeside } from './textBeside';
import { ToldStates } from './toldStates';

const kind = (): PageKind<FormToHost> => ({
  name: 'form',
  title: t('E-Sign request'),
  called: 'The form',
  parse: parseFormMessage,
  isFilled: true,
});

/** One form editor. The document is the only truth: edits go into its text, and what is shown comes from there. */
export class RequestForm implements vscode.Disposable {
  readonly #services: RequestServices;
  readonly #session: RequestSession;
  readonly #rows: RowsDesk;
  readonly #page: Page<FormToHost, FormToWebview>;
  readonly onDidDispose: vscode.Event<void>;
  /** What the page shows already. */
  readonly #told = new ToldStates();
  #handled = new HandledEdits();
  #reveal: string | undefined;
  readonly #acts = new ActsUnderWay();
  /** How often another connection was chosen and not taken. */
  #gaveUp = 0;
  readonly #states: FormStates;
  readonly #text: TextBeside;

  constructor(services: RequestServices, session: RequestSession, panel: vscode.WebviewPanel) {
    this.#services = services;
    this.#session = session;
    this.#states = new FormStates(services, () => this.#push());
    this.#rows = new RowsDesk(session, (message) => this.#page.post(message));
    this.#page = new Page(services, kind(), panel, this.#handlers());
    this.onDidDispose = this.#page.onDidDispose;
    const listening = session.onDidChange(() => {
      this.#push();
      return this.#rows.follow();
    });
    this.#push();
    this.#text = new TextBeside(session, (pointer) => this.#page.post({ type: 'point', pointer }));
    this.onDidDispose(() => {
      listening.dispose();
      this.#text.dispose();
      this.#states.dispose();
    });
  }

  get document(): vscode.TextDocument {
    return this.#session.document;
  }

  get isActive(): boolean {
    return this.#page.isActive;
  }

  /** Leads to a field, as soon as the page can. */
  reveal(pointer: string): void {
    this.#reveal = pointer;
    this.#push();
  }

  /** Through the page, which may hold text that it has not told yet. */
  async send(anyway = false): Promise<void> {
    if (this.#page.isReady && this.#session.state?.kind === 'checked') this.#page.post({ type: 'submit', anyway });
    else await this.#sendNow(anyway);
  }

  openTextBeside(): Promise<void> {
    return this.#text.open();
  }

  dispose(): void {
    this.#page.dispose();
  }

  #handlers = (): PageHandlers<FormToHost> => ({
    ready: ({ isFilled = false }) => {
      this.#told.begin(isFilled);
      this.#handled = new HandledEdits();
      this.#push();
      return this.#rows.showAgain();
    },
    missed: () => {
      this.#told.forget();
      this.#push();
    },
    edit: ({ number, ...edits }) => this.#made(number, () => edits),
    openMending: ({ operation }) => this.#openMending(operation),
    mendAll: ({ title }) => this.#mendAll(title),
    chooseOperation: ({ id }) => this.#chooseOperation(id),
    send: () => this.#sendNow(false),
    sendAnyway: () => this.#sendNow(true),
    cancel: () => this.#services.sender.cancel(),
    chooseConnection: ({ id }) => this.#acts.run(() => this.#chooseConnection(id)),
    addConnection: () => executeCommand(commandIds.addConnection, this.#providerId()),
    chooseFile: ({ pointer, version }) => this.#chooseFile(pointer, version),
    openAsText: () => reopenFormAsText(this.document.uri),
    openTextBeside: () => this.openTextBeside(),
    revealBroken: () => this.#text.goToFault(),
    openSource: ({ pointer }) => this.#openSource(pointer),
    offer: ({ collection }) => this.#states.offer(this.#session.state, collection),
    focused: ({ pointer }) => this.#text.focused(pointer),
    dropTarget: (at) => this.#acts.run(() => this.#drop(at)),
    mendText: () => this.#session.edits.replace((text) => explainBroken(text)?.mend?.text ?? text),
    openDocs: () => this.#openSource(''),
    addVariable: ({ name }) => executeCommand(commandIds.addVariable, { uri: this.document.uri.toString(), name }),
    translate: () => this.#translate(),
    dismissOrigin: () => this.#dismissOrigin(),
    addPeople: ({ number, ...wish }) => this.#made(number, () => peopleEdits(this.#session, wish)),
    copyCells: ({ number, ...range }) => this.#counted(number, () => this.#rows.copy(range)),
    pasteCells: ({ number, ...paste }) => this.#made(number, () => this.#rows.cellEdits(paste)),
    editRows: ({ number, ...rows }) => this.#made(number, () => this.#rows.rowEdits(rows)),
    rowsToCells: ({ number }) => this.#made(number, () => this.#rows.takenToCells()),
    ...this.#rows.handlers,
  });

  async #mendAll(title: string): Promise<void> {
    const { state, version, edits } = this.#session;
    if (state?.kind !== 'checked') return;
    await edits.apply(mendsForAll(state.issues).find((mend) => mend.title === title)?.edits ?? [], version);
  }

  async #chooseConnection(id: string): Promise<void> {
    const { switchToNamed } = await import('../switchConnection');
    if ((await switchToNamed(this.#services, this.#session, id)) === 'switched') return;
    this.#gaveUp += 1;
    // The page is told once more what it showed before.
    this.#told.forget();
    this.#push();
  }

  async #chooseOperation(id: string): Promise<void> {
    const { state } = this.#session;
    if (state?.kind !== 'unknownOperation' || !state.meant.includes(id)) return;
    await this.#session.edits.replace((text) => editText(text, { kind: 'set', pointer: '/operation', value: id }));
  }

  #made(number: number, make: () => EditsOf | Promise<EditsOf | undefined>): Promise<void> {
    return this.#counted(number, async () => {
      const made = make();
      const own = made instanceof Promise ? await made : made;
      if (own !== undefined) await this.#session.edits.apply(own.edits, own.version);
    });
  }

  /** The page hears when it is done, be it that it failed. */
  async #counted(number: number, work: () => Promise<void>): Promise<void> {
    const handled = this.#handled;
    try {
      await this.#acts.run(work);
    } finally {
      handled.add(number, this.#session.document.version);
      this.#push();
    }
  }

  #push(): void {
    const { state, version } = this.#session;
    if (state === undefined || (this.#page.isLoaded && !this.#page.isReady)) return;
    const shown = {
      version,
      handled: this.#handled.upTo(version),
      state: this.#states.of(state, this.#session, this.#translating(state)),
    };
    if (!this.#page.isLoaded) this.#page.load(this.#told.fill(state, shown));
    if (!this.#page.isReady) return;
    for (const message of this.#told.tell(state, shown)) this.#page.post(message);
    if (this.#reveal !== undefined) this.#page.post({ type: 'reveal', pointer: this.#reveal });
    this.#reveal = undefined;
  }

  async #sendNow(force: boolean): Promise<void> {
    const given = this.#gaveUp;
    await this.#acts.settled();
    // Whoever does not answer what their choice asked does not mean the connection that was there before.
    if (given !== this.#gaveUp) return;
    const run = await this.#session.send('form', { force });
    const at = run && pointerToMend(run);
    if (at !== undefined) this.reveal(at);
  }

  async #chooseFile(pointer: string, version: number): Promise<void> {
    const { state, document } = this.#session;
    if (state?.kind !== 'checked') return;
    const value = await chooseFile(document.uri, state, pointer);
    if (value !== undefined) await this.#session.edits.apply([{ kind: 'set', pointer, value }], version);
  }

  async #drop(at: FormToHost['dropTarget']): Promise<void> {
    const target = takeDrag();
    if (target === undefined) return;
    await (await import('../using/useInRequest')).dropIntoForm(this.#services, this.#session, { ...at, target });
  }

  async #openMending(operation: string): Promise<void> {
    const { state } = this.#session;
    const request = state?.kind === 'checked' ? mendingRequest(state.provider, operation, state.request) : undefined;
    if (request !== undefined) await executeCommand(commandIds.openRequest, request);
  }

  async #openSource(pointer: string): Promise<void> {
    const { state } = this.#session;
    if (state?.kind !== 'checked') return;
    const { provider, operation } = state;
    await openAddress(fieldAt(formModel(provider, operation), pointer)?.source ?? operation.docs);
  }

  async #translate(): Promise<void> {
    await (await import('../translation/translateSession')).translateSession(this.#services, this.#session);
  }

  async #dismissOrigin(): Promise<void> {
    await forgetOrigin(this.#services.context, this.document.uri);
    this.#session.update();
    this.#push();
  }

  #translating(state: CheckedRequest): Translating | undefined {
    if (state.kind !== 'checked') return undefined;
    const { operation } = state.request;
    return {
      translations: this.#services.registry.translationsOf(operation, state.request),
      origin: keptOrigin(this.#services.context, this.document.uri, operation),
    };
  }

  #providerId(): string | undefined {
    const { state } = this.#session;
    return state?.kind === 'checked' ? state.provider.id : undefined;
  }
}
