import * as vscode from 'vscode';
import { requestEditor } from '../shell/ids';
import { reportError } from '../shell/runCommand';
import type { ShellServices } from '../shell/shellServices';
import { isUnsaved } from '../shell/untitled/isUnsaved';
import { reopenActive } from './reopenActive';
import { activeRequest, type RequestTab, requestTab } from './requestTab';

/** In the workspace's state: addresses of unsaved requests that the user looks at as text. */
const chosenTextsKey = 'esign.requests.chosenTexts';

/**
 * An unsaved request whose tab was not stored yet when the window closed comes back from its backup, and as text. As
 * soon as it is looked at it is the form again that it was, unless the user had chosen the text.
 */
export function showRestoredTextsAsForms({ context, log }: ShellServices): void {
  const texts = new RestoredTexts(context.workspaceState);
  const showForm = (): void => {
    const active = activeRequest();
    if (active === undefined || !texts.take(active)) return;
    reopenActive(requestEditor).catch((error: unknown) => reportError(log, 'A restored request has no form.', error));
  };
  const look = (opened: readonly vscode.Tab[]): void => {
    texts.add(opened.flatMap((tab) => requestTab(tab) ?? []));
    showForm();
  };
  const { tabGroups } = vscode.window;
  context.subscriptions.push(
    tabGroups.onDidChangeTabs(({ opened }) => look(opened)),
    tabGroups.onDidChangeTabGroups(showForm),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      // What goes from the form to the text is closed in between.
      if (!isOpen(uri)) texts.forget(uri);
    }),
  );
  look(tabGroups.all.flatMap(({ tabs }) => tabs));
}

function isOpen(uri: vscode.Uri): boolean {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.some((tab) => requestTab(tab)?.uri.toString() === uri.toString());
}

/** Tells the texts that were restored from those that the user has chosen: these were forms before, in this session. */
class RestoredTexts {
  readonly #state: vscode.Memento;
  readonly #restored = new Set<string>();
  readonly #forms = new Set<string>();
  readonly #chosen: Set<string>;

  constructor(state: vscode.Memento) {
    this.#state = state;
    this.#chosen = new Set(state.get<readonly string[]>(chosenTextsKey, []));
  }

  add(opened: readonly RequestTab[]): void {
    const unsaved = opened.filter(({ uri }) => isUnsaved(uri));
    const of = (view: RequestTab['view']) =>
      unsaved.filter((tab) => tab.view === view).map(({ uri }) => uri.toString());
    for (const address of of('form')) this.#addForm(address);
    for (const address of of('text')) this.#addText(address);
  }

  /** Whether the tab is a restored text. It is one only once. */
  take({ uri, view }: RequestTab): boolean {
    return view === 'text' && this.#restored.delete(uri.toString());
  }

  forget(uri: vscode.Uri): void {
    const address = uri.toString();
    this.#restored.delete(address);
    if (this.#chosen.delete(address)) this.#store();
  }

  #addForm(address: string): void {
    this.#forms.add(address);
    if (this.#chosen.delete(address)) this.#store();
  }

  #addText(address: string): void {
    if (this.#chosen.has(address)) return;
    if (!this.#forms.has(address)) return void this.#restored.add(address);
    this.#chosen.add(address);
    this.#store();
  }

  #store(): void {
    void this.#state.update(chosenTextsKey, [...this.#chosen]);
  }
}
