import * as assert from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import type { Provider } from '../../src/core/provider';
import { providers } from '../../src/providers';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';
import { type Journey, readJourney } from './journey';

for (const [id, load] of Object.entries(providers)) {
  describe(`A journey through ${id}`, () => {
    let workbench: Workbench;
    let provider: Provider;
    let journey: Journey;
    let documentPath: readonly string[];
    let requestTitle: string;

    before(async () => {
      provider = await load();
      const found = readJourney(id);
      assert.ok(found, `src/providers/${id}/journey.json is missing`);
      journey = found;
      documentPath = [provider.title, 'Emulator', ...journey.item];
      workbench = await Workbench.open();
      await workbench.openView('E-Sign');
    });

    after(() => workbench.close());

    const tree = () => workbench.tree('Providers');
    const form = () => workbench.webview('[data-action="send"]');
    const reply = () => workbench.webview('main[data-state]');

    async function type(pointer: string, value: string): Promise<void> {
      const control = (await form()).locator(`[data-pointer="${pointer}"]`).locator('input, textarea').first();
      await control.fill(value);
      await control.blur();
    }

    it('starts at a document of the emulator', async () => {
      await tree()
        .item(...documentPath)
        .expand();
      await tree()
        .item(...documentPath, ...(journey.below ?? []))
        .menu(journey.menu);
      const title = (await form()).getByRole('heading', { level: 1 });
      await title.waitFor();
      requestTitle = await title.innerText();
      assert.ok(
        provider.operations.some((operation) => operation.title === requestTitle),
        requestTitle,
      );
    });

    it('refuses an invalid value at its field', async () => {
      const { pointer, value, message } = journey.invalid;
      for (const [other, text] of Object.entries(journey.values)) if (other !== pointer) await type(other, text);
      await type(pointer, value);
      const field = (await form()).locator(`[data-pointer="${pointer}"]`);
      await field.getByText(message).first().waitFor();
      await (await form()).locator('[data-action="send"]').click();
      const summary = (await form()).getByRole('region', { name: /^Not sent/ });
      await summary.getByText(message).first().waitFor();
      await summary.locator('[data-action="revealIssue"]').first().click();
      await until('the focus to be in the field', async () => {
        const focused = await field.evaluate((element) => element.contains(document.activeElement));
        return focused || undefined;
      });
    });

    it('sends once the value is mended, and shows the reply', async () => {
      const { pointer } = journey.invalid;
      const right = journey.values[pointer];
      assert.ok(right !== undefined, 'the invalid value is followed by a right one');
      await type(pointer, right);
      await (await form()).locator('[data-action="send"]').click();
      await shows(await reply(), journey.reply.status, journey.reply.shows);
    });

    it('opens the signing link and signs', async () => {
      if (journey.signed === undefined) return assert.ok(journey.after, 'a journey ends with a signature or a status');
      if (journey.link) {
        const step = (await reply()).getByRole('listitem').filter({ hasText: journey.link.subject });
        await step.getByRole('button', { name: journey.link.step }).click();
      }
      await sign(await openLink(await reply(), workbench.page));
    });

    it('shows the new status in the refreshed tree', async () => {
      const expected = journey.signed ?? (journey.after ? [journey.after] : []);
      await tree()
        .item(...documentPath)
        .action('Refresh');
      for (const { item, description } of expected) {
        await until(`"${item.join(' › ')}" to be ${description}`, async () => {
          const text = await tree()
            .item(...documentPath, ...item)
            .description();
          return text.includes(description) || undefined;
        });
      }
    });

    it('replays the request from the history after a restart', async () => {
      await workbench.reload();
      await workbench.openView('E-Sign');
      const history = workbench.tree('History');
      const entry = history.item('Today', requestTitle);
      await entry.action('Replay');
      await shows(await reply(), journey.replayed.status, '');
    });
  });
}

async function shows(reply: FrameLocator, status: number, text: string): Promise<void> {
  await reply.locator('main[data-state="replied"]').waitFor();
  await reply.locator('.status-line').getByText(String(status)).first().waitFor();
  if (text !== '') await reply.locator('.body-text').filter({ hasText: text }).first().waitFor();
}

/** Opens the link as the editor does: in a window of the browser, once VS Code was told to trust the address. */
async function openLink(reply: FrameLocator, page: Page): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await reply.locator('[data-action="openLink"]').first().click();
  const trust = page.locator('.monaco-dialog-box').getByRole('button', { name: 'Open', exact: true });
  const first = await Promise.race([opened, trust.waitFor().then(() => undefined)]);
  if (first) return first;
  await trust.click();
  return opened;
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finish' }).click();
  await page.getByRole('heading', { name: 'You have signed' }).waitFor();
  await page.close();
}
