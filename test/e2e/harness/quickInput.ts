import type { Locator, Page } from 'playwright-core';
import { becomes, inTime } from './inTime';
import { isClicked } from './isClicked';
import { until, within } from './until';

const inputSelector = '.quick-input-box input';

/** The box at the top of the window: command palette, quick picks and input boxes. */
export class QuickInput {
  /** While it is open: one that is closing takes nothing any more. */
  readonly box: Locator;
  readonly #shown: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.#shown = page.locator('.quick-input-widget:visible');
    this.box = this.#shown.and(page.locator(':not(.quick-input-widget-closing)'));
  }

  async accept(): Promise<void> {
    await this.#input().press('Enter');
  }

  async cancel(): Promise<void> {
    await until('the box to close', async (patience) => {
      await this.#page.keyboard.press('Escape');
      return (await becomes(this.#shown, 'hidden', patience)) || undefined;
    });
  }

  /** Takes an entry of the list by its label, where it is long by what finds it. */
  async choose(label: string, typed?: string): Promise<void> {
    await until(`"${label}" to be chosen`, async (patience) => {
      // The box may be just opening, and what is typed too early is lost: the same text again would be no change.
      for (const text of typed === undefined ? [] : ['', typed]) await this.#input().fill(text, { timeout: patience });
      return (await this.#isTaken(label, patience)) || undefined;
    });
  }

  /** Takes the entry that the list has chosen already. */
  async acceptChosen(): Promise<void> {
    await this.box.locator('.monaco-list-row.focused').first().waitFor();
    await this.accept();
  }

  /** Types into an input box that shows this text as prompt, title or placeholder, and confirms. */
  async answer(question: string, text: string): Promise<void> {
    const asks = this.box
      .filter({ hasText: question })
      .or(this.box.filter({ has: this.#page.getByPlaceholder(question) }));
    await until(`the question "${question}"`, (patience) => {
      // The box may be just opening, or closing behind the answer before.
      return inTime(asks.first().locator(inputSelector).fill(text, { timeout: patience })).then(
        (isTyped) => isTyped || undefined,
      );
    });
    // What is typed may change what the box says, so that it is not found by it any more.
    await this.accept();
  }

  /** What an input box says is wrong with its text. */
  message(): Locator {
    return this.box.locator('.quick-input-message');
  }

  async runCommand(title: string): Promise<void> {
    await this.#take('F1', `>${title}`, title);
  }

  /** Opens a file of the workspace by its path. */
  async openFile(path: string, name: string): Promise<void> {
    await this.#take('Control+P', path, name);
  }

  /** Opens the box with a key and takes the entry that the text finds. */
  async #take(key: string, text: string, label: string): Promise<void> {
    // The list is made when the box opens: what a window that was just loaded still reads comes with the next one.
    await until(`"${label}" behind ${key}`, async (patience) => {
      await this.#page.keyboard.press(key);
      // A box that is just closing, or that lost the focus while it opened, takes no text.
      const isTyped = await inTime(this.#input().fill(text, { timeout: patience }));
      if (isTyped && (await this.#isTaken(label, patience))) return true;
      return void (await this.cancel());
    });
  }

  /** The list is drawn anew as often as something else is found. */
  async #isTaken(label: string, patience: number): Promise<boolean> {
    const entry = this.#entry(label).first();
    return (await within(patience, async () => (await isClicked(entry, { patience })) || undefined)) ?? false;
  }

  #input(): Locator {
    return this.box.locator(inputSelector);
  }

  #entry(label: string): Locator {
    const name = this.#page.locator('.label-name').getByText(label, { exact: true });
    return this.box.locator('.monaco-list-row').filter({ has: name });
  }
}
