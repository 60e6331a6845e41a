import type { Change } from './changes/change';
import type { FormEdit, FormModel } from './form';
import type { EmbedEvent, EmbedState, HappenedEvent } from './pages/embed';
import type { FormState } from './pages/formState';
import type { InboxEventState, LostEvent } from './pages/inbox';
import type { InspectorState } from './pages/inspector';
import type { JourneyState } from './pages/journey';
import type { LoggedContent } from './pages/loggedContent';
import type { SetUpModel, SetUpState } from './pages/setUp';
import type { BodyLayout, BodySide, CopiedFromBody, ReplyState, SendLimit, Trail } from './reply';
import type { CellRange, KeptCells, RowChoices, RowsOf, RowsPreview } from './table/rows';
import type { EdgeKind } from './testData';

/** What fields tell, whatever page they stand in. */
export interface FieldsToHost {
  /** All at once: one step to undo. */
  edit: { readonly edits: readonly FormEdit[] } & Told;
  /** Opens the call that mends a prediction. */
  openMending: { readonly operation: string };
  chooseFile: { readonly pointer: string } & Seen;
}

/** A panel's messages, declared as `{ type: payload }`; unions and handlers are derived. */
export interface FormToHost extends FieldsToHost {
  /** Whether it shows already what stands in it; otherwise it knows nothing. */
  ready: { readonly isFilled?: boolean };
  /** A change came whose state before the page does not have: it needs the whole one. */
  missed: Record<never, never>;
  /** By the title that the state gives it. */
  mendAll: { readonly title: string };
  /** One of those that an unreadable state offers. */
  chooseOperation: { readonly id: string };
  send: Record<never, never>;
  /** In spite of errors that are only foreseen. */
  sendAnyway: Record<never, never>;
  cancel: Record<never, never>;
  chooseConnection: { readonly id: string };
  addConnection: Record<never, never>;
  openAsText: Record<never, never>;
  /** The text in another column, which goes on showing what has the focus in the form. */
  openTextBeside: Record<never, never>;
  /** Where the text is no JSON. */
  revealBroken: Record<never, never>;
  /** Of a field: what says so. */
  openSource: { readonly pointer: string };
  /** Loads what the connection has in a collection, for fields that refer to it. */
  offer: { readonly collection: string };
  /** What has the focus. */
  focused: { readonly pointer: string };
  /** What was dragged out of the tree, on a field or a part of the form. */
  dropTarget: { readonly pointer: string } & Seen;
  /** Puts the JSON of the whole text right. */
  mendText: Record<never, never>;
  openDocs: Record<never, never>;
  /** One that nobody has a value for. */
  addVariable: { readonly name: string };
  /** Opens the request as one of another provider; which one is asked where there are several. */
  translate: Record<never, never>;
  dismissOrigin: Record<never, never>;
  /** Puts people who do not exist behind those of a list. */
  addPeople: { readonly pointer: string; readonly count: number; readonly edge?: EdgeKind } & Told;
  /** A text that was pasted, to see what would become of it in a list; maybe at one of its cells. */
  readRows: { readonly text: string; readonly cells?: CellRange } & RowsOf & Seen;
  /** The rows that are shown go into the cells that they were pasted at. */
  rowsToCells: Told;
  /** The same of a file. */
  openRows: RowsOf & Seen;
  /** Of the rows that are shown. */
  chooseRows: { readonly choices: RowChoices };
  takeRows: Record<never, never>;
  dropRows: Record<never, never>;
  /** Changes of rows that are items of several lists, by their places among the rows. */
  editRows: { readonly edits: readonly FormEdit[] } & RowsOf & Told;
  /** A text into cells: those of these items and columns, in the order in which they are shown. */
  pasteCells: { readonly text: string } & CellRange & Told;
  /** As a text to the clipboard. What is told after it waits: cells that are cut are emptied once they are copied. */
  copyCells: { readonly hasHead: boolean } & CellRange & Told;
  /** As a CSV file. */
  saveRows: CellRange & Seen;
}
export interface FormToWebview {
  /** What stays as long as the operation does; comes before the first state that shows it. */
  open: { readonly model: FormModel };
  state: StateOfText & { readonly state: FormState };
  /** What is different from the state before. Steps are counted from the last whole state. */
  change: StateOfText & { readonly step: number; readonly change?: Change };
  /** Scroll to a field and focus it. */
  reveal: { readonly pointer: string };
  /** Scroll to the field that the cursor of the text is in, and leave the focus where it is. */
  point: { readonly pointer: string };
  /** A command wants to send: tell what was typed last, then say `send`, or `sendAnyway`. */
  submit: { readonly anyway: boolean };
  /** Null when they are taken, or dropped. */
  rows: { readonly preview: RowsPreview | null };
  kept: KeptCells;
  /** What the clipboard holds of the cells that were copied. */
  copied: { readonly text: string };
}

export interface Seen {
  /** Of the state that the page showed: pointers and rows are of its values. */
  readonly version: number;
}

/** What the page says of an edit. */
export interface Told extends Seen {
  /** Counts the page's edits, from 1. */
  readonly number: number;
}

