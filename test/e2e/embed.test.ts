import * as assert from 'node:assert/strict';
import { providers } from '../../src/providers';
import { seesNoBarrier } from './harness/axe';
import { until } from './harness/until';
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
    });
  }
});
