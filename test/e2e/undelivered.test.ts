import * as assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { registerAddress } from '../../src/emulator/controlCalls/deliveryCalls';
import { actAsRecipient } from '../../src/emulator/controlCalls/signingCalls';
import { controlHeader } from '../../src/emulator/controlHeader';
import type { JsonObject } from '../../src/protocol/json';
import { providers } from '../../src/providers';
import { openReceiver } from '../unit/fixtures/webhookReceiver';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

const pictures = process.env['ESIGN_PICTURES'];

interface Step {
  readonly register?: string;
  readonly sign?: JsonObject;
}

/** Of an API whose people register an address, and that repeats nothing. */
async function registeredStory() {
  for (const { id, load } of providers) {
    const file = join('src', 'providers', id, 'fixtures', 'webhook.json');
    const { steps = [] } = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { steps: Step[] }) : {};
    const [first, { sign } = {}] = steps;
    if (first?.register !== undefined && sign !== undefined) return { title: (await load()).title, sign };
  }
  return assert.fail('no such story');
}

describe('Events that an emulator could not deliver', () => {
  let workbench: Workbench;
  let application: Awaited<ReturnType<typeof openReceiver>>;

  before(async () => {
    application = await openReceiver([500, 500, 200]);
    workbench = await Workbench.open();
    await workbench.openView('E-Sign');
    await workbench.unfoldView('Inbox');
  });

  after(async () => {
    await workbench?.close();
    await application?.close();
  });

  it('stand at the top of the inbox, are counted, and are sent again by mouse and by keyboard', async () => {
    const { page } = workbench;
    const { title, sign } = await registeredStory();
    await workbench.runCommand('E-Sign: Start Emulator');
    const emulator = workbench.tree('Providers').item(title, 'Emulator');
    const host = await until('the address', async () => /127\.0\.0\.1:\d+/.exec(await emulator.description())?.[0]);
    const control = async (path: string, body: JsonObject) => {
      const headers = { 'content-type': 'application/json', [controlHeader]: '1' };
      const { status } = await fetch(`http://${host}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
      assert.equal(status, 200);
    };
    await control(registerAddress.path, { url: application.url });
    await control(actAsRecipient.path, { action: 'finish', ...sign });

    const inbox = workbench.tree('Inbox');
    const [group = ''] = await inbox.labels();
    const [event = ''] = await inbox.labels(group);
    const row = inbox.item(group, event);
    assert.equal(await inbox.item(group).isFirst(), true);
    const { host: receiver } = new URL(application.url);
    const told = async (attempts: string) =>
      until(attempts, async () => {
        return (await row.description()) === `500 · ${attempts} · ${receiver} · ${title}` || undefined;
      });
    await told('1 attempt');
    await until('the count', async () => (await emulator.description()).includes('1 event not delivered') || undefined);
    await page.locator('.activitybar [role="tab"][aria-label*="1 event not delivered"]').waitFor();
    await takePictures('undelivered');

    await row.action('Send Event Again');
    await told('2 attempts');
    await row.click();
    await page.keyboard.press('Shift+F10');
    const entry = page.locator('.monaco-menu .action-menu-item', { hasText: 'Send Event Again' });
    await entry.waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until('the row to go', async () => ((await inbox.rows()).length === 0 ? true : undefined));
    assert.equal(application.received.length, 3);
    await until('no count', async () => (await emulator.description()) === `running · ${host}` || undefined);
  });

  async function takePictures(name: string): Promise<void> {
    if (pictures === undefined) return;
    const size = workbench.page.viewportSize();
    assert.ok(size);
    for (const theme of ['light', 'highContrast', 'dark'] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(join(pictures, `${name}-${theme}.png`));
    }
    await workbench.page.setViewportSize({ width: 660, height: 900 });
    await workbench.screenshot(join(pictures, `${name}-narrow.png`));
    await workbench.page.setViewportSize(size);
  }
});
