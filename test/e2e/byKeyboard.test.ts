import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { strokeLetter } from '../../src/protocol/shortcutStroke';
import { providers } from '../../src/providers';
import { Keys } from './harness/keys';
import { formOf, replyOf, seeForm, seeReply } from './harness/panels';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';
import { type Journey, readJourney } from './journey';

/*
 * From the palette to a signed document by keys alone. Counted is every stroke, the letters of addresses too; keys that
 * are held down together are one stroke.
 */

/** Those whose reply leads to a link: the others send theirs by mail. */
const linking = providers.flatMap((entry) => {
  const journey = entry.rung === 'emulated' ? readJourney(entry.id) : undefined;
  const [first] = journey?.sign ?? [];
  return journey !== undefined && first !== undefined && 'link' in first && first.from === undefined
    ? [{ ...entry, journey }]
    : [];
});

const firstStroke = `Alt+Shift+${strokeLetter.toUpperCase()}`;

/** In all. */
const most = 60;

/** Beside the values that are typed into the form. */
const mostBeside = 36;

interface Manifest {
  readonly contributes: {
    readonly keybindings: readonly { readonly command: string }[];
    readonly commands: readonly { readonly command: string; readonly title: string }[];
  };
}

describe('By keys alone, a document is signed', () => {
  let workbench: Workbench;
  const strokes: number[] = [];

  before(async () => {
    workbench = await Workbench.open({ settings: { 'esign.emulator.portBase': 0 } });
    // The palette lists what the window has read by then.
    await workbench.page
      .locator('.activitybar')
      .getByRole('tab', { name: /^E-Sign/ })
      .waitFor();
  });

  after(() => workbench?.close());

  it('is tried with somebody', () => assert.ok(linking.length > 0));

  for (const { id, title, load, journey } of linking) {
    it(`at ${id}, with fewer than ${mostBeside} strokes beside the values`, async () => {
      const provider = await load();
      const keys = new Keys(workbench.page);
      const [collection = '', document = ''] = journey.document;
      await keys.press('F1');
      await keys.choose('E-Sign: Document Actions…', 'doc ac');
      await keys.choose(title);
      if (provider.resources.collections.length > 1) await keys.choose(collection);
      await keys.choose(document, document.charAt(0).toLowerCase());
      const operation = provider.operations.find((one) => one.id === journey.opens.operation);
      assert.ok(operation);
      const box = workbench.page.locator('.quick-input-widget:visible');
      await box.getByPlaceholder(document).waitFor();
      await keys.press('Enter');
      await seeForm(workbench, operation);
      const typed = await fillIn(keys, journey);
      await keys.press('Control+Enter');
      await seeReply(workbench, journey.reply);
      for (const step of journey.steps) await takeStep(keys, step);
      const page = await openedBy(workbench.page, keys, journey);
      keys.goTo(page);
      const finish = page.getByRole('button', { name: 'Finish' });
      await finish.waitFor();
      await keys.until('Tab', 'Finish', () => finish.evaluate((one) => one === globalThis.document.activeElement));
      await keys.press('Enter');
      await page.getByRole('heading', { name: 'You have signed' }).waitFor();
      strokes.push(keys.count);
      const beside = keys.count - typed;
      assert.ok(beside < mostBeside, `${beside} strokes beside the values: ${keys.story}`);
    });
  }

  it('which are listed by one command, each with what it does', async () => {
    const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
    const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
    const { keybindings, commands } = manifest.contributes;
    const titles = keybindings.map((one) => commands.find(({ command }) => command === one.command)?.title ?? '');
    // High enough for all rows to be drawn.
    await workbench.page.setViewportSize({ width: 1280, height: 4000 });
    await workbench.runCommand('E-Sign: Keyboard Shortcuts of E-Sign Workbench');
    const rows = workbench.page.locator('.keybindings-editor .monaco-list-row');
    await until('a row for all keys', async () => {
      const listed = await rows.filter({ has: workbench.page.locator('.monaco-keybinding-key') }).allInnerTexts();
      return (
        titles.every((title) => listed.some((row) => row.includes(texts[title.slice(1, -1)] ?? title))) || undefined
      );
    });
    const withKeys = await rows.filter({ has: workbench.page.locator('.monaco-keybinding-key') }).count();
    assert.equal(withKeys, keybindings.length);
  });

  it(`each of which takes fewer than ${most} strokes in all`, () =>
    assert.ok(Math.max(...strokes) < most, strokes.join()));

  /** Where only one step can be taken now nobody is asked which. */
  async function takeStep(keys: Keys, { title, reply }: Journey['steps'][number]): Promise<void> {
    const sent = (await replyOf(workbench)).locator('.run-title time');
    const before = await sent.getAttribute('datetime');
    const question = workbench.page.getByPlaceholder('Which next step?');
    await keys.press(firstStroke, 'e');
    await until('the choice of a step, or its reply', async () => {
      if (await question.isVisible()) return keys.choose(title).then(() => true);
      return (await sent.getAttribute('datetime')) !== before || undefined;
    });
    await seeReply(workbench, reply);
  }

  /** How many letters that took. */
  async function fillIn(keys: Keys, { values }: Journey): Promise<number> {
    let typed = 0;
    const form = await formOf(workbench);
    await until('the form to begin', async () => (await form.locator('.form-body :focus').count()) > 0 || undefined);
    for (const [pointer, value] of Object.entries(values)) {
      const field = form.locator(`[data-pointer="${pointer}"]`);
      const shown = await field.locator('[data-control], [role="combobox"]').first().evaluate(shownIn);
      if (shown === value) continue;
      const isThere = () => field.evaluate((one) => one.contains(document.activeElement));
      // What the request wants is one key away; what has a value already lies on the way from field to field.
      await keys.until(shown === '' ? 'F8' : 'Alt+PageDown', pointer, isThere);
      await keys.type(value);
      typed += value.length;
    }
    return typed;
  }
});

function shownIn(control: Element): string {
  return 'value' in control ? String(control.value) : '';
}

/** The window that a signing link opens in, once it is told to trust the address. */
async function openedBy(page: Page, keys: Keys, { sign: [first] }: Journey): Promise<Page> {
  const opened: Page[] = [];
  page.context().on('page', (one) => opened.push(one));
  const question = page.getByPlaceholder('Whose link?');
  const open = page.locator('.monaco-dialog-box').getByRole('button', { name: 'Open', exact: true });
  await keys.press(firstStroke, 'l');
  await until('the page, or a question before it', async () => {
    if (await question.isVisible()) return keys.choose(first && 'link' in first ? first.link : '').then(() => true);
    return opened.length > 0 || (await open.isVisible()) || undefined;
  });
  return until('the page', async () => {
    const mayOpen = await open.evaluateAll((all) => all.some((one) => one === document.activeElement));
    if (opened[0] === undefined && mayOpen) await keys.press('Enter');
    return opened[0];
  });
}
