import * as assert from 'node:assert/strict';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { initialValues } from '../../src/core/forms/initialValues';
import type { Provider } from '../../src/core/provider';
import { pdfOf } from '../../src/kit/files/pdf';
import { providers } from '../../src/providers';
import { callWithoutValues } from '../unit/fixtures/callWithoutValues';
import { seesNoBarrier } from './harness/axe';
import { sharedEditorHost } from './harness/editorHost';
import { formOf, replyOf } from './harness/panels';
import { until, untilEqual } from './harness/until';
import { Workbench } from './harness/workbench';

/* A server that answers with bodies of every kind, instead of the emulator. */

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC';
const megabytes = 1_000_000;

describe('Bodies of every kind', () => {
  let server: Server;
  let workbench: Workbench;
  let answer: RequestListener;

  before(async () => {
    const load = providers[0]?.load;
    assert.ok(load);
    const provider: Provider = await load();
    const operation = callWithoutValues(provider.operations);
    assert.ok(operation);
    answer = json({ first: true });
    server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const [kind] = provider.auth.kinds;
    assert.ok(kind);
    workbench = await Workbench.open({
      settings: {
        'esign.connections': [{ id: 'kinds', provider: provider.id, title: 'Kinds', baseUrl }],
        'esign.send.maxReplyMegabytes': 1,
      },
      files: { 'kinds.esign.json': { operation: operation.id, connection: 'kinds', ...initialValues(operation) } },
    });
    await workbench.openView('Explorer');
    await workbench.openFile('kinds.esign.json');
    const account = (await provider.emulator?.())?.credentials ?? {};
    const { questionsOfKind } = await import('../../src/vscode/credentials/credentialFields');
    answer = tokenReply;
    await (await form()).locator('[data-action="send"]').click();
    if (provider.auth.kinds.length > 1) await workbench.quickInput.choose(kind.title);
    for (const { name, prompt } of questionsOfKind(kind))
      await workbench.quickInput.answer(prompt, account[name] ?? '');
    await (await reply()).locator('main[data-state="replied"]').waitFor();
  });

  after(async () => {
    await workbench?.close();
    server?.closeAllConnections();
    server?.close();
  });

  const form = () => workbench.webview('[data-pointer], [data-action="send"], [data-action="cancel"]');
  const reply = () => workbench.webview('main[data-state]');

  async function send(listener: RequestListener): Promise<Awaited<ReturnType<typeof reply>>> {
    answer = listener;
    await (await form()).locator('[data-action="send"]').click();
    return reply();
  }

  it('a PDF says what it is: its pages, its size, its signatures', async () => {
    const shown = await send(bytes('application/pdf', Buffer.from(pdfOf(['one', 'two']))));
    const card = shown.getByRole('region', { name: 'PDF', exact: true });
    await card.getByText('Pages', { exact: true }).waitFor();
    assert.match((await card.textContent()) ?? '', /Pages2.*Signatures.*None/);
    await card.getByRole('button', { name: 'Save as…' }).waitFor();
    await seesNoBarrier(shown);
  });

  it('an image is shown', async () => {
    const shown = await send(bytes('image/png', Buffer.from(png, 'base64')));
    const image = shown.getByRole('img', { name: 'Body of the reply, image/png' });
    await image.waitFor();
    assert.equal(await image.evaluate((element) => element instanceof HTMLImageElement && element.naturalWidth), 1);
    await seesNoBarrier(shown);
  });

  it('bytes are called what they are, and their beginning is shown', async () => {
    const shown = await send(bytes('application/zip', Buffer.from('PK\x03\x04 and more', 'latin1')));
    await shown.getByText('13 bytes of application/zip.').waitFor();
    await shown.getByText('50 4b 03 04').waitFor();
    assert.equal(await shown.getByText('The beginning of').count(), 0);
    await seesNoBarrier(shown);
  });

  it('a page is laid out where asked, in a frame without scripts', async () => {
    const page = '<!doctype html><title>Down</title><h1>Down for now</h1><script>document.title="ran"</script>';
    const shown = await send(bytes('text/html', Buffer.from(page)));
    await shown.getByRole('button', { name: 'Show as a page' }).click();
    const framed = await workbench.webview('iframe[sandbox=""]');
    await framed.frameLocator('iframe[sandbox=""]').getByRole('heading', { name: 'Down for now' }).waitFor();
    // It stands where the form stood.
    await workbench.openFile('kinds.esign.json');
  });

  it('of a large one the beginning is shown, and all of it is in a file', async () => {
    const item = '{"id":"a","email":"ann@example.com"},';
    const body = `{"items":[${item.repeat(Math.ceil((20 * megabytes) / item.length))}{}]}`;
    const shown = await send(bytes('application/json', Buffer.from(body)));
    await shown.getByText('All of it is in a private file').waitFor();
    await shown.getByText('The reply is larger than what is read').waitFor();
    await shown.getByText('ann@example.com').first().waitFor();
    await seesNoBarrier(shown);
    const { userDataDir } = await sharedEditorHost();
    const kept = readdirSync(userDataDir, { recursive: true }).filter((name) => /reply\.json$/.test(String(name)));
    assert.equal(kept.length, 1, join(userDataDir, ...kept.map(String)));
    await shown.getByRole('button', { name: 'Open whole body in editor' }).click();
    await workbench.page.getByRole('tab', { name: /reply\.json/ }).waitFor();
    await (await reply()).locator('[data-action="changeLimit"]').click();
    await workbench.page.locator('.settings-editor .setting-item-title', { hasText: 'Max Reply Megabytes' }).waitFor();
  });

  describe('a long one that was left', () => {
    before(async () => {
      await workbench.openFile('kinds.esign.json');
      const people = Array.from({ length: 400 }, (_, index) => ({ id: index, email: `person${index}@example.com` }));
      await (await send(json({ people }))).getByText('person0@example.com').first().waitFor();
      // Where it has a group of its own nothing ever lies over it.
      await workbench.runCommand('E-Sign: Show Reply');
      await workbench.runCommand('View: Move Editor into Previous Group');
      await workbench.showTab('E-Sign Reply');
    });

    for (const [name, place] of Object.entries({
      'in its body': '[role="tree"]',
      'on its tabs': '[role="tab"][aria-selected="true"]',
      'on a button': '[data-action="copyAsCode"]',
    })) {
      it(`stands at the same place, with the focus ${name}, after another tab was in front`, async () => {
        const page = await replyOf(workbench);
        const element = page.locator(place);
        await element.focus();
        await page.locator('main').evaluate(() => window.scrollTo(0, 3000));
        const scroll = await until('the page to be scrolled', async () => {
          const now = await scrollOf(page);
          return now > 2000 ? now : undefined;
        });
        await page.locator('main').evaluate((main) => main.setAttribute('data-left', ''));
        await workbench.showTab('kinds.esign.json');
        await formOf(workbench);
        await workbench.showTab('E-Sign Reply');
        const again = await replyOf(workbench);
        await untilEqual(() => again.locator(place).evaluate((one) => one === document.activeElement), true);
        await untilEqual(async () => Math.abs((await scrollOf(again)) - scroll) < 40, true);
        assert.equal(await again.locator('main[data-left]').count(), 0, 'it was never thrown away');
      });
    }

    it('stands at its end when it was left there', async () => {
      const page = await replyOf(workbench);
      await page.locator('[data-action="copyAsCode"]').focus();
      await workbench.page.keyboard.press('End');
      await untilEqual(() => seesEnd(page), true);
      await workbench.showTab('kinds.esign.json');
      await formOf(workbench);
      await workbench.showTab('E-Sign Reply');
      const again = await replyOf(workbench);
      await untilEqual(() => seesEnd(again), true);
    });
  });
});

function scrollOf(page: FrameLocator): Promise<number> {
  return page.locator('main').evaluate(() => window.scrollY);
}

/** The last line of the body is on screen, and next to nothing below it. */
function seesEnd(page: FrameLocator): Promise<boolean> {
  return page.locator('main').evaluate((main) => {
    const last = [...main.querySelectorAll('[data-row="1602"], [data-row="1603"]')].at(-1)?.getBoundingClientRect();
    const isEnd = window.scrollY >= document.body.scrollHeight - window.innerHeight - 40;
    return isEnd && last !== undefined && last.top < window.innerHeight;
  });
}

function json(value: unknown): RequestListener {
  return bytes('application/json', Buffer.from(JSON.stringify(value)));
}

/** Whatever the first call of a provider asks for. */
const tokenReply: RequestListener = json({ access_token: 'tokenOfTheTest', token_type: 'bearer', expires_in: 3600 });

function bytes(type: string, content: Buffer): RequestListener {
  return (_request, response) => void response.writeHead(200, { 'content-type': type }).end(content);
}
