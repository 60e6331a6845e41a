import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { providers } from '../../src/providers';
import { questionsOfKind } from '../../src/vscode/credentials/credentialFields';
import { fillField } from './harness/fillField';
import { firstProvider } from './harness/firstProvider';
import { chooseEnvironment, fillCredentials, press, setUpOf } from './harness/setUpForm';
import { Translated } from './harness/translated';
import { Workbench } from './harness/workbench';

/* The editor speaks the language of a person. What an API calls its things stays as the API writes it. */

const language = 'de';
const manifest = new Translated(`package.nls.${language}.json`);
const texts = new Translated(`media/l10n/bundle.l10n.${language}.json`);
const pictures = process.env['ESIGN_PICTURES'];

describe('In another language', () => {
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.open({
      language,
      files: {
        'description.json': { openapi: '3.1.0', info: {}, paths: {} },
        'call.sh': "curl 'https://unknown.example/calls' -H 'X-Own: 1'",
      },
    });
    await workbench.openView('E-Sign');
  });

  after(() => workbench?.close());

  it('views have their names', async () => {
    await workbench.page
      .locator('.sidebar .pane-header')
      .filter({ hasText: manifest.text('Providers') })
      .waitFor();
  });

  it('commands are found by their titles', async () => {
    await runCommand('New Request…');
    await workbench.quickInput.cancel();
  });

  it('a page says its texts, and which language they are in', async () => {
    await runCommand('New Request…');
    const { operations } = await firstProvider();
    const operation = operations.find(({ request }) => request.body !== undefined) ?? operations[0];
    assert.ok(operation);
    await workbench.quickInput.choose(operation.title, operation.path);
    const form = await workbench.webview('[data-action="send"]');
    assert.equal((await form.locator('[data-action="send"]').innerText()).trim(), texts.text('Send'));
    assert.equal(await form.locator('html').getAttribute('lang'), language);
    await speaks(form.locator('body'), 'form');
  });

  it('an import that is refused says why', async () => {
    await importFile('description.json');
    const said = workbench.notification(
      texts.text('Nothing was recognised: this is {0}.', texts.text('an OpenAPI description')),
    );
    await said.waitFor();
    await speaks(said, 'refused');
  });

  it('an import says what it leaves out, and why', async () => {
    await importFile('call.sh');
    const preview = workbench.page.locator('.monaco-editor .view-lines').filter({
      hasText: texts.text('1 thing left out').replaceAll(' ', '\u00a0'),
    });
    await preview
      .or(workbench.page.getByText(texts.text('1 thing left out')))
      .first()
      .waitFor();
    await speaks(workbench.page.locator('.editor-container').first(), 'import');
  });

  it('an event whose proof is wrong says what is wrong with it', async () => {
    await workbench.unfoldView(manifest.text('Inbox'));
    await runCommand('Receive Webhooks');
    const received = workbench.notification(/http:\/\/127\.0\.0\.1:\d+/);
    await received.waitFor();
    const said = await received.innerText();
    assert.deepEqual(texts.leftIn(said), []);
    const { event, title } = await sendEvent(/http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '');
    await workbench.page.getByRole('treeitem', { name: new RegExp(`^${event}`) }).click();
    const page = await workbench.webview('.event-page');
    await page.getByText(title, { exact: true }).waitFor();
    await page.locator('[data-action="enterSecret"]').click();
    const prompt = texts.text(
      'It is kept in the secret storage, sent nowhere and never shown. Empty forgets the one that is kept.',
    );
    await workbench.quickInput.answer(prompt, '0123456789abcdef0123456789abcdef');
    await page.locator('[data-verdict="fails"]').waitFor();
    await page.getByText(texts.text('Usual mistakes tried')).waitFor();
    await speaks(page.locator('body'), 'event');
  });

  it('a server that cannot be reached is told as such', async () => {
    const provider = await firstProvider();
    const [kind] = provider.auth.kinds;
    assert.ok(kind);
    await runCommand('Add Connection…');
    await workbench.quickInput.choose(provider.title);
    const form = await setUpOf(workbench);
    await chooseEnvironment(form, texts.text('Other address…'));
    await fillField(form, '/connection/baseUrl', 'http://127.0.0.1:9');
    const account = Object.fromEntries(questionsOfKind(kind).map(({ name }) => [name, `made-up-${name}`]));
    await fillCredentials(form, provider.auth.kinds, kind, account);
    await press(form, 'test');
    await form.locator('main[data-state="failed"]').waitFor();
    await form.getByText(texts.text('Nothing listens at this address')).first().waitFor();
    await speaks(form.locator('body'), 'unreachable');
  });

  const runCommand = (title: string): Promise<void> => workbench.runCommand(`E-Sign: ${manifest.text(title)}`);

  async function importFile(name: string): Promise<void> {
    await runCommand('Import Requests…');
    await workbench.quickInput.choose(texts.text('From Files…'));
    await workbench.quickInput.choose(name);
  }

  /** No sentence of ours is left in English. */
  async function speaks(shown: Locator, picture: string): Promise<void> {
    assert.deepEqual(texts.leftIn(await shown.innerText()), []);
    if (pictures === undefined) return;
    const size = workbench.page.viewportSize();
    assert.ok(size);
    for (const width of [size.width, 1000, 660]) {
      await workbench.page.setViewportSize({ width, height: 900 });
      await workbench.screenshot(join(pictures, `${language}-${picture}-${width}.png`));
    }
    await workbench.page.setViewportSize(size);
  }
});

async function sendEvent(url: string) {
  const all = await Promise.all(providers.map(async ({ load }) => load()));
  const provider = all.find(({ webhooks }) => webhooks?.proof.kind === 'hmac');
  const { webhooks, title = '' } = provider ?? {};
  assert.ok(webhooks?.proof.kind === 'hmac');
  const [event = ''] = webhooks.events;
  const sample = webhooks.sample(event);
  const headers = { ...sample?.headers, [webhooks.proof.header]: 'no proof at all' };
  const { status } = await fetch(url, { method: 'POST', headers, body: JSON.stringify(sample?.payload) });
  assert.equal(status, 200);
  return { event, title };
}
