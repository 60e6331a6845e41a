import * as assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import type { SigningVisit } from '../../src/core/recipients/signingVisit';
import { donePage, visitPage } from '../../src/emulator/signing/signingPage';
import { providers } from '../../src/providers';
import { type Emulator, startEmulator } from '../host/emulator.mjs';
import { seesNoBarrier } from './harness/axe';
import { sharedEditorHost } from './harness/editorHost';

/* What axe finds in whole pages of the emulator, the rule about landmarks included. */

const visit: SigningVisit = {
  state: 'open',
  signer: { name: 'Ann', email: 'ann@example.com', role: 'Tenant' },
  notes: ['The sender says hello.'],
  questions: [{ text: 'What is the code?', isMasked: true }],
  documents: [
    { title: 'Lease', fields: ['Signature', 'Date'] },
    { title: 'Rules', fields: [] },
  ],
  progress: [
    { title: 'bob@example.com', order: 1, status: 'fulfilled' },
    { title: 'ann@example.com', order: 2, status: 'pending' },
  ],
};

const states = {
  open: true,
  challenged: true,
  waiting: true,
  locked: true,
  used: true,
  declined: true,
  expired: true,
  cancelled: true,
  unknown: true,
  placeholder: true,
} as const satisfies Record<SigningVisit['state'], true>;

describe('Nothing stands in the way in a page of the emulator', () => {
  let emulator: Emulator;
  let page: Page;

  before(async () => {
    const { browser } = await sharedEditorHost();
    emulator = await startEmulator();
    page = await (await browser.newContext()).newPage();
  });

  after(async () => {
    await page?.context().close();
    await emulator?.end();
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`where people sign, in every state, ${scheme}`, async () => {
      // The policy of a page that was there before would keep its style away.
      await page.goto('about:blank');
      await page.emulateMedia({ colorScheme: scheme });
      for (const { title } of providers) {
        for (const state of Object.keys(states) as SigningVisit['state'][]) {
          await look(visitPage({ title }, { ...visit, state }, 'nonce'));
        }
        for (const ending of ['signed', 'declined'] as const) {
          await look(donePage({ title }, visit, ending, 'https://example.com/back', 'nonce'));
        }
      }
    });

    it(`where its requests are read, ${scheme}`, async () => {
      await page.emulateMedia({ colorScheme: scheme });
      const reached = Object.values(emulator.providers);
      assert.ok(reached.length > 0);
      for (const { baseUrl } of reached) {
        await fetch(`${baseUrl}/nothing-of-this-name`);
        await page.goto(`${baseUrl}/__emulator/inspector`);
        await page.locator('#requests > li').first().waitFor();
        await page.getByLabel('Keep bodies').check();
        await page.getByText('are kept until the emulator starts over').waitFor();
        await fetch(`${baseUrl}/nowhere/${scheme}`, { method: 'POST', body: '{"name":"Ann"}' });
        const row = page.locator('#requests > li', { hasText: `/nowhere/${scheme}` });
        await row.locator('summary').click();
        await row.getByRole('region', { name: 'Body of the request' }).getByText('"name": "Ann"').waitFor();
        await seesNoBarrier(page, 'html');
        await fetch(`${baseUrl}/nowhere/after`);
        await page.locator('#requests > li', { hasText: '/nowhere/after' }).waitFor();
        // What came meanwhile closes nothing.
        assert.ok(await row.getByRole('region', { name: 'Body of the request' }).isVisible());
        await page.getByLabel('Keep bodies').uncheck();
      }
    });
  }

  async function look(markup: string): Promise<void> {
    await page.setContent(markup);
    await seesNoBarrier(page, 'html');
  }
});
