import * as assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Operation } from '../../src/core/operation';
import { seesNoBarrier } from './harness/axe';
import { firstProvider } from './harness/firstProvider';
import { storedEditors } from './harness/storedState';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

const pictures = process.env['ESIGN_PICTURES'];

/** What no call describes, a call with far too much, and one that meets a fault. */
async function refuse(baseUrl: string, operations: readonly Operation[]): Promise<void> {
  const large = operations.find(({ method, host, request }) => method === 'POST' && host === undefined && request.body);
  assert.ok(large);
  const post = (path: string, body: string, headers = {}) =>
    fetch(`http://${baseUrl}/${path}`, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  await post(large.path.slice(1).replaceAll(/[{}]/g, ''), JSON.stringify({ note: 'x'.repeat(100_000) }));
  await post('nowhere/whole', '{"name":"אנה 契約","password":"of words"}');
  await post('__emulator/faults', '{"status":503,"times":2}', { 'x-esign-emulator': '1' });
}

describe('The requests to an emulator', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open();
    await workbench.openView('E-Sign');
  });

  after(() => workbench.close());

  it('are shown as they come, with what refused them', async () => {
    const { operations, title } = await firstProvider();
    const call = operations.find(({ method, host }) => method === 'GET' && host === undefined);
    assert.ok(call);
    await workbench.runCommand('E-Sign: Start Emulator');
    const row = workbench.tree('Providers').item(title, 'Emulator');
    const baseUrl = await until(
      'the address',
      async () => /127\.0\.0\.1:\d+/.exec((await row.description()) ?? '')?.[0],
    );
    await row.menu('Show Requests to the Emulator');
    const page = await workbench.webview('.inspector-page');
    await fetch(`http://${baseUrl}/nowhere`);
    await page.getByText('GET /nowhere', { exact: true }).waitFor();
    await page.locator('.inspector-refusal').first().waitFor();
    await page.locator('vscode-text-field').locator('input').fill('nothing like it');
    await page.getByText(/^0 of \d+ requests?$/).waitFor();
    await page.locator('vscode-text-field').locator('input').fill('nowhere');
    await page.getByText('GET /nowhere', { exact: true }).waitFor();
    await page.locator('vscode-text-field').locator('input').fill('');
    await fetch(`http://${baseUrl}/${call.path.replaceAll(/[{}]/g, '')}`.replace(/(?<!:)\/\//, '/'));
    await page.locator('.inspector-rows').getByText(call.id).first().waitFor();
    await page.locator('.inspector-rows summary').last().click();
    await page.getByText(/Switch "Keep bodies" on/).waitFor();
    await page.locator('vscode-checkbox').click();
    await page.getByText(/are kept in memory until/).waitFor();
    await refuse(baseUrl, operations);
    const opened = page.locator('.inspector-rows > li', { hasText: 'POST /nowhere/whole' });
    await opened.locator('summary').click();
    const shown = opened.locator('.inspector-body').first();
    await shown.getByText('"name": "אנה 契約"').waitFor();
    assert.match(await shown.innerText(), /"password": "‹secret:password›"/);
    await fetch(`http://${baseUrl}/nowhere/later`);
    await page.getByText('GET /nowhere/later', { exact: true }).waitFor();
    // What comes meanwhile closes nothing.
    assert.ok(await shown.isVisible());
    await page.getByText(/a fault waits for/).waitFor();
    for (const theme of ['light', 'highContrast', 'highContrastLight', 'dark'] as const) {
      await workbench.setTheme(theme);
      await seesNoBarrier(page, '.inspector-page');
      if (pictures !== undefined) await workbench.screenshot(join(pictures, `inspector-${theme}.png`));
    }
    if (pictures !== undefined) {
      await workbench.page.setViewportSize({ width: 720, height: 900 });
      await workbench.screenshot(join(pictures, 'inspector-narrow.png'));
    }
  });

  it('come back after a reload, with what was searched', async () => {
    const page = await workbench.webview('.inspector-page');
    await page.locator('vscode-text-field').locator('input').fill('nowhere');
    await page.getByText(/^\d+ of \d+ requests?$/).waitFor();
    const isStored = async () => /esign\.emulatorRequests[\s\S]*nowhere/.test(await storedEditors(workbench.page));
    // In a browser the window writes its tabs, with what their pages keep, every few seconds.
    await until('the tab to be stored', async () => (await isStored()) || undefined);
    await workbench.reload();
    const again = await workbench.webview('.inspector-page');
    await again
      .getByText('The emulator does not run', { exact: true })
      .or(again.locator('.inspector-rows'))
      .first()
      .waitFor();
    assert.equal(await again.locator('vscode-text-field').locator('input').inputValue(), 'nowhere');
  });
});