export interface StateOfText {
  readonly version: number;
  /** The page's last edit that the text contains, or that came to nothing: of later ones the state knows nothing yet. */
  readonly handled: number;
}

export interface ReplyToHost {
  ready: Record<never, never>;
  cancel: Record<never, never>;
  openLink: { readonly index: number };
  copyLink: { readonly index: number };
  /** Plays whoever a link of the emulator is for. */
  signByLink: { readonly index: number };
  /** Shows the page of a link as an application would embed it. */
  embedLink: { readonly index: number };
  takeNextStep: { readonly index: number };
  /** One for each recipient; each goes through the door. */
  takeNextSteps: { readonly indexes: readonly number[] };
  /** Through the replies that were shown. */
  go: { readonly by: 1 | -1 };
  mend: { readonly index: number };
  openSource: { readonly index: number };
  /** Lists how the call can fail. */
  waysToFail: Record<never, never>;
  /** Sends what was held back for errors that are only foreseen. */
  sendAnyway: Record<never, never>;
  replay: Record<never, never>;
  editAndResend: Record<never, never>;
  copyAsCode: Record<never, never>;
  diagnose: Record<never, never>;
  /** At a pointer, looking for a text; both may be empty. */
  openBody: { readonly side: BodySide; readonly pointer: string; readonly find: string };
  copyText: { readonly what: CopiedFromBody; readonly text: string };
  setLayout: BodyLayout;
  /** As Markdown. */
  copyDifferences: Record<never, never>;
  /** As JSON. */
  saveDifferences: Record<never, never>;
  saveBody: Record<never, never>;
  /** The body as a file, in what is made for its kind. */
  openFile: Record<never, never>;
  /** The file that a large body is kept in. */
  revealBody: Record<never, never>;
  /** A page as a page. */
  showPage: Record<never, never>;
  /** The setting that says how much of a body is read. */
  changeLimit: { readonly limit: SendLimit };
}
export interface ReplyToWebview {
  state: { readonly state: ReplyState; readonly layout: BodyLayout; readonly trail: Trail };
}

export interface EmbedToHost {
  ready: Record<never, never>;
  /** In a browser of its own. */
  openOutside: Record<never, never>;
  seen: { readonly event: EmbedEvent };
  /** Of a page that is held back. */
  showAgain: Record<never, never>;
}
export interface EmbedToWebview {
  /** The id is what the page keeps, to be known by in the next session. */
  state: { readonly id: string; readonly state: EmbedState; readonly events: readonly HappenedEvent[] };
  event: { readonly event: HappenedEvent };
}

export interface InboxEventToHost {
  ready: Record<never, never>;
  /** To an address that is asked for. */
  replay: Record<never, never>;
  save: Record<never, never>;
  useInScenario: Record<never, never>;
  enterSecret: Record<never, never>;
  /** Of an event that is gone: opens the inbox for others. */
  receive: Record<never, never>;
}
export interface InboxEventToWebview {
  state: { readonly state: InboxEventState; readonly kept: LostEvent };
  /** It went with the window that it came to. What the page kept of it comes back. */
  gone: LostEvent;
}

export interface InspectorToHost {
  ready: Record<never, never>;
  /** Whose requests are shown; empty for all. */
  choose: { readonly provider: string };
  /** Of those that are shown; turned off, what was kept is thrown away. */
  keepBodies: { readonly isOn: boolean };
  /** Headers and bodies of one are wanted. */
  look: { readonly key: string };
  copy: { readonly key: string };
  openInEditor: { readonly key: string };
}
export interface InspectorToWebview {
  state: { readonly state: InspectorState };
  /** Null where nothing is kept of it, or not any more. */
  content: { readonly key: string; readonly content: LoggedContent | null };
}

export interface JourneyToHost {
  ready: Record<never, never>;
  /** One of the same file. */
  chooseWorkflow: { readonly workflowId: string };
  run: Record<never, never>;
  /** Steps are named by their place in the picture. */
  revealStep: { readonly index: number };
  openReply: { readonly index: number };
  copyText: Record<never, never>;
  /** As a sequence diagram. */
  copyDiagram: Record<never, never>;
}
export interface JourneyToWebview {
  /** What the page keeps, to be drawn again in the next session. */
  state: { readonly state: JourneyState; readonly kept: Readonly<Record<string, string>> };
}

export interface SetUpToHost extends FieldsToHost {
  ready: Record<never, never>;
  test: Record<never, never>;
  cancelTest: Record<never, never>;
  /** `untested`: whatever a test would say. */
  save: { readonly untested: boolean };
  openDocs: Record<never, never>;
  /** Signs in with a browser. */
  login: Record<never, never>;
}
export interface SetUpToWebview {
  open: { readonly model: SetUpModel };
  state: StateOfText & { readonly state: SetUpState };
  reveal: { readonly pointer: string };
}

export type Message<Map> = { [Type in keyof Map]: { readonly type: Type } & Map[Type] }[keyof Map];
export type MessageHandlers<Map> = { readonly [Type in keyof Map]: (message: Map[Type]) => void };
