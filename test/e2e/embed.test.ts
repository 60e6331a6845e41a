import * as assert from 'node:assert/strict';
import type { FrameLocator } from 'playwright-core';
import { providers } from '../../src/providers';
import { barriersIn, seesNoBarrier } from './harness/axe';
import { storedEditors } from './harness/storedState';
import { type Theme, themes } from './harness/themes';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';
import { type Journey, readJourney } from './journey';
import { Traveller } from './traveller';

const emulated = providers.filter(({ rung }) => rung === 'emulated').slice(0, 2);

describe('A signing link of the emulator', () => {
  for (const { id, load } of emulated) {
    describe(id, () => {
      let workbench: Workbench;
      let traveller: Traveller;

      before(async () => {
        workbench = await Workbench.open({ settings: { 'esign.emulator.portBase': 0 } });
        await workbench.openView('E-Sign');
        traveller = new Traveller(workbench, await load(), readJourney(id) as Journey);
        await traveller.prepare();
        await traveller.seeLinkCard();
      });

      after(() => workbench.close());

      it('is masked until it is revealed, with a QR code', async () => {
        const card = (await traveller.reply()).locator('.link-card').first();
        const address = card.locator('.link-address');
        assert.match(await address.innerText(), /^127\.0\.0\.1:\d+\/…$/);
        assert.equal(await card.locator('.qr-code').count(), 0);
        await card.locator('[data-action="revealLink"]').click();
        await until('the code', async () => (await card.locator('.qr-code path').getAttribute('d')) ?? undefined);
        await seesNoBarrier(await traveller.reply(), '.link-card');
        assert.match(await address.innerText(), /^http:\/\/127\.0\.0\.1:\d+\/.+/);
        await card.locator('[data-action="revealLink"]').click();
        await until('it to be masked again', async () => (await address.innerText()).endsWith('/…') || undefined);
      });

      it('is signed in a frame, as an application embeds it, beside what happens', async () => {
        const card = (await traveller.reply()).locator('.link-card').first();
        await card.locator('[data-action="embedLink"]').click();
        const page = await workbench.webview('.embed-stage');
        await page.locator('[data-action="width-tablet"]').check();
        await page.locator('.embed-frame.embed-tablet').waitFor();
        await seesNoBarrier(page, '.embed-page');
        const framed = page.frameLocator('.embed-frame');
        await framed.getByRole('button', { name: 'Finish' }).click();
        await page.locator('[data-event="act"], [data-event="redirect"]').getByText('finish: 200').waitFor();
        await traveller.seeAfter();
      });

      for (const theme of Object.keys(themes) as Theme[]) {
        it(`is in nobody's way in ${themes[theme].label}, and fits into 320 pixels`, async () => {
          // Keys that are pressed in the framed page are its own.
          await (await workbench.webview('.embed-stage')).locator('h1').click();
          await workbench.setTheme(theme);
          const page = await workbench.webview('.embed-stage');
          await untilEqual(() => barriersIn(page, '.embed-page'), []);
          await page.locator('body').evaluate((body) => {
            body.style.width = '320px';
          });
          const beyond = await page.locator('.embed-page').evaluate(widerThan, 320);
          assert.deepEqual(beyond, []);
          await page.locator('body').evaluate((body) => {
            body.style.width = '';
          });
        });
      }

      it('is shown again with what happened when the window is loaded again', async () => {
        const page = await workbench.webview('.embed-stage');
        const events = page.locator('[data-event="act"], [data-event="redirect"]').locator('.embed-text');
        const before = await events.allInnerTexts();
        assert.ok(
          before.some((text) => text.startsWith('finish: 200')),
          before.join(),
        );
        await until('the tab to be stored', async () => {
          return /esign\.embed\W[\s\S]*\Wid\W/.test(await storedEditors(workbench.page)) || undefined;
        });
        // A link is a key: the window writes none.
        assert.ok(!(await storedEditors(workbench.page)).includes(await linkIn(page)));
        await workbench.reload();
        const again = await workbench.webview('.embed-stage');
        const shown = again.locator('[data-event="act"], [data-event="redirect"]').locator('.embed-text');
        await untilEqual(() => shown.allInnerTexts(), before);
        await again.locator('iframe.embed-frame').waitFor();
      });

      it('comes back alone, too, in a window in which nothing else starts the extension', async () => {
        await workbench.webview('.embed-stage');
        await workbench.runCommand('View: Close Other Editors in Group');
        await workbench.runCommand('View: Close Editors in Other Groups');
        await workbench.openView('Explorer');
        await until('the tab to be the only one that is stored', async () => {
          const stored = await storedEditors(workbench.page);
          return (stored.includes('esign.embed') && !/esign\.reply|esign-scratch/.test(stored)) || undefined;
        });
        await workbench.reload();
        const page = await workbench.webview('.embed-stage');
        await page.locator('iframe.embed-frame').waitFor();
      });
    });
  }
});

/** What makes the link of the frame a key. */
async function linkIn(page: FrameLocator): Promise<string> {
  const address = (await page.locator('.embed-frame').getAttribute('src')) ?? '';
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}

/** What reaches beyond so many pixels and cannot be scrolled to within a box of its own. */
function widerThan(root: HTMLElement, width: number): readonly string[] {
  const scrolls = (element: Element | null): boolean =>
    element !== null &&
    (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(element).overflowX) ||
      scrolls(element.parentElement));
  const { left: start } = document.body.getBoundingClientRect();
  return [...root.querySelectorAll('*')]
    .filter((element) => {
      const { right, width: own } = element.getBoundingClientRect();
      return own > 1 && right - start > width + 1 && !scrolls(element.parentElement);
    })
    .map(({ outerHTML }) => outerHTML.slice(0, 160));
}
