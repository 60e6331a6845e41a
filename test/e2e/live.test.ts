import type { Page } from 'playwright-core';
import { providers } from '../../src/providers';
import { type Emulator, startEmulator } from '../host/emulator.mjs';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';
import { type Journey, readJourney } from './journey';
import { Traveller } from './traveller';

const emulated = providers.filter(({ rung }) => rung === 'emulated').slice(0, 2);

/** In emulators of the window, and in those of another process, which say nothing by themselves. */
for (const place of ['of this window', 'of another process'] as const) {
  describe(`What is signed on an emulator ${place} follows by itself:`, () => {
    let workbench: Workbench;
    let emulator: Emulator | undefined;

    before(async () => {
      emulator = place === 'of this window' ? undefined : await startEmulator();
      workbench = await Workbench.open({ settings: { 'esign.emulator.portBase': emulator?.portBase ?? 0 } });
      await workbench.openView('E-Sign');
    });

    after(async () => {
      await workbench.close();
      await emulator?.end();
    });

    for (const { id, load } of emulated) {
      it(`${id}: the tree shows it and a notification says it, without a refresh`, async () => {
        const journey = readJourney(id) as Journey;
        const traveller = new Traveller(workbench, await load(), journey);
        await traveller.prepare();
        await traveller.sign();
        await traveller.seeAfter();
        await seeNotice(workbench.page, /signed/);
      });
    }
  });
}

async function seeNotice(page: Page, text: RegExp): Promise<void> {
  await until(`a notification that says ${text}`, async () => {
    const said = await page.locator('.notification-list-item-message').allInnerTexts();
    return said.some((one) => text.test(one)) || undefined;
  });
}
