import * as assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { providers } from '../../src/providers';
import { seesNoBarrier } from './harness/axe';
import { until } from './harness/until';
import { Workbench } from './harness/workbench';

const secret = '0123456789abcdef0123456789abcdef';
const pictures = process.env['ESIGN_PICTURES'];

describe('The inbox of webhooks', () => {
  let workbench: Workbench;
  let url: string;

  before(async () => {
    workbench = await Workbench.open();
    await workbench.openView('E-Sign');
    await workbench.unfoldView('Inbox');
  });

  after(() => workbench.close());

  it('receives on this machine when it is asked to', async () => {
    await workbench.runCommand('E-Sign: Receive Webhooks');
    const said = workbench.notification('Webhooks are received at');
    await said.waitFor();
    url = /http:\/\/127\.0\.0\.1:\d+/.exec(await said.innerText())?.[0] ?? '';
    assert.notEqual(url, '');
  });

  it('lists an event as it comes, and says which proof it misses', async () => {
    const { title, event } = await send(false);
    await until(
      'the event',
      async () =>
        (await workbench.page.getByRole('treeitem', { name: `${event}, not checked` }).isVisible()) || undefined,
    );
    await workbench.page.getByRole('treeitem', { name: `${event}, not checked` }).click();
    const page = await workbench.webview('.event-page');
    await page.locator('[data-verdict="unknown"]').waitFor();
    await page.getByText(title, { exact: true }).waitFor();
    await page.locator('[data-action="enterSecret"]').click();
    await workbench.quickInput.answer('It is kept in the secret storage', secret);
    await page.locator('[data-verdict="holds"]').waitFor();
    assert.ok(!(await page.locator('main').innerText()).includes(secret));
    await seesNoBarrier(page, '.event-page');
    await takePictures('holds');
  });

  it('explains a flipped byte', async () => {
    const { event } = await send(true);
    const row = workbench.page.getByRole('treeitem', { name: `${event}, not proved` });
    await row.waitFor();
    await row.click();
    const page = await workbench.webview('.event-page');
    await page.locator('[data-verdict="fails"]').waitFor();
    const told = await page.locator('[data-verdict="fails"]').innerText();
    assert.match(told, /Received[\s\S]*Computed[\s\S]*bytes, as they arrived[\s\S]*Usual mistakes tried/);
    for (const theme of ['light', 'highContrast', 'highContrastLight', 'dark'] as const) {
      await workbench.setTheme(theme);
      await seesNoBarrier(page, '.event-page');
    }
    const size = workbench.page.viewportSize();
    assert.ok(size);
    await workbench.page.setViewportSize({ width: 660, height: 900 });
    await seesNoBarrier(page, '.event-page');
    await takePictures('narrow');
    await workbench.page.setViewportSize(size);
    await takePictures('fails');
  });

  it('registers with the emulator by one choice, and an event becomes a scenario', async () => {
    await workbench.runCommand('E-Sign: Register Webhook with an API…');
    await workbench.page
      .getByRole('option', { name: /Emulator/ })
      .first()
      .click();
    await workbench.notification('It is removed when you stop receiving').waitFor();
    const page = await workbench.webview('.event-page');
    await page.locator('[data-action="useInScenario"]').click();
    await until(
      'the scenario',
      async () => (await workbench.page.getByText('arazzo: 1.0.1').first().isVisible()) || undefined,
    );
  });

  async function send(isTampered: boolean) {
    const all = await Promise.all(providers.map(async ({ load }) => load()));
    const provider = all.find(({ webhooks }) => webhooks?.proof.kind === 'hmac');
    assert.ok(provider?.webhooks);
    const { webhooks, title, id } = provider;
    const [event = ''] = webhooks.events;
    const sample = webhooks.sample(event);
    // By what is documented, and by nothing of the product.
    const { proof } = JSON.parse(readFileSync(join('src', 'providers', id, 'fixtures', 'webhook.json'), 'utf8')) as {
      readonly proof: { readonly header: string; readonly digest: 'hex' | 'base64'; readonly prefix: string };
    };
    const body = Buffer.from(JSON.stringify(sample?.payload));
    const digest = createHmac('sha256', secret).update(body).digest(proof.digest);
    const headers = { ...sample?.headers, [proof.header]: `${proof.prefix}${digest}` };
    const at = body.lastIndexOf('a');
    const sent = Uint8Array.from(body, (byte, index) => (isTampered && index === at ? byte ^ 1 : byte));
    const { status } = await fetch(url, { method: 'POST', headers, body: sent });
    assert.equal(status, 200);
    return { title, event };
  }

  async function takePictures(name: string): Promise<void> {
    if (pictures === undefined) return;
    for (const theme of ['light', 'highContrast', 'highContrastLight', 'dark'] as const) {
      await workbench.setTheme(theme);
      await workbench.screenshot(join(pictures, `inbox-${name}-${theme}.png`));
    }
  }
});
