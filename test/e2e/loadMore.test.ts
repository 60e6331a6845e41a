import * as assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { type Emulator, startEmulator } from '../host/emulator.mjs';
import { temporaryFolder } from '../host/lifetime.mjs';
import { clickOn } from './harness/clickOn';
import { firstProvider } from './harness/firstProvider';
import type { Tree } from './harness/tree';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

/* An account that holds more than two pages of a list. */

describe('More of a list than one page', () => {
  let emulator: Emulator;
  let workbench: Workbench;
  let tree: Tree;

  before(async () => {
    const { id, title, resources } = await firstProvider();
    // With something in them: what nobody has touched yet is no part of some lists.
    const recipients = [{ email: 'anna@example.com', role: 'Reader' }];
    const documents = Array.from({ length: 120 }, (_, index) => ({ name: `Paper ${index}`, recipients }));
    const seed = join(temporaryFolder('seed'), 'many.json');
    writeFileSync(seed, JSON.stringify({ [id]: { documents } }));
    emulator = await startEmulator(undefined, ['--seed', seed]);
    workbench = await Workbench.open({ settings: { 'esign.emulator.portBase': emulator.portBase } });
    await workbench.openView('E-Sign');
    tree = workbench.tree('Providers');
    const collection = resources.collections.find(({ list }) => list !== undefined);
    assert.ok(collection);
    // Which opens it, and takes the focus there.
    await tree.item(title, 'Emulator', collection.title).click();
    await tree.labels(title, 'Emulator', collection.title);
  });

  after(async () => {
    await workbench?.close();
    await emulator?.end();
  });

  const more = (): Locator => tree.element.locator('.monaco-list-row').filter({ hasText: 'Load more…' });
  const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);

  /** What is on screen, without the rows that stand above them in the place of what they are in. */
  function rows(): Promise<readonly { place: number; label: string; isFocused: boolean }[]> {
    return tree.element.evaluate((one) => {
      const hasFocus = one.contains(document.activeElement);
      return [...one.querySelectorAll('.monaco-list-rows > .monaco-list-row')].map((row) => ({
        place: Number(row.getAttribute('data-index')),
        label: row.querySelector('.label-name')?.textContent ?? '',
        isFocused: hasFocus && row.classList.contains('focused'),
      }));
    });
  }

  const focused = async () => (await rows()).find(({ isFocused }) => isFocused);

  /** Goes down until it is there, and gives its place. */
  function findMore(): Promise<number> {
    return until('what loads more', async () => {
      const found = (await rows()).find(({ label }) => label === 'Load more…');
      return found === undefined ? void (await press('PageDown')) : found.place;
    });
  }

  async function untilNewRow(place: number): Promise<void> {
    await until('the focus on the first new row', async () => {
      const on = await focused();
      return (on?.place === place && on.label.startsWith('Paper')) || undefined;
    });
    await press('ArrowDown');
    await until('the row behind it', async () => (await focused())?.place === place + 1 || undefined);
  }

  it('hands the focus to the first new row, where "Load more…" was clicked', async () => {
    const place = await findMore();
    await clickOn('Load more…', more());
    await untilNewRow(place);
  });

  it('hands it there where "Load more…" was chosen by keys, too', async () => {
    const place = await findMore();
    await until('the focus on what loads more', async () => {
      const now = (await focused())?.place ?? 0;
      return now === place || void (await press(now < place ? 'ArrowDown' : 'ArrowUp'));
    });
    await press('Enter');
    await untilNewRow(place);
  });
});
