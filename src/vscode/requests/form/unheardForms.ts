import * as vscode from 'vscode';
import { waitingTimes } from '../../shell/waitingTimes';
import { reopenForm } from '../reopenActive';
import { openRequestTabs, type RequestTab } from '../requestTab';

/**
 * When extensions are started again, after an update or a crash, the editor leaves their pages on screen, and nobody hears
 * what is typed into them. Forms that were there before and are not handed over are opened anew, once they are seen.
 */
export class UnheardForms implements vscode.Disposable {
  readonly #failed: (error: unknown) => void;
  /** Forms that were open when the extension was started. */
  readonly #unheard = new Set(openForms().map(addressOf));
  readonly #listening: vscode.Disposable;
  #looking: NodeJS.Timeout | undefined;
  #opening: Promise<void> = Promise.resolve();

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
    const { tabGroups } = vscode.window;
    this.#listening = vscode.Disposable.from(
      tabGroups.onDidChangeTabs(() => this.#lookSoon()),
      tabGroups.onDidChangeTabGroups(() => this.#lookSoon()),
    );
    this.#lookSoon();
  }

  /** The editor has handed over the page of a form. */
  heard(uri: vscode.Uri): void {
    this.#unheard.delete(uri.toString());
  }

  dispose(): void {
    clearTimeout(this.#looking);
    this.#listening.dispose();
  }

  /** A window that was loaded hands its pages over a moment after it shows them. */
  #lookSoon(): void {
    clearTimeout(this.#looking);
    if (this.#unheard.size > 0) this.#looking = setTimeout(() => this.#look(), waitingTimes.unheardMs);
  }

  #look(): void {
    for (const form of openForms().filter(({ tab }) => tab.isActive)) {
      if (!this.#unheard.has(addressOf(form))) continue;
      this.#opening = this.#opening.then(() => reopenForm(form)).catch(this.#failed);
    }
  }
}

function openForms(): readonly RequestTab[] {
  return openRequestTabs().filter(({ view }) => view === 'form');
}

function addressOf({ uri }: RequestTab): string {
  return uri.toString();
}
