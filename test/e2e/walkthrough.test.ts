import * as assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import type { WatchedDocument } from '../../src/core/live/documentChanges';
import { isOver } from '../../src/core/recipients/recipientTurns';
import { providers } from '../../src/providers';
import { type Emulator, startEmulator } from '../host/emulator.mjs';
import { callWithoutValues } from '../unit/fixtures/callWithoutValues';
import { becomes } from './harness/inTime';
import { replyOf, seeForm, seeStatus } from './harness/panels';
import { until, untilEqual } from './harness/until';
import { untilFocusIn } from './harness/untilFocusIn';
import { Workbench } from './harness/workbench';

/* From nothing to a signed document by the buttons of the walkthrough, with no hand on the mouse. */

const [make, send, sign] = ['Make a request', 'Send it', 'Sign a document'];

describe('The walkthrough', () => {
  let workbench: Workbench;
  let emulator: Emulator;

  before(async () => {
    emulator = await startEmulator();
    workbench = await Workbench.open({ settings: { 'esign.emulator.portBase': emulator.portBase } });
  });

  after(async () => {
    await workbench?.close();
    await emulator?.end();
  });

  const press = (key: string): Promise<void> => workbench.page.keyboard.press(key);
  const steps = (): Locator => workbench.page.locator('.gettingStartedContainer .getting-started-step');
  const step = (title: string): Locator => steps().filter({ hasText: title });

  /** Which of them are ticked, in their order. */
  const ticks = (): Promise<boolean[]> =>
    steps()
      .locator('[data-done-step-id]')
      .evaluateAll((boxes) => boxes.map((box) => box.getAttribute('aria-checked') === 'true'));

  async function openWalkthrough(): Promise<void> {
    await command('E-Sign: Open Walkthrough');
    // It is drawn when its step takes the focus.
    await untilFocusIn('a step', workbench.page.locator('.getting-started-step.expanded'));
  }

  /** Goes to a step by the arrow keys, and to its button. */
  async function pressButtonOf(title: string): Promise<void> {
    const expanded = step(title).and(workbench.page.locator('.expanded'));
    await until(`"${title}" in front`, async (patience) => {
      if (await expanded.isVisible()) return true;
      await press('ArrowDown');
      return (await becomes(expanded, 'visible', patience)) || undefined;
    });
    await untilFocusIn(title, step(title));
    const button = step(title).getByRole('button').last();
    await until(`the button of "${title}"`, async () => {
      if (await button.evaluate((one) => one.contains(document.activeElement))) return true;
      return void (await press('Tab'));
    });
    await press('Enter');
  }

  const box = (): Locator => workbench.quickInput.box.locator('.quick-input-box input');
  const found = (text: string): Locator =>
    workbench.quickInput.box.locator('.monaco-list-row.focused').filter({ hasText: text }).first();

  async function command(title: string): Promise<void> {
    await until(`"${title}" in the palette`, async (patience) => {
      await press('F1');
      await untilFocusIn('the palette', box());
      await workbench.page.keyboard.type(title);
      if (await becomes(found(title), 'visible', patience)) return true;
      // A window that was just loaded knows its commands when the list is opened the next time.
      return void (await workbench.quickInput.cancel());
    });
    await press('Enter');
  }

  /** Types what finds an entry of the list that the question shows, and takes it. */
  async function answer(question: string, typed: string): Promise<void> {
    const asked = workbench.page.getByPlaceholder(question).and(box());
    await untilFocusIn(`the question "${question}"`, asked);
    await workbench.page.keyboard.type(typed);
    await found(typed).waitFor();
    await press('Enter');
  }

  it('ends with a signed document by its own buttons and the keyboard alone, and its steps tick themselves', async () => {
    const { entry, document, recipient } = await waitingDocument(emulator);
    const { operations, resources } = await entry.load();
    const operation = callWithoutValues(operations);
    const collection = resources.collections.find(({ id }) => id === document.collection);
    assert.ok(operation && collection);
    await openWalkthrough();
    assert.deepEqual(await ticks(), [false, false, false]);

    await pressButtonOf(make);
    await answer('What should the request do?', operation.title);
    await seeForm(workbench, operation);
    await openWalkthrough();
    await untilEqual(ticks, [true, false, false]);

    await pressButtonOf(send);
    await seeStatus(await replyOf(workbench), 200);
    await openWalkthrough();
    await untilEqual(ticks, [true, true, false]);

    await pressButtonOf(sign);
    await answer('On the emulator of which API?', entry.title);
    if (resources.collections.length > 1) await answer(`Documents of ${entry.title}`, collection.title);
    await answer('Which', document.id);
    if (document.recipients.length > 1) await answer('Sign as whom?', recipient.title);
    await answer(`What does ${recipient.title} do?`, 'Finish');
    await untilEqual(ticks, [true, true, true]);
  });
});

/** Somebody of the demo documents who is asked to sign, and whose turn it is. */
async function waitingDocument(emulator: Emulator) {
  for (const entry of providers.filter(({ rung }) => rung === 'emulated')) {
    const answered = await fetch(`${emulator.providers[entry.id]?.baseUrl}/__emulator/state`);
    const { documents } = (await answered.json()) as { documents: readonly WatchedDocument[] };
    for (const document of documents) {
      const recipient = document.recipients.find(({ status }) => status?.tone === 'open' && !isOver(status));
      if (recipient !== undefined) return { entry, document, recipient };
    }
  }
  throw new Error('Nobody of the demo documents is asked to sign.');
}
