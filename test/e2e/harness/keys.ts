import * as assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { until } from './until';

/**
 * The keyboard, and nothing else of the hand. Every stroke counts as one: a letter that is typed, a key, and keys that
 * are held down together.
 */
export class Keys {
  readonly #pressed: string[] = [];
  #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get count(): number {
    return this.#pressed.length;
  }

  /** What was pressed, to be read. */
  get story(): string {
    return this.#pressed.join(' ');
  }

  /** The window that the keys go to from now on. */
  goTo(page: Page): void {
    this.#page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      this.#pressed.push(key);
      await this.#page.keyboard.press(key);
    }
  }

  async type(text: string): Promise<void> {
    for (const letter of text) await this.press(letter === ' ' ? 'Space' : letter);
  }

  /** Presses a key until it is there where it leads to. */
  async until(key: string, what: string, isThere: () => Promise<boolean>, most = 20): Promise<void> {
    for (let presses = 0; presses < most; presses++) {
      if (await isThere()) return;
      await this.press(key);
    }
    assert.ok(await isThere(), `${most} times ${key} did not lead to ${what}: ${this.story}`);
  }

  /** Takes an entry of a quick pick, by letters that make it the chosen one. */
  async choose(label: string, letters = label.slice(0, 3).toLowerCase()): Promise<void> {
    const box = this.#page.locator('.quick-input-widget:visible:not(.quick-input-widget-closing)');
    const input = box.locator('.quick-input-box input');
    const name = this.#page.locator('.label-name').getByText(label, { exact: true });
    const chosen = box.locator('.monaco-list-row.focused').filter({ has: name }).first();
    // The box of the choice before closes behind it, and what is typed too early is lost.
    await until(`the focus in the choice of "${label}"`, async () => {
      const isReady = await input.evaluateAll(([one]) => one === document.activeElement && one !== undefined);
      const value = isReady ? await input.inputValue() : '';
      return (
        (isReady && (value === '' || value === '>') && (await box.locator('.monaco-list-row').count()) > 0) || undefined
      );
    });
    // The first of few is chosen already.
    if (!(await chosen.isVisible())) await this.type(letters);
    await chosen.waitFor();
    await this.press('Enter');
    await chosen.waitFor({ state: 'hidden' });
  }
}
