import * as assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import type { Provider } from '../../src/core/provider';
import { providers } from '../../src/providers';
import { pressSend, replyOf } from './harness/panels';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* A reply is found in, folded and copied from, and is left as it was found. */

for (const entry of providers.slice(0, 2)) {
  describe(`Reading a reply of ${entry.title}`, () => {
    let workbench: Workbench;
    let reply: FrameLocator;

    before(async () => {
      const provider: Provider = await entry.load();
      const operation = provider.operations.find(
        ({ method, request }) => method === 'GET' && request.path !== undefined,
      );
      const [example] = operation?.examples ?? [];
      assert.ok(operation && example);
      const { path, query } = example;
      const request = { operation: operation.id, connection: 'emulator', path, query };
      workbench = await Workbench.open({ files: { 'read.esign.json': request, 'other.txt': 'another tab' } });
      await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await workbench.openView('Explorer');
      await workbench.openFile('read.esign.json');
      await pressSend(workbench);
      reply = await replyOf(workbench);
      // What the example is about, the emulator does not know: it says so in JSON.
      await reply.locator('[role="tree"]').waitFor();
    });

    after(() => workbench?.close());

    const tree = () => reply.getByRole('tree', { name: 'Body of the reply' });
    const rows = () => tree().getByRole('treeitem');
    /** A value that is a text, with the name that it has. */
    const someText = async (): Promise<{ readonly name: string; readonly value: string }> => {
      const said = await rows().evaluateAll((all) => all.map((row) => row.ariaLabel ?? ''));
      const found = said.map((one) => /^(\w+): "([^"\\']{3,60})"$/.exec(one)).find((match) => match !== null);
      assert.ok(found, said.join('\n'));
      return { name: found[1] ?? '', value: found[2] ?? '' };
    };
    const copied = () => workbench.page.evaluate(() => navigator.clipboard.readText());

    it('finds what is looked for, and gives the focus back', async () => {
      const { value } = await someText();
      await tree().focus();
      await workbench.page.keyboard.press('Control+f');
      const field = reply.getByRole('textbox', { name: 'Find in the body' });
      await field.fill(value.toUpperCase());
      await reply
        .locator('.find-count')
        .filter({ hasText: /^1 of \d+$/ })
        .waitFor();
      await field.press('Enter');
      await reply.locator('.found-now').filter({ hasText: value }).waitFor();
      await field.press('Alt+c');
      const isOther = value.toUpperCase() !== value;
      await reply
        .locator('.find-count')
        .filter({ hasText: isOther ? 'No results' : ' of ' })
        .waitFor();
      await field.press('Escape');
      await untilEqual(() => tree().evaluate((one) => one === document.activeElement), true);
    });

    it('folds all, a level and one value by keys', async () => {
      const whole = await rows().count();
      await tree().focus();
      await workbench.page.keyboard.press('Home');
      await workbench.page.keyboard.press('ArrowLeft');
      await untilEqual(() => rows().count(), 1);
      assert.equal(await rows().first().getAttribute('aria-expanded'), 'false');
      await workbench.page.keyboard.press('ArrowRight');
      await untilEqual(() => rows().count(), whole);
      await reply.getByRole('button', { name: 'Fold…' }).click();
      await reply.getByRole('menuitem', { name: 'Fold all', exact: true }).click();
      await until('folded rows', async () => (await rows().count()) < whole || undefined);
      await workbench.page.keyboard.press('Enter');
      await reply.getByRole('menuitem', { name: 'Unfold all' }).click();
      await untilEqual(() => rows().count(), whole);
    });

    it('copies a value and the path that scenarios name it by', async () => {
      const { name, value } = await someText();
      const row = rows()
        .and(reply.locator(`[aria-label='${name}: "${value}"']`))
        .first();
      await row.click({ button: 'right' });
      await reply.getByRole('menuitem', { name: 'Copy value' }).click();
      await untilEqual(copied, value);
      await workbench.page.keyboard.press('Shift+F10');
      await reply.getByRole('menuitem', { name: 'Copy path for scenarios' }).press('Enter');
      await until('the path', async () => /^\$response\.body#\/.+/.test(await copied()) || undefined);
      assert.ok((await copied()).endsWith(`/${name}`));
    });

    it('keeps how it is read while another tab is in front', async () => {
      await tree().focus();
      await workbench.page.keyboard.press('2');
      await untilEqual(
        () =>
          reply
            .locator('.json-note')
            .count()
            .then((count) => count > 0),
        true,
      );
      const folded = await rows().count();
      const wrap = reply.getByRole('button', { name: 'Wrap lines' });
      await wrap.click();
      await untilEqual(() => wrap.getAttribute('aria-pressed'), 'false');
      await workbench.showTab('E-Sign Reply');
      await workbench.openFile('other.txt');
      await workbench.showTab('E-Sign Reply');
      reply = await replyOf(workbench);
      await untilEqual(() => rows().count(), folded);
      await untilEqual(() => reply.getByRole('button', { name: 'Wrap lines' }).getAttribute('aria-pressed'), 'false');
    });

    it('goes back and forth between the replies that were shown', async () => {
      await workbench.showTab('read.esign.json');
      const before = await reply.locator('.run-title time').getAttribute('datetime');
      await pressSend(workbench);
      reply = await replyOf(workbench);
      const back = reply.getByRole('button', { name: /^Back to / });
      const shown = () => reply.locator('.run-title time').getAttribute('datetime');
      const after = await until('the next reply', async () => {
        const now = await shown();
        return now === before ? undefined : now;
      });
      await back.waitFor();
      await back.click();
      await untilEqual(shown, before);
      await tree().focus();
      await workbench.page.keyboard.press('Alt+ArrowRight');
      await untilEqual(shown, after);
      await workbench.page.keyboard.press('Alt+ArrowLeft');
      await untilEqual(shown, before);
    });

    it('shows it as it came, and opens it where the keyboard is', async () => {
      await reply.getByRole('button', { name: 'As it came' }).click();
      await reply.locator('.body-text').waitFor();
      await reply.getByRole('button', { name: 'As it came' }).click();
      await tree().waitFor();
      await reply.getByRole('button', { name: 'Open in editor' }).click();
      await workbench.page.locator('.monaco-editor .view-line').filter({ hasText: /^[[{]/ }).first().waitFor();
    });
  });
}
